"""Three organisations, worked through by hand: which questions each is asked, which not, and why.

The tables were written from what the questions mean and what each organisation does, not from the
program's answer. A question that gets a new condition fails here until somebody has decided who is to
be asked it.
"""

import pytest

from pmark_tui.domain.asking import asked, why_left_out
from pmark_tui.domain.client import Profile
from pmark_tui.domain.pack import Pack
from pmark_tui.store import packs

# A web shop run by four partners. Customers order through a form and get a newsletter; an analytics
# and an advertising tag are on the site; the cart and the mail lie in a Japanese cloud; a carrier and
# a tax accountant work with the data. The accountant gets the My Numbers straight from the partners.
SHOP = Profile(
    name="四人の通販",
    industry="retail",
    workers=4,
    capital=3_000_000,
    kind="new",
    flags=("web-forms", "mail-campaigns", "cookies", "entrusted-out", "cloud"),
)

# A staffing firm of sixty with three branches, up for renewal. People register through a form; health
# checks and My Numbers of the staff are kept; their details go to client firms; payroll runs in a
# cloud, and shredding is given to a contractor. It sends people out and takes in none itself.
STAFFING = Profile(
    name="六十人の人材派遣",
    industry="service",
    workers=60,
    capital=30_000_000,
    kind="renewal",
    flags=(
        "sensitive-data",
        "my-number",
        "several-sites",
        "third-party",
        "web-forms",
        "entrusted-out",
        "cloud",
    ),
)

# A software house of fifteen. It develops and maintains on its clients' data, in a cloud whose servers
# stand abroad, and partly from home. It has no shop and no newsletter, and subcontracts nothing.
SOFTWARE = Profile(
    name="十五人のソフトウェア開発",
    industry="service",
    workers=15,
    capital=10_000_000,
    kind="new",
    flags=("entrusted-in", "cloud", "foreign", "remote-work"),
)

PROFILES = {"shop": SHOP, "staffing": STAFFING, "software": SOFTWARE}
EVERYONE = {"shop", "staffing", "software"}

# Every question that is not for everybody: who of the three is asked it, and why.
CONDITIONAL = {
    # new or renewal
    "E.3-2": {"shop", "software"},  # the month of running counts before the first application only
    "E.3-6": {"staffing"},  # only a holder has a renewal window
    "J.4.5.5-3": {"staffing"},  # records since the audit before: there was one only for the holder
    "P.1-4": {"shop", "software"},  # register extract: a paper of the first application
    "P.1-6": {"shop", "software"},  # articles of association: the same
    "P.1-10": {"staffing"},  # what changed since the last grant
    "P.1-11": {"staffing"},  # which papers the renewal still needs
    "G.2-1": {"staffing"},  # contract and fee: they follow the decision, which the others await
    "G.2-3": {"staffing"},  # the mark on cards and website: with the number that a grant gives
    "G.3-1": {"staffing"},  # changes since the grant
    "G.3-2": {"staffing"},  # incidents since the grant; E.2-2 asks an applicant about those before
    "G.3-4": {"staffing"},  # the next window: counted from the end of a grant
    "G.3-5": {"staffing"},  # two years of records: after a first grant only
    # sensitive data: the staff's health checks
    "J.8.3-3": {"staffing"},
    "J.8.3-4": {"staffing"},
    # nobody here films, records calls, or receives data from others
    "J.8.4-3": set(),
    "J.8.4-4": set(),
    "J.8.4-5": set(),
    "J.8.8.3-1": set(),
    "J.8.8.3-2": set(),
    "J.9.2-21": set(),
    "J.9.3-6": set(),
    # forms: orders and registrations; the software house has none
    "J.8.5-3": {"shop", "staffing"},
    "J.8.5-4": {"shop", "staffing"},
    "J.8.5-5": {"shop", "staffing"},
    "J.9.2-34": {"shop", "staffing"},
    "J.9.2-35": EVERYONE,  # screens that show personal data: forms, and systems built for clients
    # contacting people: the newsletter; its addresses come from the customers themselves
    "J.8.7-1": {"shop"},
    "J.8.7-2": {"shop"},
    "J.8.7-3": set(),
    # no joint use anywhere
    "J.8.7-4": set(),
    "J.8.7-5": set(),
    # passing data on
    "J.8.8-2": {"shop", "staffing"},  # carrier, accountant, client firms: entrusting or providing?
    "J.8.8-3": {"staffing"},  # the staff's consent to be named to client firms
    "J.8.8.2-1": {"staffing"},
    "J.8.8.2-2": {"staffing"},
    # abroad: the cloud of the software house
    "J.8.8.1-1": {"software"},
    "J.8.8.1-2": {"software"},
    "J.8.8.1-3": {"software"},
    "J.9.2-38": {"software"},
    "J.9.2-39": {"software"},
    # tags on the shop's site
    "J.8.8.4-1": {"shop"},
    "J.8.8.4-2": {"shop"},
    "J.8.8.4-3": {"shop"},
    # nobody anonymises or pseudonymises; that a rule says so is asked of everybody elsewhere
    "J.8.9-2": set(),
    "J.8.9-3": set(),
    "J.8.10-2": set(),
    "J.8.10-3": set(),
    # staff: the staffing firm sends people out, it takes in none
    "J.9.3-5": set(),
    # work given out; a cloud counts as someone who holds data, but is tied by its terms, not a contract
    "J.9.4-3": EVERYONE,
    "J.9.4-4": EVERYONE,
    "J.9.4-5": {"shop", "staffing"},
    "J.9.4-6": EVERYONE,
    "J.9.4-7": {"shop", "staffing"},
    "J.9.4-8": {"shop", "staffing"},
    "J.9.2-36": EVERYONE,
    # My Number
    "J.9.2-3": {"staffing"},
    "J.9.2-22": {"staffing"},
    "J.4.4.2-18": {"staffing"},
    # places and devices
    "J.9.2-9": {"staffing"},  # three sites
    "J.9.2-23": {"software"},  # working from home
    "J.9.2-37": {"software"},
}

# The quick pass, by what each question stands for.
QUICK = {
    # may we apply, and is one turn finished
    *("E.1-2", "E.2-1", "E.2-2", "E.3-1", "E.3-3"),
    # policy, roles, ledger, risks: what the build step hangs on, and the rules the reviewer reads
    *("J.1.3-1", "J.2.2-1", "J.2.3.1-1", "J.2.3.2-2", "J.3.1.1-1", "J.3.1.1-3", "J.3.1.3-1"),
    *("J.3.1.3-3", "J.4.3-1", "J.4.4.2-1", "J.4.5.2-1", "J.6.1-1", "J.6.3-1", "J.7.1-1"),
    *("J.8.1-1", "J.9.2-1", "J.9.3-1", "J.10.2-1", "J.11.1-1"),
    # training, check, audit, review, correction: done and on record
    *("J.4.3-3", "J.6.1-2", "J.6.2-3", "J.6.3-2", "J.7.1-2"),
    # what an auditor sees first on the floor
    *("J.8.5-2", "J.9.2-6", "J.9.2-14", "J.9.2-24"),
    # papers
    *("P.1-1", "P.1-2", "P.1-3", "P.1-5"),
    # findings
    "G.1-1",
}
# Window or register extract, processors; and of a holder: contract, the mark, the next window.
QUICK_CONDITIONAL = {"E.3-6", "P.1-4", "J.9.4-4", "G.2-1", "G.2-3", "G.3-4"}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return packs.load()


def test_every_question_with_a_condition_was_worked_out(pack):
    conditional = {q.id for q in pack.questions if q.kinds or q.when or q.when_all or q.unless}
    assert conditional == set(CONDITIONAL)


@pytest.mark.parametrize("name", PROFILES)
def test_the_flags_exist(name, pack):
    assert set(PROFILES[name].flags) <= {flag.id for flag in pack.flags}


@pytest.mark.parametrize("name", PROFILES)
def test_the_full_pass(name, pack):
    found = [q.id for q in asked(pack, PROFILES[name])]
    assert len(found) == len(set(found))
    left_out = {key for key, whom in CONDITIONAL.items() if name not in whom}
    assert set(found) == {q.id for q in pack.questions} - left_out
    assert len(found) == len(pack.questions) - len(left_out)


@pytest.mark.parametrize("name", PROFILES)
def test_the_quick_pass(name, pack):
    found = [q.id for q in asked(pack, PROFILES[name], quick=True)]
    conditional = {key for key in QUICK_CONDITIONAL if name in CONDITIONAL[key]}
    assert set(found) == QUICK | conditional
    assert 35 <= len(found) <= 45


def test_the_quick_pass_asks_a_holder_three_more(pack):
    counts = {name: len(asked(pack, profile, quick=True)) for name, profile in PROFILES.items()}
    assert counts == {"shop": 40, "staffing": 43, "software": 40}


# Why a question is left out, for one question of each kind of condition.
REASONS = [
    (SHOP, "E.3-6", "kinds"),  # not a holder
    (SHOP, "J.9.2-3", "when"),  # no My Number
    (SHOP, "J.8.7-3", "when_all"),  # sends newsletters, but receives no addresses from others
    (STAFFING, "P.1-4", "kinds"),  # not a first application
    (STAFFING, "J.9.3-5", "when"),  # no agency staff of its own
    (STAFFING, "J.8.8-3", ""),  # asked: staff details go to client firms
    (SOFTWARE, "J.8.5-4", "when"),  # no form
    (SOFTWARE, "J.9.4-5", "when"),  # subcontracts nothing: the cloud is asked about by its terms
    (SOFTWARE, "J.9.4-6", ""),
    (SOFTWARE, "J.9.2-38", ""),  # asked: the servers stand abroad
]


@pytest.mark.parametrize(("profile", "question", "reason"), REASONS)
def test_why_a_question_is_left_out(profile, question, reason, pack):
    assert why_left_out(pack.question[question], profile) == reason


def test_one_more_fact_asks_more(pack):
    """The shop starts to take addresses from a partner: four questions about that, and no other."""
    more = Profile(
        name=SHOP.name,
        industry=SHOP.industry,
        workers=SHOP.workers,
        flags=(*SHOP.flags, "received-data"),
    )
    before = {q.id for q in asked(pack, SHOP)}
    after = {q.id for q in asked(pack, more)}
    assert before < after
    assert after - before == {"J.8.4-5", "J.8.7-3", "J.8.8.3-1", "J.8.8.3-2"}

"""The tiny pack of the tests (tests/packs/small) and clients that answer it, and random ones of any pack."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import CERTAINTIES, Answer, Client, Profile
from pmark_tui.domain.pack import Pack
from pmark_tui.store import packs
from pmark_tui.store.pack_sources import read_pack

FOLDER = Path(__file__).parents[1] / "packs" / "small"
REASON = "理由"
TODAY = date(2026, 11, 23)


@cache
def small() -> Pack:
    return read_pack(str(FOLDER))


@cache
def shipped() -> Pack:
    return packs.load()


def profile(**fields: Any) -> Profile:
    return Profile(**{"name": "例", "industry": "service", "workers": 5, **fields})


def answers(values: Mapping[str, str]) -> dict[str, Answer]:
    """Answers by value; an exclusion has a reason, unless it is written `na?`."""
    return {
        key: Answer(value.removesuffix("?"), reason=REASON if value == "na" else "")
        for key, value in values.items()
    }


def client(values: Mapping[str, str], pack: Pack | None = None, **fields: Any) -> Client:
    pack = pack or small()
    return Client(profile(**fields), pack.id, pack.version, TODAY, answers(values))


def all_yes(pack: Pack, **fields: Any) -> Client:
    empty = client({}, pack, **fields)
    return client({q.id: "yes" for q in asked(pack, empty.profile)}, pack, **fields)


@st.composite
def clients(draw: st.DrawFn, pack: Pack) -> Client:
    """Any client of a pack: any profile, any answers, allowed or not."""
    flags = [flag.id for flag in pack.flags]
    who = profile(
        workers=draw(st.integers(0, 4)),
        kind=draw(st.sampled_from(["new", "renewal"])),
        flags=tuple(draw(st.lists(st.sampled_from(flags), unique=True))) if flags else (),
    )
    one = st.builds(
        Answer,
        value=st.sampled_from(["", "nonsense", *pack.answer]),
        reason=st.sampled_from(["", " ", REASON]),
        certainty=st.sampled_from(["", *CERTAINTIES]),
    )
    given = draw(st.dictionaries(st.sampled_from(list(pack.question)), one))
    return Client(who, pack.id, pack.version, TODAY, given)

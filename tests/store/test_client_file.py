"""The client file: round trips, what is kept, what is refused, and that nothing is ever half written."""

import os
import stat
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmark_tui.domain.client import Answer, Client, DataSet, Finding, OfficialFee, Profile
from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.store import client_file

TEXT = st.text(max_size=80)
IDS = st.from_regex(r"[A-Z](\.[0-9]{1,2}){1,3}-[0-9]{1,2}", fullmatch=True)
DATES = st.dates(date(2000, 1, 1), date(2100, 1, 1))
TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(
    lambda d: d.replace(microsecond=0)
)
ANSWERS = st.builds(
    Answer,
    value=st.sampled_from(["yes", "partial", "no", "unknown", "na"]),
    note=TEXT,
    reason=TEXT,
    certainty=st.sampled_from(["", "said", "document", "record", "seen"]),
    who=TEXT,
    evidence=TEXT,
    owner=TEXT,
    due=st.none() | DATES,
    flagged=st.booleans(),
    parked=st.booleans(),
    at=st.none() | TIMES,
)
PROFILES = st.builds(
    Profile,
    name=TEXT,
    industry=st.sampled_from(["service", "retail"]),
    workers=st.integers(0, 10**6),
    capital=st.none() | st.integers(0, 10**12),
    kind=st.sampled_from(["new", "renewal"]),
    flags=st.lists(st.sampled_from(["cloud", "my-number"]), unique=True).map(tuple),
    expires=st.none() | DATES,
    target=st.none() | DATES,
)
CLIENTS = st.builds(
    Client,
    profile=PROFILES,
    pack=st.just("jisq15001-2023"),
    pack_version=st.just("1.0.0"),
    created=DATES,
    answers=st.dictionaries(IDS, ANSWERS, max_size=8),
    position=st.sampled_from(["", "J.2.2-1"]),
    quick=st.booleans(),
    official_fees=st.lists(
        st.builds(
            OfficialFee,
            schedule=st.just("2026-10"),
            kind=st.just("new"),
            size=st.just("small"),
            application=st.integers(0, 10**6),
            audit=st.integers(0, 10**6),
            registration=st.integers(0, 10**6),
            entered_by=TEXT,
            entered_on=st.none() | DATES,
        ),
        max_size=2,
    ).map(tuple),
    findings=st.lists(
        st.builds(Finding, id=st.just("F1"), clause=st.just("J.9.2"), text=TEXT), max_size=2
    ).map(tuple),
    data_sets=st.lists(
        st.builds(
            DataSet,
            persons=st.integers(0, 10**9),
            items=st.sampled_from([(), ("name",), ("氏名", "社内の査定")]),
            social=st.none() | st.integers(1, 2),
            levels=st.sampled_from([{}, {"社内の査定": (2, 3)}]),
            name=TEXT,
        ),
        max_size=2,
    ).map(tuple),
    incident_profile=st.sampled_from(["", "listed-2025"]),
)


def a_client(**changes: object) -> Client:
    profile = Profile("株式会社テスト", "service", 12, 10_000_000)
    return Client(profile, "jisq15001-2023", "1.0.0", date(2026, 11, 23)).changed(**changes)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "client.pmark.toml")


@settings(
    max_examples=60,
    deadline=None,  # the first example imports pydantic
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(client=CLIENTS)
def test_what_is_written_is_read_back(client: Client, tmp_path: Path) -> None:
    file = tmp_path / "round.pmark.toml"
    file.unlink(missing_ok=True)
    client_file.create(str(file), client)
    assert client_file.read(str(file)).client == client


@settings(
    max_examples=40,
    deadline=None,  # the first example imports pydantic
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(client=CLIENTS)
def test_full_validation_reads_the_same_as_the_quick_way(client: Client, tmp_path: Path) -> None:
    file = tmp_path / "round.pmark.toml"
    file.unlink(missing_ok=True)
    client_file.create(str(file), client)
    sealed = file.read_bytes()
    unsealed = sealed[: sealed.rfind(b"# checksum")]
    file.write_bytes(unsealed)
    assert client_file.read(str(file)).client == client


def test_keys_of_a_newer_version_survive(path: str) -> None:
    client = a_client(answers={"J.2.2-1": Answer("yes", note="メモ")})
    client_file.create(path, client)
    text = Path(path).read_text(encoding="utf-8")
    text = text.replace("[profile]", 'mood = "good"\n\n[profile]\nweather = "fine"\n', 1)
    text = text.replace('value = "yes"', 'value = "yes"\ncolour = "blue"', 1)
    text += "\n[future]\nanswers = [1, 2]\n"
    Path(path).write_text(text, encoding="utf-8")
    file = client_file.read(path)
    client_file.save(file, file.client.with_answer("J.2.2-2", Answer("no")))
    again = client_file.read(path).document
    assert again["mood"] == "good"
    assert again["profile"]["weather"] == "fine"
    assert again["answers"]["J.2.2-1"]["colour"] == "blue"
    assert again["future"] == {"answers": [1, 2]}


def test_a_value_taken_back_leaves_the_file(path: str) -> None:
    file = client_file.create(path, a_client(answers={"J.2.2-1": Answer("yes")}))
    client_file.save(file, a_client())
    assert client_file.read(path).client.answers == {}


@pytest.mark.parametrize(
    ("change", "key", "says"),
    [
        (("workers = 12", "workers = -3"), "value_bad", "-3"),
        (("workers = 12", 'workers = "many"'), "value_not_whole", "profile.workers"),
        (("workers = 12", ""), "key_missing", "profile.workers"),
        (('kind = "new"', ""), None, ""),  # a default may be left out
        (("created = 2026-11-23", "created = 2026-13-23"), "file_not_toml", "line"),
        (("[profile]", "[profile"), "file_not_toml", "line"),
        (("pmark-client/1", "pmark-client/2"), "client_file_newer", "pmark-client/2"),
        (("pmark-client/1", "recipe/1"), "not_a_client_file", "recipe/1"),
        (('value = "yes"', 'value = ["yes"]'), "value_not_text", "answers.J.2.2-1.value"),
        (('value = "yes"', 'certainty = "sure"'), "value_bad", "certainty"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(
    path: str, change: tuple[str, str], key: str | None, says: str
) -> None:
    client_file.create(path, a_client(answers={"J.2.2-1": Answer("yes")}))
    before = Path(path).read_text(encoding="utf-8")
    damaged = before.replace(*change, 1)
    Path(path).write_text(damaged, encoding="utf-8")
    if key is None:
        client_file.read(path)
        return
    with pytest.raises(BadInput) as caught:
        client_file.read(path)
    assert caught.value.key == key
    for lang in ("ja", "en"):
        line = caught.value.message(lang)
        assert path in line
        assert says in line
        assert "\n" not in line
    assert Path(path).read_text(encoding="utf-8") == damaged


@pytest.mark.parametrize("cut", [1, 40, 200, 300])
def test_a_cut_file_is_refused_or_read_but_never_rewritten(path: str, cut: int) -> None:
    client_file.create(path, a_client(answers={"J.2.2-1": Answer("yes", note="大切なメモ")}))
    whole = Path(path).read_bytes()
    Path(path).write_bytes(whole[:-cut])
    try:
        client_file.read(path)
    except BadInput:
        pass
    assert Path(path).read_bytes() == whole[:-cut]


def test_not_utf8_is_said(path: str) -> None:
    Path(path).write_bytes("名前 = 1".encode("cp932"))
    with pytest.raises(BadInput) as caught:
        client_file.read(path)
    assert caught.value.key == "file_not_utf8"


def test_a_file_that_is_there_is_never_overwritten(path: str) -> None:
    Path(path).write_text("mine", encoding="utf-8")
    with pytest.raises(FileTrouble) as caught:
        client_file.create(path, a_client())
    assert caught.value.exit_code == 3
    assert Path(path).read_text(encoding="utf-8") == "mine"


def test_a_file_changed_underneath_is_not_overwritten(path: str) -> None:
    file = client_file.create(path, a_client())
    theirs = Path(path).read_text(encoding="utf-8").replace("12", "13")
    Path(path).write_text(theirs, encoding="utf-8")
    with pytest.raises(FileTrouble) as caught:
        client_file.save(file, a_client())
    assert caught.value.key == "file_changed"
    assert Path(path).read_text(encoding="utf-8") == theirs


def test_a_file_removed_underneath_is_said_and_can_be_saved_elsewhere(path: str) -> None:
    file = client_file.create(path, a_client())
    os.unlink(path)
    with pytest.raises(FileTrouble) as caught:
        client_file.save(file, a_client())
    assert caught.value.key == "file_gone"
    other = path.replace("client", "other")
    assert client_file.save_as(other, file, a_client()).client == client_file.read(other).client


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_new_file_belongs_to_its_user_alone(path: str) -> None:
    client_file.create(path, a_client())
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def test_nothing_else_is_left_in_the_folder(path: str) -> None:
    file = client_file.create(path, a_client())
    client_file.save(file, a_client(position="J.2.2-1"))
    assert os.listdir(os.path.dirname(path)) == ["client.pmark.toml"]


def test_a_failing_disk_leaves_the_old_file(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = client_file.create(path, a_client())
    before = Path(path).read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileTrouble) as caught:
        client_file.save(file, a_client(position="J.2.2-1"))
    assert caught.value.key == "file_unwritable"
    assert Path(path).read_bytes() == before
    assert os.listdir(os.path.dirname(path)) == ["client.pmark.toml"]

"""What is fuzzed: for each surface its seeds, how they are changed, and what is done with an input.

Whatever the input, a command ends with 0, 1, 2 or 3 and says so in lines that act on no terminal; any
other exception is a crash.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any
from zlib import crc32

from fuzz import mutate
from fuzz.vocabulary import JINJA, KEYS, WORDS

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILE = "c.pmark.toml"
_MARK = b"#### "
_LONGEST_OUTPUT = 20_000_000


@dataclass(frozen=True)
class Target:
    """One surface.

    `seeds` are made in the fuzzer's own folder; `run` takes one input and raises what is a crash;
    `largest` is the longest input in bytes.
    """

    name: str
    seeds: Callable[[], list[bytes]]
    change: mutate.Mutate
    run: Callable[[bytes], None]
    largest: int = 60_000


class Wrong(AssertionError):
    """pmark ended in a way, or said something, that no input may bring about."""


def prepare() -> None:
    """Once in a process: let errors out that `cli.main` would hide, and keep packs in memory."""
    from pmark_tui.store import crash, packs

    def let_out(error: BaseException | None) -> str:
        assert error is not None
        raise error

    crash.write_report = let_out
    packs.load_folder = lru_cache(maxsize=4)(packs.load_folder)


# --- command lines in this process -------------------------------------------------------


@contextmanager
def _streams(typed: str) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    held = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.StringIO(typed)
    sys.stdout, sys.stderr = io.TextIOWrapper(out, "utf-8"), io.TextIOWrapper(err, "utf-8")
    try:
        yield out, err
    finally:
        for stream in (sys.stdout, sys.stderr):
            if not stream.closed:
                stream.flush()
                stream.detach()
        sys.stdin, sys.stdout, sys.stderr = held


def command(*words: str, typed: str = "") -> int:
    """Run a command line; the exit code.

    Raises:
        Wrong: an exit code that no input may cause, or output that acts on a terminal.
    """
    from pmark_tui.cli import main

    with _streams(typed) as (out, err):
        try:
            code = main(list(words))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
        said, talk = out.getvalue(), err.getvalue()
    if code not in (0, 1, 2, 3):
        raise Wrong(f"exit {code}")
    if len(said) + len(talk) > _LONGEST_OUTPUT:
        raise Wrong(f"{len(said) + len(talk)} bytes of output")
    if b"Traceback" in talk:
        raise Wrong("traceback")
    for text in (talk, b"" if said.startswith(b"PK") else said):
        acting = {c for c in text.decode("utf-8", "replace") if _acts(ord(c))}
        if acting:
            raise Wrong(f"acts on a terminal: {sorted(map(ascii, acting))}")
    return code


def _acts(code: int) -> bool:
    return (
        (code < 0x20 and code not in (9, 10, 13))
        or 0x7F <= code <= 0x9F
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
    )


def _put(name: str, data: bytes) -> str:
    with open(name, "wb") as stream:
        stream.write(data)
    return name


def _pick(data: bytes, several: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """One of several by the input itself, so that an input is always run in the same way."""
    return several[crc32(data[::-1]) % len(several)]


# --- client files ------------------------------------------------------------------------

_LOOKS = (
    ("score", FILE, "--json"),
    ("score", FILE, "--explain", "plan"),
    ("score", FILE, "--clauses", "--if", "1.1-1=yes", "--close", "3"),
    ("gaps", FILE),
    ("gaps", FILE, "--json"),
    ("check", FILE),
    ("check", FILE, "--json"),
    ("fees", FILE),
    ("fees", FILE, "--json", "--years", "6", "--kind", "renewal"),
    ("plan", FILE, "--papers", "--gantt"),
    ("plan", FILE, "--json", "--target", "2027-10-01"),
    ("plan", FILE, "--ics", "p.ics", "--force"),
    ("questions", FILE, "--json"),
    ("homework", FILE, "--json"),
    ("homework", FILE, "-o", "h.md", "--force"),
    ("rehearse", FILE, "--json"),
    ("sheet", FILE, "-o", "s.md", "--force"),
    ("snapshot", FILE),
    ("snapshot", FILE, "--list"),
    ("compare", "seed.pmark.toml", FILE),
    ("compare", FILE, "seed.pmark.toml", "--json"),
    ("finding", FILE, "list", "--json"),
    ("finding", FILE, "add", "--clause", "1.1", "--text", "x"),
    ("answer", FILE, "1.1-1=yes", "--note", "1.1-1=x"),
    ("report", FILE, "-o", "r.md", "--force"),
    ("report", FILE, "-o", "r.html", "--force", "--kind", "summary"),
    ("report", FILE, "-o", "r.csv", "--force", "--kind", "auditor"),
    ("report", FILE, "-o", "r.json", "--force", "--redact"),
    ("report", FILE, "-o", "r.xlsx", "--force"),
    ("report", FILE, "-o", "r.docx", "--force"),
    ("report", FILE, "--bundle", "b.zip", "--force"),
    ("interview", FILE, "--plain"),
)


def _client_seeds() -> list[bytes]:
    """Clients of a small pack: what pmark does with them is the same, and many times quicker."""
    from pmark_tui.store import client_file, packs
    from tests.report import clients

    own = os.path.join("data", "packs", "small")
    shutil.copytree(os.path.join(ROOT, "tests", "packs", "small"), own, dirs_exist_ok=True)
    pack = packs.load("small")
    seeds = []
    for build in (clients.begun, clients.full, clients.hostile):
        client = build(pack)
        kept = {key: _shorter(client.answers[key]) for key in sorted(client.answers)[::2]}
        client = client.changed(answers=kept, profile=_shorter(client.profile))
        client = client.changed(findings=tuple(map(_shorter, client.findings)))
        document = client_file.to_document(client, {"later": {"key": 1}})
        seeds.append(mutate.tomli_w.dumps(document).encode("utf-8", "replace"))
    _put("seed.pmark.toml", seeds[0])
    return seeds


def _shorter(value: Any) -> Any:
    """A dataclass with its long texts cut."""
    texts = {f.name: getattr(value, f.name) for f in fields(value)}
    return replace(value, **{k: v[:120] for k, v in texts.items() if isinstance(v, str)})


def _client(data: bytes) -> None:
    """A client file as somebody wrote it."""
    _put(FILE, data)
    command(*_pick(data, _LOOKS), typed="1\nn x\ng\n3\nq\n")


def _sealed(data: bytes) -> None:
    """A client file that ends in a checksum, which pmark would take for its own."""
    if not data.endswith(b"\n"):
        data += b"\n"
    _client(data + f'# checksum = "crc32:{crc32(data):08x}"\n'.encode())


# --- packs, fee files, incident files ----------------------------------------------------


def _pack_seeds() -> list[bytes]:
    folder = os.path.join(ROOT, "tests", "packs", "small")
    parts = []
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(place, name)
            with open(path, "rb") as stream:
                parts.append(os.path.relpath(path, folder).encode() + b"\n" + stream.read())
    return [_MARK.join(parts)]


def _pack(data: bytes) -> None:
    folder = os.path.join("data", "packs", "own")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for part in data.split(_MARK)[:12]:
        name, _, body = part.partition(b"\n")
        path = os.path.join(folder, name.decode("utf-8", "replace").replace("\0", "")[:80])
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            _put(path, body)
        except OSError:
            continue
    several = (
        ("pack", "check", folder),
        ("pack", "show", folder),
        ("pack", "list", "--json"),
        ("questions", "--pack", "small", "--json"),
        ("sheet", "--pack", "small", "-o", "s.md", "--force"),
    )
    command(*_pick(data, several))
    shutil.rmtree(folder)


def _read(*names: str) -> bytes:
    with open(os.path.join(ROOT, *names), "rb") as stream:
        return stream.read()


def _fee_seeds() -> list[bytes]:
    own = (
        b'[[official_fees]]\nschedule = "2026-10"\nkind = "new"\nsize = "small"\n'
        b"application = 60000\naudit = 300000\nregistration = 60000\n"
        b'entered_by = "A"\nentered_on = 2026-10-05\n'
    )
    names = ("fees", "charges", "size", "calendar", "eligibility", "papers")
    return [
        b"own\n" + own,
        *(
            f"{name}\n".encode() + _read("questionnaires", "privacymark", f"{name}.toml")
            for name in names
        ),
    ]


def _fees(data: bytes) -> None:
    """The user's own file of fees, or one of the scheme's files after somebody brought it up to date."""
    from pmark_tui.store import paths, scheme

    name, _, body = data.partition(b"\n")
    kind = name.decode("ascii", "replace")
    if kind not in ("fees", "charges", "size", "calendar", "eligibility", "papers"):
        _put(os.path.join("data", "fees.toml"), body)
        command(*_pick(data, (("fees", "--size", "small", "--json"), ("fees", "seed.pmark.toml"))))
        os.unlink(os.path.join("data", "fees.toml"))
        return
    place = os.path.join("shipped", "privacymark", f"{kind}.toml")
    held, shipped = _read("questionnaires", "privacymark", f"{kind}.toml"), paths.shipped
    loaders = (
        scheme.fee_book,
        scheme.charges,
        scheme.size_rules,
        scheme.calendar_rules,
        scheme.eligibility_rules,
        scheme.paper_rules,
    )
    several = (
        ("fees", "seed.pmark.toml", "--details"),
        ("fees", "--size", "large", "--json", "--years", "4"),
        ("plan", "seed.pmark.toml", "--papers", "--cases", "--gantt"),
        ("size", "--industry", "service", "--workers", "9", "--capital", "5", "--advice"),
        ("report", "seed.pmark.toml", "-o", "r.md", "--force"),
    )
    for load in loaders:
        load.cache_clear()
    _put(place, body)
    paths.shipped = lambda: "shipped"
    try:
        command(*_pick(data, several))
    finally:
        paths.shipped = shipped
        _put(place, held)
        for load in loaders:
            load.cache_clear()


def _with_shipped() -> list[bytes]:
    _client_seeds()
    shutil.copytree(os.path.join(ROOT, "questionnaires"), "shipped", dirs_exist_ok=True)
    return _fee_seeds()


def _incident_seeds() -> list[bytes]:
    command("incident", "--known-on", "2026-11-20", "--file", "i", "--did", "reporter-named")
    if not os.path.exists("i.incident.toml"):
        command("incident", "--known-on", "2026-11-20", "--file", "i")
    if not os.path.exists("i.incident.toml"):
        return [b'format = "pmark-incident/1"\nknown_on = 2026-11-20\n']
    with open("i.incident.toml", "rb") as stream:
        return [stream.read()]


def _incident(data: bytes) -> None:
    several = (
        ("incident", "--file", "i"),
        ("incident", "--file", "i", "--json"),
        ("incident", "--file", "i", "-o", "i.md", "--force"),
    )
    _put("i.incident.toml", data)
    command(*_pick(data, several))


# --- templates, workbooks, documents, reports --------------------------------------------


def _template_seeds() -> list[bytes]:
    _client_seeds()
    shipped = os.path.join(ROOT, "pmark_tui", "report", "templates")
    names = sorted(name for name in os.listdir(shipped) if name.endswith(".j2"))
    held = [_read("pmark_tui", "report", "templates", name) for name in names]
    own = [b"# {{ view.title }}\n\n{% for s in sections %}\n{{ s | section }}\n{% endfor %}\n"]
    return held + own + [_read("docs", "templates", "my-summary.md.j2")]


def _template(data: bytes) -> None:
    _put("t.md.j2", data)
    words = _pick(data, (("r.md",), ("r.md", "--kind", "summary"), ("r.html",)))
    command("report", "seed.pmark.toml", "--template", "t.md.j2", "--force", "-o", *words)


@lru_cache(maxsize=1)
def _trimmed_workbook() -> bytes:
    """The exported workbook with the one sheet that is read back."""
    from openpyxl import load_workbook

    _client_seeds()
    command("report", "seed.pmark.toml", "-o", "w.xlsx", "--force")
    book = load_workbook("w.xlsx")
    plan = next(page for page in book if any(c.value == "question" for c in page[1]))
    for page in list(book):
        if page is not plan:
            del book[page.title]
    plan.delete_rows(9, plan.max_row)
    row = {cell.value: cell.column for cell in plan[1]}
    plan.cell(3, row["due"]).value = "2027-01-31"
    plan.cell(3, row["note"]).value = "x"
    plan.cell(4, row["owner"]).value = 5
    book.save("w.xlsx")
    with open("w.xlsx", "rb") as stream:
        return stream.read()


def _workbook_seeds() -> list[bytes]:
    return [_trimmed_workbook()]


def _workbook(data: bytes) -> None:
    with open("seed.pmark.toml", "rb") as stream:
        _put(FILE, stream.read())
    _put("w.xlsx", data)
    command("import", "w.xlsx", "--into", FILE, "--yes")


def _document_seeds() -> list[bytes]:
    from docx import Document

    _client_seeds()
    document = Document()
    document.add_heading("表紙", 0)
    document.add_table(1, 1)
    document.sections[0].header.paragraphs[0].text = "x"
    document.save("d.docx")
    with open("d.docx", "rb") as stream:
        return [stream.read()]


def _document(data: bytes) -> None:
    _put("d.docx", data)
    words = ("report", "seed.pmark.toml", "--kind", "summary", "--template", "d.docx")
    command(*words, "-o", "r.docx", "--force")


def _verify_seeds() -> list[bytes]:
    _client_seeds()
    seeds = []
    for name in ("v.md", "v.html", "v.csv", "v.json", "v.docx"):
        command("report", "seed.pmark.toml", "-o", name, "--force", "--kind", "summary")
        with open(name, "rb") as stream:
            data = stream.read()
        seeds.append(data if name.endswith(".docx") else data[:3000] + data[-3000:])
    return seeds


def _verify(data: bytes) -> None:
    _put("v", data)
    command("report", "seed.pmark.toml", "--verify", "v")


# --- command lines, the line-by-line interview, keys ---------------------------------------


def _argv_seeds() -> list[bytes]:
    _client_seeds()
    new = "new n --name A --industry service --workers 5 --no-capital --force"
    exposure = "exposure --persons 9 --items 氏名,住所"
    lines = [" ".join(words) for words in _LOOKS] + [new, exposure]
    lines += ["size --industry retail --workers 5 --capital 1000万", "doctor --json", "pack list"]
    lines += ["incident --known-on 2026-11-24 --json", "incident --figures", "--version"]
    return [line.replace(" ", "\n").encode() for line in lines]


def _argv(data: bytes) -> None:
    if not os.path.exists(FILE) or crc32(data) % 50 == 0:
        shutil.copyfile("seed.pmark.toml", FILE)
    line = data.decode("utf-8", "surrogateescape").split("\n")[:40]
    command(*(word.replace("\0", "") for word in line), typed="1\n2\nq\n")


def _plain_seeds() -> list[bytes]:
    _client_seeds()
    talk = "1\n5\n理由\nn メモ\nc seen\nd\nf\np\ng\ns\n/ 方針\nj 1.1-1\nu\nr\nb\n?\n12y 13n\nq\n"
    return [talk.encode(), b"?\n1\n1\n1\nu\nu\nr\nq\n"]


def _plain(data: bytes) -> None:
    shutil.copyfile("seed.pmark.toml", FILE)
    lang = "en" if crc32(data) % 2 else "ja"
    typed = data.decode("utf-8", "replace").replace("\r", "\n")
    command("interview", FILE, "--plain", "--lang", lang, typed=typed)


def _keys(data: bytes) -> None:
    from fuzz.screen import press

    press(data)


def _key_seeds() -> list[bytes]:
    _client_seeds()
    return [
        b"1234",
        b"\x1bOR\x1b[B\r",
        b"n\xe3\x81\x82\x1b",
        b"/J.2\r",
        b"\x1bOS\x1b[15~\t\r",
        b"p\x1b",
    ]


TARGETS = {
    target.name: target
    for target in (
        Target("client", _client_seeds, mutate.toml, _client),
        Target("sealed", _client_seeds, mutate.toml, _sealed),
        Target("pack", _pack_seeds, mutate.joined(mutate.toml, _MARK), _pack),
        Target("fees", _with_shipped, mutate.joined(mutate.toml, _MARK), _fees),
        Target("incident", _incident_seeds, mutate.toml, _incident),
        Target("template", _template_seeds, mutate.pieces(JINJA), _template, 8_000),
        Target("workbook", _workbook_seeds, mutate.archive, _workbook),
        Target("document", _document_seeds, mutate.archive, _document),
        Target("verify", _verify_seeds, mutate.archive, _verify),
        Target("argv", _argv_seeds, mutate.words(WORDS), _argv, 2_000),
        Target("plain", _plain_seeds, mutate.words(WORDS), _plain, 2_000),
        Target("keys", _key_seeds, mutate.pieces(KEYS), _keys, 120),
    )
}

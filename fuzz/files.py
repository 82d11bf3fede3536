"""Files that come in: client files, packs, fee files and the scheme's, records of incidents."""

from __future__ import annotations

import os
import shutil
from dataclasses import fields, replace
from typing import Any
from zlib import crc32

from fuzz import mutate
from fuzz.command import FILE, MARK, ROOT, command, pick, put, read

LOOKS = (
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


def client_seeds() -> list[bytes]:
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
    put("seed.pmark.toml", seeds[0])
    return seeds


def _shorter(value: Any) -> Any:
    """A dataclass with its long texts cut."""
    texts = {f.name: getattr(value, f.name) for f in fields(value)}
    return replace(value, **{k: v[:120] for k, v in texts.items() if isinstance(v, str)})


def run_client(data: bytes) -> None:
    """A client file as somebody wrote it."""
    put(FILE, data)
    command(*pick(data, LOOKS), typed="1\nn x\ng\n3\nq\n")


def run_sealed(data: bytes) -> None:
    """A client file that ends in a checksum, which pmark would take for its own."""
    if not data.endswith(b"\n"):
        data += b"\n"
    run_client(data + f'# checksum = "crc32:{crc32(data):08x}"\n'.encode())


def pack_seeds() -> list[bytes]:
    """The small pack of the tests, its files in one piece of bytes."""
    folder = os.path.join(ROOT, "tests", "packs", "small")
    parts = []
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(place, name)
            with open(path, "rb") as stream:
                parts.append(os.path.relpath(path, folder).encode() + b"\n" + stream.read())
    return [MARK.join(parts)]


def run_pack(data: bytes) -> None:
    """A pack as somebody wrote it."""
    folder = os.path.join("data", "packs", "own")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for part in data.split(MARK)[:12]:
        name, _, body = part.partition(b"\n")
        path = os.path.join(folder, name.decode("utf-8", "replace").replace("\0", "")[:80])
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            put(path, body)
        except OSError:
            continue
    several = (
        ("pack", "check", folder),
        ("pack", "show", folder),
        ("pack", "list", "--json"),
        ("questions", "--pack", "small", "--json"),
        ("sheet", "--pack", "small", "-o", "s.md", "--force"),
    )
    command(*pick(data, several))
    shutil.rmtree(folder)


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
            f"{name}\n".encode() + read("questionnaires", "privacymark", f"{name}.toml")
            for name in names
        ),
    ]


def run_fees(data: bytes) -> None:
    """The user's own file of fees, or one of the scheme's files after somebody brought it up to date."""
    from pmark_tui.store import paths, scheme

    name, _, body = data.partition(b"\n")
    kind = name.decode("ascii", "replace")
    if kind not in ("fees", "charges", "size", "calendar", "eligibility", "papers"):
        put(os.path.join("data", "fees.toml"), body)
        command(*pick(data, (("fees", "--size", "small", "--json"), ("fees", "seed.pmark.toml"))))
        os.unlink(os.path.join("data", "fees.toml"))
        return
    place = os.path.join("shipped", "privacymark", f"{kind}.toml")
    held, shipped = read("questionnaires", "privacymark", f"{kind}.toml"), paths.shipped
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
    put(place, body)
    paths.shipped = lambda: "shipped"
    try:
        command(*pick(data, several))
    finally:
        paths.shipped = shipped
        put(place, held)
        for load in loaders:
            load.cache_clear()


def with_shipped() -> list[bytes]:
    """The fee files, and a copy of all that is shipped to put changed ones into."""
    client_seeds()
    shutil.copytree(os.path.join(ROOT, "questionnaires"), "shipped", dirs_exist_ok=True)
    return _fee_seeds()


def incident_seeds() -> list[bytes]:
    """The record of an incident as pmark writes it."""
    command("incident", "--known-on", "2026-11-20", "--file", "i", "--did", "reporter-named")
    if not os.path.exists("i.incident.toml"):
        command("incident", "--known-on", "2026-11-20", "--file", "i")
    if not os.path.exists("i.incident.toml"):
        return [b'format = "pmark-incident/1"\nknown_on = 2026-11-20\n']
    with open("i.incident.toml", "rb") as stream:
        return [stream.read()]


def run_incident(data: bytes) -> None:
    """The record of an incident as somebody wrote it."""
    several = (
        ("incident", "--file", "i"),
        ("incident", "--file", "i", "--json"),
        ("incident", "--file", "i", "-o", "i.md", "--force"),
    )
    put("i.incident.toml", data)
    command(*pick(data, several))

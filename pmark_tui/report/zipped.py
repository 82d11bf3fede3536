"""Zip archives: ours, the same bytes wherever they are made; and those of others, read within limits.

Of ours, times, system and permissions are fixed, and nothing is compressed: what a compressor makes
of the same text differs between builds of zlib.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pmark_tui.errors import BadInput

LARGEST = 128_000_000
"""Most bytes that an archive of somebody else's may hold once it is unpacked."""
MOST_PARTS = 1_000
HIGHEST_RATIO = 250
"""How many times larger than packed a part of more than a megabyte may be; office files reach thirty."""
_MEGABYTE = 1_000_000

_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def pack(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these parts, in their order."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, data in parts.items():
            info = ZipInfo(name, _TIME)
            info.create_system = _UNIX
            info.external_attr = 0o600 << 16
            archive.writestr(info, data)
    return made.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of an archive, in their order."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def checked(data: bytes, file: str, office: bool = True) -> dict[str, bytes]:
    """The parts of an archive of somebody else's, whole and not too large.

    Those of an `office` file are safe to hand to a library that parses them as XML.

    Raises:
        BadInput: it is no archive or a damaged one, too large once unpacked, a name in it leads
            outside or stands twice, or a part is XML that could grow or is not UTF-8.
    """
    import struct
    import zlib

    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            _check_sizes(infos, file)
            _check_names([info.filename for info in infos], file)
            parts = {info.filename: archive.read(info) for info in infos}
    except (
        BadZipFile,
        EOFError,
        LookupError,
        OSError,
        RuntimeError,
        ValueError,
        struct.error,
        zlib.error,
    ) as error:
        raise BadInput("archive_bad", file=file, why=error) from None
    for name, part in parts.items():
        if office and _could_grow(part):
            raise BadInput("archive_entities", file=file, found=name)
    return parts


def _check_sizes(infos: list[ZipInfo], file: str) -> None:
    """Sizes are as the archive states them; reading a part stops there, so a lie gains nothing."""
    large = sum(info.file_size for info in infos) > LARGEST or len(infos) > MOST_PARTS
    for info in infos:
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadInput("archive_bad", file=file, why=f"compression {info.compress_type}")
        swollen = info.file_size > HIGHEST_RATIO * max(1, info.compress_size)
        large = large or (swollen and info.file_size > _MEGABYTE)
    if large:
        limits = {"allowed": LARGEST, "parts": MOST_PARTS, "ratio": HIGHEST_RATIO}
        raise BadInput("archive_large", file=file, **limits)


def _check_names(names: list[str], file: str) -> None:
    for number, name in enumerate(names):
        steps = name.split("/")
        odd = not name.isprintable() or "\\" in name or ":" in name or len(name) > 255
        if odd or name in names[:number] or ".." in steps or not all(steps):
            raise BadInput("archive_name", file=file, found=repr(name[:60]))


def _could_grow(part: bytes) -> bool:
    """Whether a part is XML with a DTD, which may define entities, or in a coding that could hide one."""
    head = part.lstrip(b"\xef\xbb\xbf \t\r\n")[:200]
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part[:4]:
        return b"<" in part[:8]
    if not head.startswith(b"<"):
        return False
    opening = head.partition(b"?>")[0].lower()
    coded = opening.partition(b"encoding")[2].strip(b" =\"'\t\r\n")
    foreign = bool(coded) and not coded.startswith((b"utf-8", b"us-ascii"))
    return foreign or b"<!DOCTYPE" in part or b"<!ENTITY" in part

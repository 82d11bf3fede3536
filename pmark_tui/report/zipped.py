"""Zip archives that are the same bytes wherever they are made.

Times, system and permissions are fixed, and nothing is compressed: what a compressor makes of the same
text differs between builds of zlib.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

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

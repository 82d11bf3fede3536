"""What the operating system says of files, in Japanese: it says it in English, whatever the language."""

import errno
import os

from pmark_tui.texts import Texts

SYSTEM: Texts = {
    "ENOENT": ("見つかりません：{said}", "{said}"),
    "EACCES": ("許可がありません：{said}", "{said}"),
    "EPERM": ("許可がありません：{said}", "{said}"),
    "ENOSPC": ("空きがありません：{said}", "{said}"),
    "EDQUOT": ("割り当てられた空きがありません：{said}", "{said}"),
    "EROFS": ("書き込めない場所です：{said}", "{said}"),
    "EISDIR": ("ファイルではなくフォルダーです：{said}", "{said}"),
    "ENOTDIR": ("フォルダーではありません：{said}", "{said}"),
    "EEXIST": ("すでにあります：{said}", "{said}"),
    "ENAMETOOLONG": ("名前が長すぎます：{said}", "{said}"),
    "EIO": ("読み書きに失敗しました：{said}", "{said}"),
    "EBUSY": ("ほかで使われています：{said}", "{said}"),
    "EAGAIN": ("ほかで使われています：{said}", "{said}"),
}


def key_of(said: str) -> str | None:
    """The key for what the system said; None for other words."""
    numbers = {key: getattr(errno, key, 0) for key in SYSTEM}
    return next((key for key, n in numbers.items() if n and os.strerror(n) == said), None)

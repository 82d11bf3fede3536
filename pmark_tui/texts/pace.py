"""The time that is left, in words."""

from __future__ import annotations

from pmark_tui.domain.client import Client
from pmark_tui.domain.pace import minutes_left
from pmark_tui.texts import Texts, text

MINUTES_IN_HOURS = 90
"""Above so many minutes they are told in hours."""

PACE: Texts = {
    "minutes": ("約{minutes}分", "about {minutes} min"),
    "hours": ("約{hours}時間", "about {hours} h"),
}


def time_left(client: Client, left: int, lang: str) -> str:
    """How long `left` questions will take at one's own pace; "" where nothing can be said yet."""
    minutes = minutes_left(client, left)
    if not minutes:
        return ""
    if minutes > MINUTES_IN_HOURS:
        return text(PACE, "hours", lang, hours=f"{round(minutes / 30) / 2:g}")
    return text(PACE, "minutes", lang, minutes=minutes)

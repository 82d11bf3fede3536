"""Keys: one table a screen, from which come its bindings, its key bar and its help.

Letters and digits do not arrive while a Japanese input method is on, so everything essential also has
a key that it lets through: arrows, Enter, Tab, Esc, a function key or Ctrl with a letter. F10 and F11
belong to terminals and are not used.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from pmark_tui.domain.values import frozen


@frozen
class Key:
    """What a key does: the keys, the action, its text in `texts.keys`, and the name shown for it.

    `bar` puts it into the key bar at the bottom; the help lists all of them. `priority` takes the key
    before the widget that has the focus: a list would otherwise use it to move its own cursor.
    """

    keys: str
    action: str
    label: str
    shown: str
    bar: bool = True
    priority: bool = False


def bindings(keys: tuple[Key, ...]) -> list[BindingType]:
    """Textual's bindings for a table of keys."""
    return [
        Binding(k.keys, k.action, k.label, show=False, priority=k.priority, id=k.label)
        for k in keys
    ]


def with_full_width(keys: str) -> str:
    """Keys with their full-width twins, as an input method commits them: `1` and `１`."""
    out = []
    for key in keys.split(","):
        out.append(key)
        if len(key) == 1 and key.isascii() and key.isalnum():
            out.append(chr(ord(key) + 0xFEE0))
    return ",".join(out)


_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "delete": "Del",
    "backspace": "BS",
    "escape": "Esc",
    "ideographic_space": "Space",
}


def all_names(key: Key) -> str:
    """Every name of a key for the help: the one shown first, then its letter and the like."""
    names = key.shown.split()
    for form in key.keys.split(","):
        control, _, letter = form.rpartition("+")
        name = _NAMES.get(form) or (f"Ctrl+{letter.upper()}" if control else form)
        name = name.title() if len(name) > 1 and name.islower() else name
        if name.isascii() and not name.isdecimal() and name.lower() not in map(str.lower, names):
            names.append(name)
    return " ".join(names)


EVERYWHERE = (
    Key("f1,question_mark,？", "app.help", "help", "F1"),
    Key("f2", "go('profile')", "profile", "F2"),
    Key("f3", "go('interview')", "interview", "F3"),
    Key("f4", "go('results')", "results", "F4"),
    Key("f5", "go('report')", "report", "F5"),
    Key("f12", "go('incident')", "incident", "F12", bar=False),
    Key("ctrl+o", "go('clients')", "clients", "Ctrl+O", bar=False),
    Key("ctrl+l", "app.language", "language", "Ctrl+L", bar=False),
    Key("ctrl+t", "app.theme", "theme", "Ctrl+T", bar=False),
    Key("ctrl+p", "app.command_palette", "palette", "Ctrl+P", bar=False),
    Key("ctrl+q", "app.leave", "quit", "Ctrl+Q", priority=True),
)
"""What works on every screen of an open client."""

INTERVIEW = (
    Key(with_full_width("1"), "choose(0)", "choose", "1-5"),
    *(
        Key(with_full_width(str(n)), f"choose({n - 1})", f"choose_{n}", str(n), bar=False)
        for n in range(2, 6)
    ),
    Key("enter", "enter", "take", "Enter", bar=False),
    Key("left," + with_full_width("b"), "back", "back", "Left"),
    Key("right,space,ideographic_space", "forward", "forward", "Right", bar=False),
    Key(with_full_width("n") + ",f7,ctrl+n", "next_unanswered", "next_unanswered", "F7"),
    Key(with_full_width("m") + ",f6", "note", "note", "F6"),
    Key(with_full_width("f") + ",f8", "flag", "flag", "F8"),
    Key(with_full_width("k") + ",ctrl+k", "park", "park", "k", bar=False),
    Key(with_full_width("c") + ",ctrl+s", "certainty", "certainty", "c", bar=False),
    Key(with_full_width("d") + ",ctrl+d", "details", "details", "d", bar=False),
    Key(with_full_width("g") + ",f9", "guide", "guide", "F9"),
    Key("slash,／,ctrl+f", "search", "search", "/"),
    Key(with_full_width("o") + ",ctrl+g", "outline", "outline", "o", bar=False),
    Key(with_full_width("p") + ",ctrl+r", "routes", "routes", "p", bar=False),
    Key("escape", "leave_route", "leave_route", "Esc", bar=False),
    Key(with_full_width("l") + ",ctrl+b", "marked", "marked", "l", bar=False),
    Key(with_full_width("e") + ",ctrl+e", "explain", "explain", "e", bar=False),
    Key(with_full_width("v") + ",ctrl+v", "go('visit')", "visit", "v", bar=False),
    Key(with_full_width("i") + ",ctrl+a", "key_in", "key_in", "i", bar=False),
    Key(with_full_width("u") + ",ctrl+z", "undo", "undo", "u", bar=False),
    Key(with_full_width("r") + ",ctrl+y", "redo", "redo", "r", bar=False),
    Key("0,０,delete,backspace", "clear", "clear", "0", bar=False),
    Key("home", "first", "first", "Home", bar=False, priority=True),
    Key("end", "last", "last", "End", bar=False, priority=True),
    Key("pagedown", "page(1)", "page_down", "PgDn", bar=False, priority=True),
    Key("pageup", "page(-1)", "page_up", "PgUp", bar=False, priority=True),
    *EVERYWHERE,
)

BACK = Key("escape", "app.go_up", "go_up", "Esc", bar=False)
"""Out of a screen that one only looked at; not out of a form, where Esc belongs to the input method."""

READER = (
    Key("left," + with_full_width("b"), "page_before", "page_before", "Left"),
    Key("right," + with_full_width("n"), "page_after", "page_after", "Right"),
    Key("enter," + with_full_width("p"), "pages", "pages", "Enter"),
    BACK,
)
"""How one reads pages of text."""

CLIENTS = (
    Key("enter", "open", "open_client", "Enter"),
    Key(with_full_width("n") + ",f2", "new", "new_client", "F2 n"),
    Key("slash,／,f6,ctrl+f", "filter", "filter", "F6 /"),
    Key(with_full_width("s") + ",f7", "sort", "sort", "F7 s"),
    Key(with_full_width("c") + ",f8", "copy", "copy_client", "F8 c"),
    Key(with_full_width("i") + ",f9", "bring_in", "bring_in", "F9 i", bar=False),
    Key(with_full_width("m") + ",ctrl+r", "rename", "rename_client", "m", bar=False),
    Key(with_full_width("a") + ",ctrl+a", "archive", "archive", "a", bar=False),
    Key(with_full_width("v") + ",ctrl+v", "archive_view", "archive_view", "v", bar=False),
    Key(with_full_width("r") + ",f5", "reload", "reload", "F5 r", bar=False),
    Key("escape", "stop", "stop", "Esc", bar=False),
    Key("f1,question_mark,？", "app.help", "help", "F1"),
    Key("f12", "go('incident')", "incident", "F12", bar=False),
    Key("ctrl+l", "app.language", "language", "Ctrl+L"),
    Key("ctrl+t", "app.theme", "theme", "Ctrl+T", bar=False),
    Key("ctrl+p", "app.command_palette", "palette", "Ctrl+P", bar=False),
    Key("ctrl+q", "app.leave", "quit", "Ctrl+Q", priority=True),
)

PROFILE = (
    Key("enter", "next_field", "next_field", "Enter", bar=False, priority=True),
    Key("down", "move(1)", "move", "Up Down", priority=True),
    Key("up", "move(-1)", "field_before", "Up", bar=False, priority=True),
    Key("f6", "official_fee", "official_fee", "F6", bar=False),
    Key("f1", "app.help", "help", "F1"),  # a question mark is text here
    *EVERYWHERE[1:],
)

RESULTS = (
    Key(with_full_width("e") + ",f6", "explain", "explain", "F6 e"),
    Key("enter,right", "details", "go_to_question", "Enter"),
    BACK,
    Key(with_full_width("w") + ",f7", "go('what_if')", "what_if", "F7 w"),
    Key(with_full_width("h") + ",f8", "go('history')", "history", "F8 h"),
    Key(with_full_width("y") + ",f9", "official_fee", "official_fee", "F9 y", bar=False),
    Key(with_full_width("f") + ",ctrl+f", "go('findings')", "findings", "f", bar=False),
    Key("pagedown", "page(1)", "page_down", "PgDn", bar=False, priority=True),
    Key("pageup", "page(-1)", "page_up", "PgUp", bar=False, priority=True),
    *EVERYWHERE,
)

WHAT_IF = (
    Key("enter,space,ideographic_space", "suppose", "toggle", "Enter Space"),
    Key(with_full_width("t") + ",f6", "first_ten", "first_ten", "F6 t"),
    Key("0,０,delete", "none", "none", "0"),
    BACK,
    *EVERYWHERE,
)

FINDINGS = (
    Key("enter", "work", "work_on", "Enter"),
    Key(with_full_width("n") + ",f6", "add", "add_finding", "F6 n"),
    Key(with_full_width("c") + ",f7", "close", "close_finding", "F7 c"),
    BACK,
    *EVERYWHERE,
)

HISTORY = (
    Key(with_full_width("s") + ",f6", "snapshot", "snapshot", "F6 s"),
    Key(with_full_width("r") + ",f7", "restore", "restore", "F7 r"),
    *READER,
    *EVERYWHERE,
)

INCIDENT = (
    Key(with_full_width("d") + ",f6", "known_on", "known_on", "F6 d"),
    Key(with_full_width("x") + ",f7", "malicious", "malicious", "F7 x"),
    Key(with_full_width("m") + ",f8", "my_number", "my_number", "F8 m"),
    Key(with_full_width("c") + ",f9", "profile", "cause_profile", "F9 c", bar=False),
    Key(with_full_width("r") + ",ctrl+r", "record", "record", "r"),
    Key(with_full_width("e") + ",ctrl+e", "go('exposure')", "exposure", "e", bar=False),
    Key(with_full_width("k") + ",ctrl+k", "go('drill')", "drill", "k", bar=False),
    *READER,
    *EVERYWHERE,
)

RECORDS = (
    Key("enter", "done", "open_record", "Enter"),
    BACK,
    *EVERYWHERE,
)
"""While the screen of records shows which there are."""

RECORD = (
    Key("enter", "done", "done", "Enter"),
    Key(with_full_width("e") + ",f6", "entry", "entry", "F6 e"),
    Key(with_full_width("n") + ",f7", "log_line", "log_line", "F7 n"),
    Key(with_full_width("f") + ",f8", "facts", "facts", "F8 f"),
    Key(with_full_width("w") + ",f9", "write", "write", "F9 w"),
    Key("delete,backspace", "take_back", "take_back", "Del", bar=False),
    Key(with_full_width("o") + ",ctrl+r", "records", "records", "o", bar=False),
    Key("pagedown", "page(1)", "page_down", "PgDn", bar=False, priority=True),
    Key("pageup", "page(-1)", "page_up", "PgUp", bar=False, priority=True),
    BACK,
    *EVERYWHERE,
)

EXPOSURE = (
    Key("enter", "edit", "edit_set", "Enter"),
    Key(with_full_width("n") + ",f7", "new", "new_set", "F7 n"),
    Key("delete,backspace", "remove", "remove_set", "Del"),
    Key("pagedown", "page(1)", "page_down", "PgDn", bar=False, priority=True),
    Key("pageup", "page(-1)", "page_up", "PgUp", bar=False, priority=True),
    BACK,
    *EVERYWHERE,
)

DRILL = (
    Key(with_full_width("y") + ",1,１,f6", "could", "could", "F6 y"),
    Key(with_full_width("x") + ",2,２,f7", "stuck", "stuck", "F7 x"),
    Key(with_full_width("o") + ",f8", "scenario", "scenario", "F8 o"),
    Key(with_full_width("w") + ",f9", "keep", "keep_evidence", "F9 w"),
    *READER,
    *EVERYWHERE,
)

VISIT = (
    Key(with_full_width("w") + ",f9", "write", "write", "F9 w"),
    *READER,
    *EVERYWHERE,
)

REPORT = (
    Key(with_full_width("w") + ",f9", "write", "write", "F9 w"),
    Key(with_full_width("f") + ",f7", "format", "format", "F7 f"),
    Key(with_full_width("k") + ",f6", "kind", "kind", "F6 k"),
    *READER,
    *EVERYWHERE,
)

"""Write docs/man/pmark.1 from the parsers that read the command line: `python docs/man/make.py`."""

from pathlib import Path
from textwrap import wrap

from pmark_tui.commands.parsers import OPEN
from pmark_tui.commands.shapes import Shape, Word, shapes

WIDTH = 76
PAGE = Path(__file__).with_name("pmark.1")

HEAD = """\
.\\" Made by docs/man/make.py; do not edit.
.Dd $Mdocdate$
.Dt PMARK 1
.Os
.Sh NAME
.Nm pmark
.Nd readiness for the Privacy Mark of Japan, in the terminal
.Sh SYNOPSIS
.Nm
.Op Fl \\-lang Cm ja | en
.Op Ar PATH
.Nm
.Ar COMMAND
.Op Ar ...
.Sh DESCRIPTION
.Nm
interviews an organisation about its size and its controls under JIS Q 15001,
says how ready it is for each step towards the Privacy Mark and what the mark
will cost, and writes a gap report.
Without a command it opens a folder of client files, or one client file, in full
screen.
Nothing is sent anywhere.
.Pp
The words for people are Japanese or English:
.Fl \\-lang ,
else the locale, else Japanese.
.Fl \\-json
prints one JSON object and nothing else.
.Sh COMMANDS
"""

FOOT = """\
.Sh ENVIRONMENT
.Bl -tag -width PMARK_CLIENTS
.It Ev PMARK_CLIENTS
The folder of client files where none is named; else
.Pa ~/pmark .
.It Ev PMARK_DATA
The user's packs, templates and shared fee file; else a folder
.Pa pmark
under
.Ev XDG_DATA_HOME
or what the system has in its place.
.It Ev PMARK_CACHE
What may be deleted at any time.
.It Ev LC_ALL , LC_MESSAGES , LANG
The language.
.It Ev NO_COLOR
No colours.
.El
.Sh FILES
.Bl -tag -width Ds
.It Pa NAME.pmark.toml
One client: everything that was said, as readable TOML.
.El
.Sh EXIT STATUS
.Bl -tag -width Ds -compact
.It 0
Done.
.It 1
A check found something.
.It 2
Bad usage or bad input.
.It 3
A file could not be read, written or locked.
.El
.Sh EXAMPLES
Look at a filled-in sample:
.Pp
.Dl pmark demo
.Pp
The report of a client as a Word file:
.Pp
.Dl pmark report client.pmark.toml --format docx
"""


def page() -> str:
    """The whole page, as mdoc."""
    return HEAD + "".join(map(_command, shapes("en"))) + FOOT


def _command(shape: Shape) -> str:
    options = [word for word in shape.options if word.names != ("--lang",)]
    called = "pmark" if shape.name == OPEN else f"pmark {shape.name}"
    lines = [f".Ss {called}", _plain(shape.about + "."), ".Pp", ".Nm"]
    if shape.name != OPEN:
        lines.append(f".Cm {shape.name}")
    for place in shape.places:
        lines.append(f".{'Ar' if place.required else 'Op Ar'} {_word(place.value)}")
    lines += [f".Op {_option(word)}" for word in options]
    if told := [word for word in (*options, *shape.places) if word.help]:
        lines.append(".Bl -tag -width Ds")
        for word in told:
            head = _option(word) if word.names else f"Ar {_word(word.value)}"
            lines += [f".It {head}", _plain(word.help)]
        lines.append(".El")
    return "\n".join(lines) + "\n"


def _option(word: Word) -> str:
    names = " , ".join("Fl " + name[1:].replace("-", r"\-") for name in word.names)
    return names + (f" Ar {_word(word.value)}" if word.value else "")


def _word(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _plain(sentence: str) -> str:
    """A sentence in lines of which none is taken for a request."""
    lines = wrap(sentence.replace("\\", "\\e"), WIDTH)
    return "\n".join(rf"\&{line}" if line[0] in ".'" else line for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")

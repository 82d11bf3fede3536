"""`pmark completion SHELL`: a script by which a shell completes pmark's commands and options.

It is made from the parsers that read the command line, so it knows what they know.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator

from pmark_tui.commands.output import put
from pmark_tui.commands.parsers import OPEN
from pmark_tui.commands.shapes import Shape, Word, shapes
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark completion`."""
    parser.add_argument("shell", choices=SHELLS, help=text(CLI, "help_shell", lang))


def run(args: Namespace) -> int:
    """Print the script."""
    put("\n".join(SHELLS[args.shell](shapes(args.lang))) + "\n")
    return 0


def _bash(commands: tuple[Shape, ...]) -> Iterator[str]:
    yield '# pmark: source this file, or: eval "$(pmark completion bash)"'
    yield "_pmark() {"
    yield "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= word"
    yield '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield f'    case "$word" in {"|".join(_names(commands))}) command=$word; break ;; esac'
    yield "  done"
    yield "  COMPREPLY=()"
    yield '  case "$command $prev" in'
    for shape in commands:
        for word in shape.options:
            if word.value and not word.holds:
                patterns = "|".join(f'"{_given(shape)} {name}"' for name in word.names)
                yield f"    {patterns}) {_bash_reply(word.choices)}; return ;;"
            elif word.holds:
                patterns = "|".join(f'"{_given(shape)} {name}"' for name in word.names)
                yield f"    {patterns}) return ;;"
    yield "  esac"
    yield '  case "$command" in'
    for shape in commands:
        options = [name for word in shape.options for name in word.names]
        places = [choice for word in shape.places for choice in word.choices]
        if shape.name == OPEN:
            places += _names(commands)
        yield f'    "{_given(shape)}")'
        yield f'      case "$cur" in -*) {_bash_reply(options)} ;; *) {_bash_reply(places)} ;; esac ;;'
    yield "  esac"
    yield "}"
    yield "complete -o default -F _pmark pmark"


def _bash_reply(words: list[str] | tuple[str, ...]) -> str:
    """What sets the answer; where that comes to nothing, the shell offers files."""
    return f'COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$cur"))'


def _zsh(commands: tuple[Shape, ...]) -> Iterator[str]:
    yield "#compdef pmark"
    yield '# pmark: save as _pmark in a folder of $fpath, or: eval "$(pmark completion zsh)"'
    yield "_pmark() {"
    yield "  local -a commands=("
    for shape in commands:
        if shape.name != OPEN:
            yield f"    {_quoted(f'{shape.name}:{shape.about}')}"
    yield "  )"
    yield "  local word command="
    yield "  for word in ${words[2,CURRENT-1]}; do"
    yield f"    case $word in {'|'.join(_names(commands))}) command=$word; break ;; esac"
    yield "  done"
    yield "  case $command in"
    for shape in commands:
        yield f"    '{_given(shape)}')"
        specs = [_zsh_option(word) for word in shape.options]
        first = ["':command:_pmark_first'"] if shape.name == OPEN else [f"':{shape.name}:'"]
        places = first if shape.name == OPEN else [*first, *map(_zsh_place, shape.places)]
        yield f"      _arguments {' '.join([*specs, *places])} ;;"
    yield "  esac"
    yield "}"
    yield "_pmark_first() { _describe -t commands command commands; _files }"
    yield 'if [ "$funcstack[1]" = "_pmark" ]; then _pmark "$@"; else compdef _pmark pmark; fi'


def _zsh_option(word: Word) -> str:
    star = "*" if word.many else ""
    text_of = word.help.replace("[", "(").replace("]", ")").replace(":", " ")
    names = [
        _quoted(
            f"{star}{name}[{text_of}]"
            + (f":{word.value}:{_zsh_values(word)}" if word.value else "")
        )
        for name in word.names
    ]
    return " ".join(names)


def _zsh_place(word: Word) -> str:
    called = word.value.replace(":", " ")
    return _quoted(f"{'*' if word.many else ''}:{called}:{_zsh_values(word)}")


def _zsh_values(word: Word) -> str:
    if word.choices:
        return f"({' '.join(word.choices)})"
    return {"file": "_files", "folder": "_files -/"}.get(word.holds, " ")


def _fish(commands: tuple[Shape, ...]) -> Iterator[str]:
    yield "# pmark: save as pmark.fish in a completions folder of fish, or: pmark completion fish | source"
    known = " ".join(_names(commands))
    none_yet = f"not __fish_seen_subcommand_from {known}"
    for shape in commands:
        when = f"__fish_seen_subcommand_from {shape.name}"
        if shape.name == OPEN:
            when = none_yet
        else:
            about = _fish_quoted(shape.about)
            yield f"complete -c pmark -n '{none_yet}' -a {shape.name} -d {about}"
        for word in shape.options:
            parts = [f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in word.names]
            if word.value:
                parts.append("-r -F" if word.holds else "-x")
            if word.choices:
                parts.append(f"-a {_fish_quoted(' '.join(word.choices))}")
            if word.help:
                parts.append(f"-d {_fish_quoted(word.help)}")
            yield f"complete -c pmark -n '{when}' {' '.join(parts)}"
        for word in shape.places:
            if word.choices:
                yield f"complete -c pmark -n '{when}' -a {_fish_quoted(' '.join(word.choices))}"


def _names(commands: tuple[Shape, ...]) -> list[str]:
    return [shape.name for shape in commands if shape.name != OPEN]


def _given(shape: Shape) -> str:
    """What stands on the line for this command."""
    return "" if shape.name == OPEN else shape.name


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "'\\''") + "'"


def _fish_quoted(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"


SHELLS: dict[str, Callable[[tuple[Shape, ...]], Iterator[str]]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
}

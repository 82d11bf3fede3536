"""Words that mean something to pmark: to its command line, its templates and its keys."""

from __future__ import annotations

from pmark_tui.texts.commands import COMMANDS

_OPTIONS = (
    "--all --allow --bundle --capital --case --certainty --clause --clauses --close --count --details "
    "--did --drill --evidence --evidence-date --event --expires --explain --extra --figures --file "
    "--flag --force --format --full --gantt --glossary --help --ics --identifiability --if --incidents "
    "--industry --into --items --json --keys --kind --known-on --lang --level --list --malicious --name "
    "--no-capital --no-open --note --on --output --pack --papers --paper-date --persons --places --plain "
    "--quick --reason --redact --response --sheet --size --social --start --target --template --text --to "
    "--top --verify --version --who --workers --years --yes --advice --cases --ask --no-mouse -o -h -- -"
)
_VALUES = (
    "c.pmark.toml seed.pmark.toml r.md w.xlsx d.docx t.md.j2 . nowhere plan do grant 1.1-1 1.1 "
    "1.1-1=yes 1.1-1= =yes yes partial no unknown na said seen service retail small large new renewal "
    "full summary auditor md html docx xlsx csv json jisq15001-2023 incident-response ja en 0 1 12 -1 "
    "1000万 １２ 1e9 99999999999999999999 2026-11-24 9999-12-31 0001-01-01 2026-02-30 氏名,住所 氏名=1/2 "
    "12y 13p list show check schema add close cloud my-number president"
)
WORDS = (*(name for name in COMMANDS if name != "serve"), *_OPTIONS.split(), *_VALUES.split())

JINJA = tuple(
    word.encode()
    for word in (
        "{{ view }}",
        "{{ view.client }}",
        "{{ view.chapters }}",
        "{{ words('p_on') }}",
        "{{ words('no', x=1) }}",
        "{{ section.steps | section }}",
        "{{ sections[0].blocks[0] | block }}",
        "{{ 1 | block }}",
        "{{ view.client | line }}",
        "{{ 5 | line }}",
        "{{ none | indented }}",
        "{{ view.client | indented('x') }}",
        "{{ view | table }}",
        "{% for x in view %}",
        "{% for a in range(99999) %}",
        "{% endfor %}",
        "{% if x is defined %}",
        "{% endif %}",
        "{% set x = [] %}",
        "{% set x = 'a' * 99999999 %}",
        "{{ x.__class__ }}",
        "{{ x | attr('__class__') }}",
        "{{ ''.format }}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x' | center(999999999) }}",
        "{{ lipsum(99) }}",
        "{{ cycler(1) }}",
        "{{ joiner() }}",
        "{{ namespace(a=1) }}",
        "{{ dict(a=1) | tojson }}",
        "{{ [1,2] | map('upper') | list }}",
        "{{ [1] | groupby('x') | list }}",
        "{{ view.chapters | sort(attribute='x') }}",
        "{{ view.chapters | sum }}",
        "{{ 'a' | int(base=99) }}",
        "{{ 1 | filesizeformat }}",
        "{{ 'x' | truncate(-1) }}",
        "{{ 'x' | wordwrap(0) }}",
        "{{ [1] | batch(0) | list }}",
        "{{ [1] | slice(0) | list }}",
        "{{ 'x' | urlize }}",
        "{{ 'x' | xmlattr }}",
        "{{ {} | xmlattr }}",
        "{{ self }}",
        "{{ caller() }}",
        "{{ loop }}",
        "{% include 't.md.j2' %}",
        "{% include 'pmark/report.md.j2' %}",
        "{% include ['x', 5] %}",
        "{% import 't.md.j2' as t %}",
        "{% extends 't.md.j2' %}",
        "{% extends 5 %}",
        "{% macro m(x) %}",
        "{{ m(m) }}",
        "{% endmacro %}",
        "{% call m() %}",
        "{% endcall %}",
        "{% block b %}",
        "{% endblock %}",
        "{% filter upper %}",
        "{% endfilter %}",
        "{% raw %}",
        "{% endraw %}",
        "{% with %}",
        "{% endwith %}",
        "{% autoescape false %}",
        "{% endautoescape %}",
        "{#",
        "#}",
        "{{",
        "}}",
        "{%",
        "%}",
        "(((",
        ")",
        "[",
        "|",
        "~",
        " is ",
        " in ",
        " not ",
        "\\N{x}",
        "'\\ud800'",
    )
)

KEYS = (
    *(f"\x1b[{letter}".encode() for letter in "ABCDHFZIO"),
    *(f"\x1bO{letter}".encode() for letter in "PQRS"),
    *(
        f"\x1b[{number}~".encode()
        for number in (2, 3, 5, 6, 15, 17, 18, 19, 20, 21, 23, 24, 200, 201)
    ),
    *(bytes([number]) for number in range(1, 32)),
    *(letter.encode() for letter in "1234567890abcdefghijklmnopqrstuvwxyz?/.,+-"),
    *(letter.encode() for letter in "１２３あ漢ｱか゛👍\u202e\u200d"),
    "個人情報保護方針".encode(),
    b"\x1b[200~\xe8\xb2\xbc\x1b]0;x\x07\n1\x1b[201~",
    b"\x1b[<0;5;5M\x1b[<0;5;5m",
    b"\x1b[<0;1;24M\x1b[<0;1;24m",
    b"\x1b[<64;5;5M",
    b"\x1b[<65;40;12M",
    b"\x1b[<35;9999;9999M",
    b"\x1b[0;;20491:20154u",
    b"\x1b[27u",
    b"\x1b[97;5u",
    b"\x1b[48;1;1;1;1t",
    b"\x1b[?2026;2$y",
    b"\x1b[5;9R",
    b"\x1b\x1b\x1b",
    b"\x7f",
    b"\xff\xfe",
    b"\xf0\x9f",
)

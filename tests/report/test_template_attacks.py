"""Templates that try to get out of the sandbox or to keep the program busy: each is refused in one line.

The first are the forms that published lists of template injections come down to.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pmark_tui.errors import PmarkError
from pmark_tui.report.markdown import markdown
from pmark_tui.report.model import ReportView

OUT = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ [].__class__.__base__.__subclasses__() }}",
    "{{ ''['__class__']['__mro__'] }}",
    "{{ ''|attr('__class__')|attr('__mro__') }}",
    "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ ''|attr(['_'*2,'class','_'*2]|join)|attr('mro') }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__.os }}",
    "{{ namespace.__init__.__globals__.os }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ config.items() }}",
    "{{ request.application.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ url_for.__globals__ }}",
    "{{ view.__init__.__globals__ }}",
    "{{ view._replace.__globals__ }}",
    "{{ words.__call__.__globals__ }}",
    "{{ (view|string).__class__ }}",
    "{{ '{0.__class__}'.format(view) }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(words) }}",
    "{{ '{a.__class__}'.format_map({'a': view}) }}",
    "{{ ('{0.__class__}'|string).format(view) }}",
    "{% set f = '{0.__class__}'.format %}{{ f(view) }}",
    "{{ [view]|sum(attribute='__class__') }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    "{{ caller.__code__ }}",
    "{% set x = dict(a=1) %}{{ x.update(b=2) }}",
    "{% set x = [1] %}{{ x.append(2) }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../../etc/passwd' %}",
    "{% import '/etc/passwd' as p %}",
    "{% extends '/etc/passwd' %}",
    "{% include 'pmark/../template.py' %}",
    "{{ ().__class__.__bases__[0].__subclasses__()[59].__init__.func_globals }}",
    "{{ open('/etc/passwd').read() }}",
    "{{ __import__('os') }}",
    "{{ view.chapters.__getitem__.__self__.__reduce__() }}",
    "{{ (1).__class__.from_bytes }}",
    "{{ loop.__class__ }}{% for x in [1] %}{{ loop._iterator.gi_frame }}{% endfor %}",
    "{% for x in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
)
EMPTY = (
    "{{ [view]|map(attribute='__class__')|list }}",
    "{{ [view]|map('attr', '__class__')|list }}",
    "{{ ([view]|groupby('__class__'))[0][0] is defined }}",
)
BUSY = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{{ 9 ** 99999 }}",
    "{% set ns = namespace(x=9) %}{% for a in range(99) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
    "{{ 'x' * 99999999999 }}",
    "{{ [0] * 999999999 }}",
    "{{ range(999999999) | list }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '%*d' % (999999999, 1) }}",
    "{{ '%999999999d' | format(1) }}",
    "{{ '{:>999999999}'.format(1) }}",
    "{{ '{:>{}}'.format(1, 999999999) }}",
    "{{ '{:>{}}'.format(1, '999999999') }}",
    "{{ 'x'.ljust(999999999) }}",
    "{{ 'x' | center(999999999) }}",
    "{{ 'x' | indent(999999999) }}",
    "{{ [1] | batch(999999999, 'x') | list }}",
    "{{ [1] | slice(999999999) | list }}",
    "{{ {'a': 1} | tojson(indent=999999999) }}",
    "{{ ('a' * 99999) | replace('a', 'b' * 9999) }}",
    "{{ ('a' * 99999).replace('a', 'b' * 9999) }}",
    "{{ ['a' * 9999] * 9999 }}",
    "{{ (['a' * 9999] * 9999) | join }}",
    "{{ ('b' * 9999).join('a' * 9999) }}",
    "{% set ns = namespace(x='a') %}{% for a in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
    "{% set ns = namespace(x='a') %}{% for a in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "{% set ns = namespace(x=[1]) %}{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include 'own.md.j2' %}",
    "{% extends 'own.md.j2' %}",
    "{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}",
    "{% for a in [1] %}" * 40 + "{% endfor %}" * 40,
)


def _refused(text: str, tmp_path: Path, view: ReportView) -> None:
    path = tmp_path / "own.md.j2"
    path.write_text(text, encoding="utf-8")
    begun = time.process_time()
    with pytest.raises(PmarkError) as caught:
        markdown(view, str(path))
    assert time.process_time() - begun < 25
    said = caught.value.message("en")
    assert "own.md.j2" in said and "root:" not in said


@pytest.mark.parametrize("text", OUT)
def test_no_template_gets_out_of_the_sandbox(
    text: str, tmp_path: Path, view_of: Callable[..., ReportView]
) -> None:
    _refused(text, tmp_path, view_of("begun"))


@pytest.mark.parametrize("text", EMPTY)
def test_what_a_filter_does_not_find_is_nothing(
    text: str, tmp_path: Path, view_of: Callable[..., ReportView]
) -> None:
    path = tmp_path / "own.md.j2"
    path.write_text(text, encoding="utf-8")
    assert markdown(view_of("begun"), str(path)).strip() in ("\\[Undefined]", "False")


@pytest.mark.parametrize("text", BUSY)
def test_no_template_keeps_the_program_busy(
    text: str, tmp_path: Path, view_of: Callable[..., ReportView], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmark_tui.report.template_limits.MOST_SECONDS", 0.3)
    _refused(text, tmp_path, view_of("begun"))

"""Templates of the user's own: what they see, what they cannot do, and how they fail."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pmark_tui.errors import PmarkError
from pmark_tui.report.markdown import markdown
from pmark_tui.report.model import ReportView
from pmark_tui.report.template import SHIPPED
from pmark_tui.report.writers import write_as
from tests.report.readers import READER, flat, tags_of, text_of

ROOT = Path(__file__).parents[2]


def _written(tmp_path: Path, text: str) -> str:
    path = tmp_path / "own.md.j2"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("kind", ["full", "summary", "auditor"])
@pytest.mark.parametrize("name", ["begun", "full", "hostile"])
def test_the_shipped_template_is_the_shipped_layout(
    name: str, kind: str, lang: str, view_of: Callable[..., ReportView]
) -> None:
    view = view_of(name, kind, lang)
    assert markdown(view, f"{SHIPPED}/report.md.j2") == markdown(view)


def test_the_example_of_the_documentation_works(view_of: Callable[..., ReportView]) -> None:
    made = markdown(view_of("full"), str(ROOT / "docs" / "templates" / "my-summary.md.j2"))
    assert "有限会社さくら商会" in made and "PMSの構築" in made


def test_everything_printed_is_escaped(tmp_path: Path, view_of: Callable[..., ReportView]) -> None:
    view = view_of("hostile")
    own = _written(
        tmp_path,
        "{% for row in view.chapters[0].clauses[0].answers %}\n{{ row.note }}\n\n{% endfor %}"
        "{{ view.client }}\n\n{{ view.client | line }}\n\n{{ view.client ~ '*' }}\n",
    )
    tokens = READER.parse(markdown(view, own))
    kinds = {c.type for t in tokens for c in t.children or ()} | {t.type for t in tokens}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "heading_open", "fence"}


def test_a_text_of_the_client_is_never_template_code(
    tmp_path: Path, view_of: Callable[..., ReportView]
) -> None:
    view = replace(view_of("begun"), client="{{ 7 * 7 }}")
    assert "49" not in markdown(view, _written(tmp_path, "{{ view.client }}"))
    made = markdown(view, _written(tmp_path, "{{ view.client }}"))
    assert flat("{{ 7 * 7 }}") in flat(text_of("md", made.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "{{ view.__class__.__mro__ }}",
        "{{ words.__init__.__globals__ }}",
        "{{ ''.__class__ }}",
        "{{ view.chapters.__getitem__.__func__ }}",
        "{% set x = namespace() %}{{ x.__class__.__bases__ }}",
        "{{ (1).__reduce__() }}",
    ],
)
def test_the_sandbox_holds(text: str, tmp_path: Path, view_of: Callable[..., ReportView]) -> None:
    with pytest.raises(PmarkError) as caught:
        markdown(view_of("begun"), _written(tmp_path, text))
    assert caught.value.exit_code == 2
    assert "own.md.j2" in caught.value.message("ja")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\nb\n{% if %}", ":3"),
        ("{{ view.nothing }}", "nothing"),
        ("{{ 1 / 0 }}", "division"),
        ("{{ view.client.nope() }}", "nope"),
        ("{% include 'missing.j2' %}", "missing.j2"),
        ("{{ range(10 ** 9) | list }}", "over 99999"),
        ("{{ 'x' * 10 }}{{ view.on + 1 }}", "str"),
    ],
)
def test_a_template_that_fails_is_named_in_one_line(
    text: str, said: str, tmp_path: Path, view_of: Callable[..., ReportView]
) -> None:
    with pytest.raises(PmarkError) as caught:
        markdown(view_of("begun"), _written(tmp_path, text))
    message = caught.value.message("en")
    assert said in message and "own.md.j2" in message and "\n" not in message


def test_a_missing_template_is_a_file_in_trouble(view_of: Callable[..., ReportView]) -> None:
    with pytest.raises(PmarkError) as caught:
        markdown(view_of("begun"), "/nowhere/own.md.j2")
    assert caught.value.exit_code == 3


def test_a_template_may_include_its_neighbours_and_the_shipped_ones(
    tmp_path: Path, view_of: Callable[..., ReportView]
) -> None:
    (tmp_path / "head.j2").write_text("# {{ view.client | line }}\n", encoding="utf-8")
    own = _written(tmp_path, "{% include 'head.j2' %}\n{% include 'pmark/report.md.j2' %}")
    made = markdown(view_of("begun"), own)
    assert made.startswith("# 株式会社みどり印刷") and "## 結論" in made


def test_a_template_cannot_leave_its_folder(
    tmp_path: Path, view_of: Callable[..., ReportView]
) -> None:
    (tmp_path / "secret.txt").write_text("geheim", encoding="utf-8")
    (tmp_path / "inner").mkdir()
    own = _written(tmp_path / "inner", "{% include '../secret.txt' %}")
    with pytest.raises(PmarkError):
        markdown(view_of("begun"), own)


def test_a_template_serves_html_too_without_raw_markup(
    tmp_path: Path, view_of: Callable[..., ReportView]
) -> None:
    own = _written(
        tmp_path,
        "# {{ view.title }}\n\n<b>x</b> {{ view.client | line }}\n\n{{ section.steps | section }}\n",
    )
    page = write_as(view_of("hostile"), "html", own)
    names = [tag for tag, _ in tags_of(page)]
    assert "h1" in names and "table" in names
    assert not {"b", "script", "img", "a"} & set(names)


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_formats_without_templates_say_so(form: str, view_of: Callable[..., ReportView]) -> None:
    with pytest.raises(PmarkError) as caught:
        write_as(view_of("begun"), form, "x.j2")
    assert form in caught.value.message("ja")

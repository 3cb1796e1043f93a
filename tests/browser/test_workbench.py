"""The SPARQL editor in a real browser: it runs a question, completes our vocabulary, opens things here, asks no other server."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import rdf, store
from graph.tables import read_tables

ROOT = Path(__file__).resolve().parents[2]
FIXTURE = ROOT / "tests" / "fixtures" / "tables"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serving: Callable[[Path], str]) -> str:
    out = tmp_path_factory.mktemp("out")
    shutil.copytree(FIXTURE, out / "tables")
    rdf.write_all(read_tables(FIXTURE), out)
    store.build(out, out / "store")
    return serving(out)


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    wrong: list[str] = []
    context = browser.new_context(locale="zh-CN")
    opened = context.new_page()
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    context.on("request", lambda request: None if request.url.startswith((address, "data:")) else wrong.append(request.url))
    yield opened
    context.close()
    assert wrong == []


def test_a_question_is_answered_in_the_editor(page: Any, address: str) -> None:
    page.goto(f"{address}/query?ask=regions-by-theme")
    page.wait_for_selector(".yasr .dataTable td, .yasr table td")
    assert "德清县" in page.inner_text(".yasr")
    assert page.locator("#questions option").count() > 20


def test_our_properties_are_completed(page: Any, address: str) -> None:
    page.goto(f"{address}/query")
    page.wait_for_selector(".CodeMirror")
    page.evaluate(
        """() => { const yasqe = document.querySelector('.CodeMirror').CodeMirror;
        yasqe.setValue('PREFIX gh: <https://w3id.org/gonghui/ns#>\\nSELECT * WHERE {\\n  ?s gh:cooper \\n}');
        yasqe.focus(); yasqe.setCursor({line: 2, ch: 14}); }"""
    )
    page.keyboard.press("Control+Space")
    value = "() => document.querySelector('.CodeMirror').CodeMirror.getValue() + document.querySelector('.CodeMirror-hints')?.textContent"
    for _ in range(50):
        if "cooperatesWith" in page.evaluate(value):
            return
        page.wait_for_timeout(100)
    pytest.fail(page.evaluate(value))


def test_things_in_answers_open_their_pages_here(page: Any, address: str) -> None:
    page.goto(f"{address}/query?ask=officials-on-several-pages")
    page.wait_for_selector(".yasr a[href*='/id/person-']")
    with page.context.expect_page() as opened:
        page.click(".yasr a[href*='/id/person-']")
    assert opened.value.url.startswith(f"{address}/id/person-")
    opened.value.wait_for_selector("mark")
    assert "林晓" in opened.value.inner_text("h1")

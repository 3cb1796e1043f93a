"""All recognisers together: the longest span wins, names over a line break are cut, spans hold in the raw text."""

from pathlib import Path

import pytest

from graph.extract import mentions
from graph.extract.page import articles, pages
from graph.files import folder
from graph.records import Mention, Page


def mention(kind: str, start: int, text: str, name: str | None = None) -> Mention:
    return Mention(kind, start, start + len(text), text, "a1", "test", name=name)


def broken(raw: str, cut: int) -> Page:
    """A page whose raw text breaks the line before view place `cut`."""
    places = [i if i < cut else i + 1 for i in range(len(raw))]
    return Page("p.txt", "p.txt", f"{raw[:cut]}\n{raw[cut:]}", raw, places, [place + 1 for place in places])


def test_the_longest_mention_wins_and_equal_ones_go_by_type() -> None:
    kept = mentions.longest(
        [
            mention("Region", 0, "海安县"),
            mention("Union", 0, "海安县总工会"),
            mention("Region", 8, "综保区"),
            mention("Organization", 8, "综保区"),
        ]
    )
    assert [(m.type, m.text) for m in kept] == [("Union", "海安县总工会"), ("Organization", "综保区")]


def test_crossing_mentions_keep_the_longer() -> None:
    kept = mentions.longest([mention("Honour", 2, "劳动奖章获得"), mention("Person", 6, "获得者王强")])
    assert [m.type for m in kept] == ["Honour"]


@pytest.mark.parametrize(
    ("kind", "text", "cut", "half"),
    [
        ("Document", "关于乡镇同社区共建书屋的评价意见", 3, "镇同社区共建书屋的评价意见"),
        ("Company", "江苏瑞泽电子设备有限公司", 8, "江苏瑞泽电子设备"),
        ("Region", "淮安市洪泽区", 3, "洪泽区"),
    ],
)
def test_a_name_over_two_lines_is_its_longer_half(kind: str, text: str, cut: int, half: str) -> None:
    kept = mentions.on_one_line(broken(text, cut), mention(kind, 0, text))
    assert kept is not None
    assert (kept.text, kept.name) == (half, text)


@pytest.mark.parametrize(("kind", "text", "cut"), [("Person", "王建国", 1), ("Union", "县总工会", 2), ("Document", "督查通报", 2)])
def test_half_a_name_that_tells_nothing_is_left_out(kind: str, text: str, cut: int) -> None:
    assert mentions.on_one_line(broken(text, cut), mention(kind, 0, text)) is None


def test_an_initiative_begins_after_the_two_bodies_that_hold_it(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text("# 海安县总工会见闻\n\n县人社局与县总工会联席会议制度办了十年,难事一年比一年少。\n", encoding="utf-8")
    page = pages.read(path)
    kept = mentions.find(page, articles.split(page))
    assert [(m.type, m.text) for m in kept][:3] == [("Union", "海安县总工会"), ("Organization", "县人社局"), ("Union", "县总工会")]
    assert not any(m.type == "Initiative" and "县总工会" in m.text for m in kept)


@pytest.mark.parametrize("path", sorted((folder("data") / "pages").glob("gongren-*")), ids=lambda path: path.stem)
def test_mentions_of_the_sample_pages_hold_in_the_raw_text(path: Path) -> None:
    page = pages.read(path)
    kept = mentions.find(page, articles.split(page))
    assert len({m.type for m in kept}) >= 5
    end = 0
    for found in kept:
        assert found.start >= end
        end = found.end
        first, last = page.raw_span(found.start, found.end)
        assert "\n" not in page.raw[first:last]
        assert found.text == page.view[found.start : found.end]

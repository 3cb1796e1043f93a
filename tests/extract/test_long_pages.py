"""A page three times as long may take somewhat more than three times as long to read, not nine times."""

from time import process_time

import pytest

from graph.extract.pages import read
from graph.extract.pipeline import extract


def seconds(path, text: str) -> float:
    """The CPU time of the faster of two readings."""
    path.write_text(text, encoding="utf-8")
    times = []
    for _ in range(2):
        begin = process_time()
        extract(read(path))
        times.append(process_time() - begin)
    return min(times)


def contests(number: int) -> str:
    rows = (f"第{n}周,青禾县总工会举办“稻香{n}杯”职工技能竞赛,本次竞赛吸引{n + 12}名职工参加。\n" for n in range(number))
    return "青禾县总工会一年办赛不断线\n" + "".join(rows)


def one_line(characters: int) -> str:
    told = "青禾县总工会联合县人社局举办第三届稻香杯职工技能竞赛并在粮食产业园里建设户外劳动者驿站"
    return (told * (characters // len(told) + 1))[:characters]


PAGES = {"contests": (contests(500), contests(1500)), "line": (one_line(5_000), one_line(15_000))}


@pytest.mark.parametrize("kind", PAGES)
def test_time_grows_with_the_length(kind, tmp_path):
    short, long = PAGES[kind]
    seconds(tmp_path / "first.txt", short[:400])  # word lists are read once
    assert seconds(tmp_path / "long.txt", long) < 6 * seconds(tmp_path / "short.txt", short)

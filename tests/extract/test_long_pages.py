"""A page three times as long may take somewhat more than three times as long to read, not nine times."""

from time import process_time

import pytest

from graph.extract.page.pages import read
from graph.extract.pipeline import extract
from graph.extract.places.gazetteer import gazetteer


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


def firms(number: int) -> str:
    """Unions of as many firms, each of which the name of its union implies."""
    letters = [chr(ord("甲") + n) for n in range(number)]  # any characters will do
    return "青禾县总工会走访企业\n" + "".join(f"启{c}机械有限公司工会成立。\n" for c in letters)


def counties(number: int) -> list[str]:
    return [division.name for division in gazetteer().divisions().values() if division.level == 3][:number]


def places(number: int) -> str:
    """One article with as many counties, their zones and unions."""
    return "各地工会建驿站\n" + "".join(f"{name}总工会在{name}经济开发区“{name}驿站”挂牌。\n" for name in counties(number))


def stories(number: int) -> str:
    """As many articles."""
    return "".join(f"# {name}总工会建站\n\n本报讯 {name}总工会建站。\n\n" for name in counties(number))


PAGES = {contests: 500, one_line: 5_000, firms: 400, places: 250, stories: 400}


@pytest.mark.parametrize("make", PAGES)
def test_time_grows_with_the_length(make, tmp_path):
    short, long = make(PAGES[make]), make(3 * PAGES[make])
    seconds(tmp_path / "first.txt", short[:400])  # word lists are read once
    assert seconds(tmp_path / "long.txt", long) < 6 * seconds(tmp_path / "short.txt", short)

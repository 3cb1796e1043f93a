"""gonghui view: the part that is asked for, and a clear word when there is none."""

import argparse
import json
import re
from pathlib import Path

import pytest

from graph.errors import QueryError
from graph.model import load
from graph.tables import Tables, frame, write_tables
from viz import view_command


@pytest.fixture
def out(tables: Tables, tmp_path: Path) -> Path:
    folder = tmp_path / "out" / "tables"
    folder.mkdir(parents=True)
    write_tables({name: frame(name, []) for name in load().tables} | tables, folder)
    return tmp_path / "out"


def _run(*arguments: object) -> None:
    parser = argparse.ArgumentParser()
    view_command.add_arguments(parser)
    view_command.run(parser.parse_args([str(argument) for argument in arguments]))


def _names(path: Path) -> set[str]:
    text = re.search(r'id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL).group(1)  # type: ignore[union-attr]
    return {node["label"] for node in json.loads(text)["nodes"]}


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (("--focus", "暖心驿", "--steps", "1"), {"暖心驿", "甲县总工会", "甲县"}),
        (("--focus", "暖心驿", "--steps", "2"), {"暖心驿", "甲县总工会", "甲县", "张三"}),
        (("--focus", "person-z", "--steps", "1"), {"张三", "甲县总工会"}),
        (("--theme", "户外劳动者服务站点"), {"暖心驿", "歇脚屋", "甲县总工会", "乙县总工会", "甲县", "乙县"}),
        (("--region", "乙县"), {"歇脚屋", "乙县总工会", "乙县"}),
        (("--focus", "甲县总工会", "--theme", "outdoor-stations"), {"暖心驿", "甲县总工会", "甲县"}),
        (("--focus", "心驿", "--steps", "1"), {"暖心驿", "甲县总工会", "甲县"}),  # what one name alone ends with
    ],
)
def test_parts(out: Path, asked: tuple[str, ...], names: set[str]) -> None:
    _run(out, *asked, "-o", out / "part.html")
    assert _names(out / "part.html") == names


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ((), "nothing to choose by"),
        (("--focus", "甲县工会"), "did you mean .*甲县总工会"),
        (("--focus", "县总工会"), r"\(甲县总工会 甲县\), .*\(乙县总工会 乙县\)"),
        (("--theme", "足球"), "outdoor-stations"),
        (("--region", "丙县"), "丙县"),
        (("--focus", "张三", "--steps", "1", "--theme", "outdoor-stations"), "leave one out"),
    ],
)
def test_what_is_not_there_is_said(out: Path, asked: tuple[str, ...], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        _run(out, *asked, "-o", out / "part.html")
    assert not (out / "part.html").exists()


def test_a_part_names_the_similar_initiatives_that_it_leaves_out(out: Path) -> None:
    _run(out, "--region", "乙县", "-o", out / "part.html")
    text = re.search(r'id="data">(.*?)</script>', (out / "part.html").read_text(encoding="utf-8"), re.DOTALL).group(1)  # type: ignore[union-attr]
    data = json.loads(text)
    ((number, key, name, region, score, why, why_en),) = data["elsewhere"]
    assert (data["nodes"][number]["label"], key, name, region) == ("歇脚屋", "initiative-n", "暖心驿", "990101")
    assert 0 < score <= 1
    assert "主题" in why
    assert why_en.isascii()

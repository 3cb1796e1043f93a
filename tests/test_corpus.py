import pytest

from graph.extract.corpus import find_sources


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a 版.md", "c.HTML", "README.md", "notes.csv", "sub/d.htm"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("版面", encoding="utf-8")
    return tmp_path


def names(found):
    return [source.name for source in found]


def test_a_folder_gives_its_pages_sorted_by_name(folder):
    found, failures = find_sources([str(folder)])
    assert names(found) == ["a_版.md", "b.txt", "c.HTML", "d.htm"]
    assert failures == []


def test_globs_and_single_files(folder):
    found, failures = find_sources([str(folder / "*.txt"), str(folder / "notes.csv")])
    assert names(found) == ["b.txt", "notes.csv"]
    assert failures == []


def test_a_file_named_twice_is_read_once(folder):
    found, failures = find_sources([str(folder / "b.txt"), str(folder)])
    assert names(found).count("b.txt") == 1
    assert failures == []


def test_two_files_of_one_name_are_reported(folder):
    (folder / "sub" / "b.txt").write_text("另一版", encoding="utf-8")
    found, failures = find_sources([str(folder)])
    assert names(found).count("b.txt") == 1
    assert [f"{folder / 'sub' / 'b.txt'}" in failure.message and "rename" in failure.message for failure in failures] == [True]


@pytest.mark.parametrize(("argument", "mend"), [("nothing-*.txt", "check the pattern"), ("sub/empty", "no pages in this folder")])
def test_what_holds_no_page_is_said(folder, argument, mend):
    (folder / "sub" / "empty").mkdir()
    found, failures = find_sources([str(folder / argument)])
    assert found == []
    assert mend in failures[0].message

import pytest

from graph.extract.corpus import extract_all, find_sources


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
    assert [failure for failure in failures if not failure.harmless] == []


def test_globs_and_single_files(folder):
    found, failures = find_sources([str(folder / "*.txt"), str(folder / "notes.csv")])
    assert names(found) == ["b.txt", "notes.csv"]
    assert failures == []


def test_tables_show_paths_below_what_was_named(folder, monkeypatch):
    def shown(argument):
        return [source.shown for source in find_sources([str(argument)])[0]]

    assert shown(folder) == ["a 版.md", "b.txt", "c.HTML", "sub/d.htm"]
    assert shown(folder / "**" / "*.htm") == ["sub/d.htm"]
    assert shown(folder / "sub" / "d.htm") == ["d.htm"]
    monkeypatch.chdir(folder)
    assert shown("sub") == shown("sub/../sub/d.htm") == ["d.htm"]
    assert shown("*/*.htm") == ["sub/d.htm"]
    [facts] = extract_all(find_sources(["sub"])[0])
    assert facts.page.path == "d.htm"


def test_a_file_named_twice_is_read_once(folder):
    found, failures = find_sources([str(folder / "b.txt"), str(folder / "*.txt")])
    assert names(found).count("b.txt") == 1
    assert failures == []


def test_two_files_of_one_name_are_reported(folder):
    (folder / "sub" / "b.txt").write_text("另一版", encoding="utf-8")
    found, failures = find_sources([str(folder / "**" / "*.txt")])
    assert names(found).count("b.txt") == 1
    assert [f"{folder / 'sub' / 'b.txt'}" in failure.message and "rename" in failure.message for failure in failures] == [True]


@pytest.mark.parametrize(("argument", "mend"), [("nothing-*.txt", "check the pattern"), ("sub/empty", "no pages in this folder")])
def test_what_holds_no_page_is_said(folder, argument, mend):
    (folder / "sub" / "empty").mkdir()
    found, failures = find_sources([str(folder / argument)])
    assert found == []
    assert mend in failures[0].message


def test_the_same_file_twice_under_one_name_is_no_loss(folder):
    (folder / "sub" / "b.txt").write_bytes((folder / "b.txt").read_bytes())
    found, failures = find_sources([str(folder / "**" / "*.txt")])
    assert names(found) == ["b.txt"]
    assert [(failure.harmless, "byte for byte" in failure.message) for failure in failures] == [(True, True)]


def test_files_of_other_kinds_in_a_folder_are_counted_in_one_line(folder):
    for name in ("table.xlsx", "sub/one.JPG", "sub/two.jpg", "Makefile", ".DS_Store", "Thumbs.db"):
        (folder / name).write_bytes(b"?")
    _, failures = find_sources([str(folder)])
    assert [failure.harmless for failure in failures] == [True]
    assert failures[0].message.startswith(
        f"{folder}: 5 files of other kinds passed over (2 .jpg, 1 .csv, 1 .xlsx, 1 without ending): pages are .docx, .htm"
    )


def test_old_word_files_are_named_with_what_to_do(folder):
    for name in ("简报.doc", "总结.WPS", "~$简报.docx", "one.jpg"):
        (folder / name).write_bytes(b"?")
    _, failures = find_sources([str(folder)])
    assert [failure.harmless for failure in failures] == [True, True]
    assert failures[0].message.startswith(f"{folder}: old Word files passed over (总结.WPS, 简报.doc): save them as .docx")
    assert "(1 .csv, 1 .jpg)" in failures[1].message
    alone = folder / "doc"
    alone.mkdir()
    (folder / "简报.doc").rename(alone / "简报.doc")
    assert [(failure.harmless, ".docx" in failure.message) for failure in find_sources([str(alone)])[1]] == [(False, True)]


def test_of_equal_pages_the_first_is_read_and_both_are_named(folder):
    for name in ("b.txt", "x.txt", "y.txt"):
        (folder / name).write_text("清河县总工会建成驿站12个。" + ("又一个。" if name == "y.txt" else ""), encoding="utf-8")
    sources, _ = find_sources([str(folder / "*.txt")])
    first, copy, other = extract_all(sources)
    assert (first.page.name, other.page.name) == ("b.txt", "y.txt")
    assert copy.harmless
    assert copy.message.startswith(f"{folder / 'x.txt'}: left out, since it is the same as {folder / 'b.txt'}")

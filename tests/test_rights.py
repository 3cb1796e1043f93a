"""Folders and files without rights: one clear line, never a traceback, never silence. Rights are patched: the superuser has all."""

import errno
import os
import re
from pathlib import Path

import pytest

import build_graph
import gonghui
from graph import files
from graph.errors import AccessError

STORY = "甲县总工会主席 张三\n\n近日,甲县总工会建成“暖心驿”户外劳动者服务站12个。\n"


@pytest.fixture
def lock(monkeypatch):
    """Takes all rights from a file or folder, as `chmod 0` does for everybody but the superuser."""
    locked: list[str] = []

    def refuse(path, *, below_only=False):
        text = os.path.abspath(path)  # noqa: PTH100 (Path.resolve would call what is patched here)
        for one in locked:
            if text.startswith(one + os.sep) or (text == one and not below_only):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))

    def guarded(module, name, *, below_only=False):
        real = getattr(module, name)

        def call(path, *args, **kwargs):
            refuse(path, below_only=below_only)
            return real(path, *args, **kwargs)

        monkeypatch.setattr(module, name, call)

    guarded(os, "scandir")
    guarded(os, "listdir")
    guarded(Path, "read_bytes")
    guarded(Path, "open")
    guarded(Path, "stat", below_only=True)
    return lambda path: locked.append(os.path.abspath(path))  # noqa: PTH100 (as above)


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "pages" / "一版.txt"
    path.parent.mkdir()
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def locked(tmp_path, lock):
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "二版.txt").write_text(STORY, encoding="utf-8")
    lock(folder)
    return folder


def told(capsys, path):
    """The one line about a path that may not be read."""
    lines = [line for line in capsys.readouterr().err.splitlines() if str(path) in line]
    assert len(lines) == 1, lines
    assert lines[0].count(str(path)) == 1
    assert "Errno" not in lines[0]
    assert re.search(r"cannot be (read|written) \(Permission denied\): \w", lines[0]), lines[0]


@pytest.mark.parametrize("command", ["similar out 暖心驿", "regions out 甲县", "compare out 甲县 乙县", "view out --focus 甲县 -o x.html",
                                     "ask out measures", "query out q.rq", "serve out --port 0"])  # fmt: skip
def test_every_command_says_that_a_build_may_not_be_read(locked, command, tmp_path, monkeypatch, capsys):
    (tmp_path / "q.rq").write_text("SELECT * { ?s ?p ?o } LIMIT 1", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    arguments = [{"out": str(locked)}.get(word, word) for word in command.split()]
    assert gonghui.main(arguments) == 2
    told(capsys, locked)


def test_a_locked_output_folder_is_said(story, locked, capsys):
    assert build_graph.main([str(story), "--out", str(locked / "out")]) == 2
    told(capsys, locked)


def test_locked_tables_and_decisions_are_said(story, locked, tmp_path, capsys):
    assert build_graph.main(["--tables", str(locked), "--out", str(tmp_path / "out")]) == 2
    told(capsys, locked)
    assert build_graph.main([str(story), "--decisions", str(locked), "--out", str(tmp_path / "out")]) == 2
    told(capsys, locked)
    assert not (tmp_path / "out").exists()


def test_a_locked_decisions_file_is_said(story, tmp_path, lock, capsys):
    (tmp_path / "decisions").mkdir()
    decided = tmp_path / "decisions" / "d.csv"
    decided.touch()
    lock(decided)
    assert build_graph.main([str(story), "--decisions", str(decided.parent), "--out", str(tmp_path / "out")]) == 2
    told(capsys, decided)


def test_a_locked_page_folder_or_subfolder_is_said_and_the_rest_is_built(story, locked, tmp_path, lock, capsys):
    (story.parent / "sub").mkdir()
    lock(story.parent / "sub")
    assert build_graph.main([str(story.parent), "--out", str(tmp_path / "out"), "-q"]) == 1
    told(capsys, story.parent / "sub")
    assert build_graph.main([str(locked), "--out", str(tmp_path / "out"), "-q"]) == 2
    told(capsys, locked)
    assert build_graph.main([str(locked / "二版.txt"), "--out", str(tmp_path / "out"), "-q"]) == 2
    told(capsys, locked / "二版.txt")


def test_a_locked_page_is_said(story, tmp_path, lock, capsys):
    lock(story)
    assert build_graph.main([str(story), "--out", str(tmp_path / "out"), "-q"]) == 2
    told(capsys, story)


def test_what_stands_at_a_path(story, locked):
    assert files.is_there(story)
    assert files.is_file(story)
    assert files.is_folder(story.parent)
    assert not files.is_there(story.parent / "none")
    assert not files.is_there(story / "none")
    assert not files.is_there(Path("a\0b"))
    for look in (files.is_there, files.is_file, files.is_folder, files.inside):
        with pytest.raises(AccessError, match="check its rights"):
            look(locked / "二版.txt")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser reads everything")
def test_real_rights_are_respected(story, tmp_path, capsys):
    story.parent.chmod(0)
    try:
        assert build_graph.main([str(story.parent), "--out", str(tmp_path / "out")]) == 2
    finally:
        story.parent.chmod(0o755)
    told(capsys, story.parent)

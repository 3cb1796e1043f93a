"""What the program says: every line has its Chinese, the same things are filled in, and the language is the one that was asked for."""

import argparse
import ast
import errno
import os
import pickle
import re
import string
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import yaml

import build_graph
import gonghui
from graph import messages, model
from graph.errors import Message, PageError, SchemaError, joined
from graph.extract.page import encoding
from graph.files import read_yaml

ROOT = Path(__file__).resolve().parent.parent
WORDS = yaml.safe_load((ROOT / "schema" / "messages.yaml").read_text(encoding="utf-8"))
HAN = range(0x4E00, 0x9FFF)
#: What people never see: mistakes in calls by other programs.
DEVELOPERS = {"KeyError", "NotImplementedError"}


def _strings(node, names):
    """The strings that an expression may be: itself, either side of a choice, what a name of the function was set to."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _strings(node.body, names)
        yield from _strings(node.orelse, names)
    elif isinstance(node, ast.Name):
        yield from (text for value in names.get(node.id, ()) for text in _strings(value, {}))


def _assigned(function):
    names = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                several = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                for name, value in zip(target.elts, node.value.elts, strict=True) if several else [(target, node.value)]:
                    if isinstance(name, ast.Name):
                        names.setdefault(name.id, []).append(value)
    return names


def _said(node):
    """Whether a call says something to people: an error, or a line."""
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    return name in {"Message", "tell", "say", "refusal", "plain"} or (name.endswith("Error") and name not in DEVELOPERS)


def _templates():
    """(template, where) of every line in the code."""
    for path in [*ROOT.glob("graph/**/*.py"), *ROOT.glob("viz/*.py"), ROOT / "build_graph.py", ROOT / "gonghui.py"]:
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                names = _assigned(function)
                for node in ast.walk(function):
                    if isinstance(node, ast.Call) and node.args and _said(node):
                        status = isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, int)
                        said = node.args[1 if status else 0]
                        assert not isinstance(said, ast.JoinedStr), f"{path.name}:{node.lineno}: a template and values, no f-string"
                        yield from ((text, f"{path.name}:{node.lineno}") for text in _strings(said, names))


TEMPLATES = dict(_templates())
OTHERS = {text for _, text in (*encoding._SIGNATURES, *encoding._STREAMS)} | {summary for _, summary in gonghui.COMMANDS.values()}


def _fields(template):
    """What is filled in: {name} of our lines, %(name)s of argparse's."""
    ours = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    return ours | {piece.split(")")[0] for piece in template.split("%(")[1:]}


def _worded(template):
    """Whether a line has words of its own beside what is filled in."""
    return any(char.isalpha() for piece, *_ in string.Formatter().parse(template) for char in piece)


@pytest.fixture(autouse=True)
def english_again():
    yield
    messages.speak("en")


def test_the_code_says_something():
    assert len(TEMPLATES) > 150


@pytest.mark.parametrize("template", sorted({text for text in TEMPLATES if _worded(text)} | OTHERS))
def test_every_line_has_its_chinese(template):
    assert template in WORDS["lines"], f"{TEMPLATES.get(template)}: add it to schema/messages.yaml"


@pytest.mark.parametrize("template", sorted(WORDS["lines"]))
def test_the_chinese_is_chinese_and_fills_in_the_same(template):
    chinese = WORDS["lines"][template]
    assert any(ord(char) in HAN for char in chinese) or not _worded(template)
    lost = _fields(template) ^ _fields(chinese)
    assert lost <= {"s"}, lost  # the plural has no word of its own
    assert template.count("%s") == chinese.count("%s")


def test_no_line_in_the_file_is_said_no_more():
    said = set(TEMPLATES) | OTHERS
    argparse_source = Path(argparse.__file__).read_text(encoding="utf-8")
    strange = {line for line in WORDS["lines"] if line not in said and line.strip() not in argparse_source.replace("\\n", "")}
    assert strange - {os.strerror(number) for number in errno.errorcode} == set()


@pytest.mark.parametrize("module", sorted({module for module, _ in gonghui.COMMANDS.values()}))
def test_every_command_is_described_in_chinese(module):
    english = import_module(module).__doc__
    chinese = WORDS["about"][module]
    assert chinese.count("  gonghui ") == english.count("  gonghui ") or module == "build_graph"
    assert any(ord(char) in HAN for char in chinese)


def test_a_message_is_its_english_line_and_goes_through_a_pipe():
    inner = Message("did you mean {names}?", names="甲")
    message = Message("no question {name!r}: {hint}", name="乙", hint=inner)
    again = pickle.loads(pickle.dumps(message))
    assert again == message == "no question '乙': did you mean 甲?"
    messages.speak("zh")
    assert messages.told(again) == "没有问题 '乙'：是否指 甲？"
    assert messages.told(joined([inner, inner])) == "是否指 甲？；是否指 甲？"


def test_what_stands_in_braces_in_a_name_stays():
    assert str(PageError("{path}: no such file", path="{x}.txt")) == "{x}.txt: no such file"
    assert str(PageError("{x}.txt: gone")) == "{x}.txt: gone"
    messages.speak("zh")
    assert messages.told(PageError("{path}: no such file", path="{x}.txt").message) == "{x}.txt：没有这个文件"


def test_the_reason_inside_an_error_is_said_in_chinese_too():
    messages.speak("zh")
    error = ValueError(Message("neither UTF-8 (byte {byte}) nor GB18030", byte=7))
    assert (
        messages.told(PageError("{path}: {error}", path="a.csv", error=error).message) == "a.csv：既不是 UTF-8（第 7 字节）也不是 GB18030"
    )


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_GB"}, "zh"),
        (["out", "--lang", "zh"], {"LANG": "en_GB.UTF-8"}, "zh"),
        (["--lang=en", "out"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["zh", "--lang"], {"LANG": "C"}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for(monkeypatch, arguments, environment, language):
    monkeypatch.setattr(sys, "platform", "linux")
    assert messages.language_of(arguments, environment) == language


def test_errors_of_both_commands_in_chinese(tmp_path, capsys, monkeypatch):
    missing = tmp_path / "没有.txt"
    assert build_graph.main([str(missing), "--out", str(tmp_path / "out"), "--lang", "zh"]) == 2
    assert capsys.readouterr().err == f"错误：{missing}：没有这个文件\n"
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert gonghui.main(["regions", str(tmp_path / "out"), "沛县"]) == 2
    assert capsys.readouterr().err.startswith(f"错误：{tmp_path / 'out'}：这里没有生成过图谱")
    monkeypatch.setenv("LC_ALL", "C")
    assert gonghui.main(["regions", str(tmp_path / "out"), "沛县"]) == 2
    assert capsys.readouterr().err.startswith(f"error: {tmp_path / 'out'}: no build here")


@pytest.mark.parametrize("command", sorted(gonghui.COMMANDS))
def test_the_help_of_every_command_is_chinese_throughout(command, capsys):
    with pytest.raises(SystemExit):
        gonghui.main([command, "--lang", "zh", "--help"])
    shown = capsys.readouterr().out
    assert shown.startswith("用法：gonghui")
    assert "显示本帮助后退出" in shown
    english = [
        line for line in shown.splitlines() if re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", line) and not any(ord(c) in HAN for c in line)
    ]
    assert [line for line in english if not line.lstrip().startswith(("gonghui", "echo", "--", "[", "usage"))] == []


def test_arguments_that_are_wrong_are_said_in_chinese(capsys):
    for language in (["--lang", "zh"], ["--lang=zh"]):
        with pytest.raises(SystemExit):
            gonghui.main([*language, "compare", "out"])
        assert "缺少参数：REGION" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        gonghui.main(["--lang", "zh"])
    assert "缺少参数：COMMAND" in capsys.readouterr().err


def test_pages_read_by_other_processes_fail_in_chinese(tmp_path):
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_bytes(b"%PDF" if number else b"\x89PNG\r\n")
    command = [
        sys.executable,
        str(ROOT / "build_graph.py"),
        str(tmp_path),
        "--out",
        str(tmp_path / "out"),
        "--lang",
        "zh",
        "--jobs",
        "2",
        "-q",
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=os.environ | {"PYTHONIOENCODING": "utf-8"}, check=False)
    assert "00.txt：是图片，不是文本" in done.stderr


def test_mistakes_in_our_own_files_are_said_in_chinese_too(tmp_path):
    messages.speak("zh")
    with pytest.raises(SchemaError) as caught:
        read_yaml(tmp_path / "没有.yaml")
    assert messages.told(caught.value.message).startswith(f"{tmp_path / '没有.yaml'}：")
    with pytest.raises(SchemaError) as caught:
        model._build(model.Theme, "t", {"colour": "red"}, "themes.yaml")
    assert messages.told(caught.value.message).startswith("schema/themes.yaml：t 写得不对（")


def test_without_the_file_of_messages_all_is_english(tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "folder", lambda _: tmp_path)
    messages._words.cache_clear()
    messages.speak("zh")
    assert messages.tell("{path}: no such file", path="a") == "a: no such file"
    messages._words.cache_clear()

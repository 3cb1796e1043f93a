"""The README and the docs are read here: their commands, files and options exist, and both languages say the same."""

import re
import tomllib
from pathlib import Path

import pytest

import build_graph
import gonghui

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text):
    return re.findall(r"```(?:sh|bat)\n(.*?)```", text, re.S)


def test_both_readmes_have_the_same_commands_options_and_outputs():
    one, other = (read(name) for name in READMES)
    strip = [re.sub(r"\s+#.*", "", block) for block in blocks(one)]
    assert strip == [re.sub(r"\s+#.*", "", block) for block in blocks(other)]
    code = [set(re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", text, flags=re.S))) for text in (one, other)]
    assert {c for c in code[0] if c.startswith("--")} == {c for c in code[1] if c.startswith("--")}
    assert one.count("\n## ") == other.count("\n## ")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#][^)]*)\)", page.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target.split("#")[0]).exists(), target


@pytest.mark.parametrize("name", READMES)
def test_make_targets_and_build_options_exist(name, capsys):
    text = read(name)
    targets = set(re.findall(r"^make (\w+)", text, re.M))
    assert {"graph", "test"} <= targets <= set(re.findall(r"^(\w+):", read("Makefile"), re.M))
    with pytest.raises(SystemExit):
        build_graph.main(["--help"])
    known = capsys.readouterr().out
    build_part = text[: text.index("manifest.json")]
    for option in re.findall(r"`(--?\w+)", build_part):
        assert option in known, option


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_subcommands_named_in_the_docs_exist(page):
    used = set(re.findall(r"\bgonghui (?!graph\b)([a-z]+)\b", page.read_text(encoding="utf-8")))
    assert used <= set(gonghui.COMMANDS), used - set(gonghui.COMMANDS)


@pytest.mark.parametrize("command", gonghui.COMMANDS)
def test_every_subcommand_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as stop:
        gonghui.main([command, "--help"])
    assert stop.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) > 5


def test_the_python_version_is_the_same_everywhere():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    version = project["requires-python"].removeprefix(">=")
    assert f"Python {version}" in read("README.md")
    assert f"Python {version}" in read("README.zh-CN.md")
    assert f"({version.replace('.', ', ')})" in read("Makefile")


def test_changelog_knows_the_version():
    assert f"## {tomllib.loads(read('pyproject.toml'))['project']['version']}" in read("CHANGELOG.md")


def test_every_file_of_data_names_its_source():
    """Facts in data/ carry their source in the first lines; the decisions and pages are the user's and ours."""
    for path in sorted([*ROOT.glob("data/words/*"), *ROOT.glob("data/regions/*")]):
        assert path.read_text(encoding="utf-8").startswith("#"), path.name


def test_the_project_speaks_of_itself_alone():
    """No path of a developer's machine in any tracked text."""
    private = re.compile(r"/(?:home|root|work)/\w")
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if path.suffix not in {".py", ".md", ".yaml", ".toml", ".tsv", ".txt", ".css", ".html", ".rq", ".ttl"}:
            continue
        if parts[0].startswith(".") or parts[0] in {"out", "node_modules"} or "vendor" in parts or path.name == "test_docs.py":
            continue
        assert not private.search(path.read_text(encoding="utf-8", errors="replace")), path

"""The README and the docs are read here: their commands run, files and options exist, and both languages say the same."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

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


def cells(text):
    """The cells of a page's tables that are figures or code, row by row: what needs no translation."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row if re.fullmatch(r"[-+.,\d*±%≤ ]+|`[^`]*`", cell.strip())] for row in rows]


@pytest.mark.parametrize("twin", sorted(ROOT.glob("docs/*.zh-CN.md")), ids=lambda path: path.name)
def test_chinese_twins_have_the_same_headings_tables_and_commands(twin):
    one, other = (path.read_text(encoding="utf-8") for path in (twin.with_name(twin.name.replace(".zh-CN", "")), twin))
    headings = [re.findall(r"^#+(?= )", text, re.M) for text in (one, other)]
    assert headings[0] == headings[1]
    assert cells(one) == cells(other), "copy the figures into the other language"
    fenced = [re.findall(r"```csv\n(.*?)```", text, re.S) for text in (one, other)]
    assert fenced[0] == fenced[1]
    assert f"]({twin.name})" in one
    assert f"]({twin.name.replace('.zh-CN', '')})" in other
    for path in ROOT.glob("*.zh-CN.md"):
        assert f"(docs/{twin.name})" in path.read_text(encoding="utf-8")


def links(page):
    """The targets of a page's links within the project."""
    targets = re.findall(r"\]\(([^)#][^)]*)\)", page.read_text(encoding="utf-8"))
    return [target for target in targets if not re.match(r"[a-z]+:", target)]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page):
    assert [target for target in links(page) if not (page.parent / target.split("#")[0]).exists()] == []


def test_links_are_seen():
    assert "docs/similarity.md" in links(ROOT / "README.md")
    assert sum(len(links(page)) for page in PAGES) > 20


@pytest.mark.parametrize("name", READMES)
def test_make_targets_and_build_options_exist(name, capsys):
    text = read(name)
    targets = set(re.findall(r"^make (\w+)", text, re.M))
    assert {"graph", "test"} <= targets <= set(re.findall(r"^(\w+):", read("Makefile"), re.M))
    with pytest.raises(SystemExit):
        build_graph.main(["--help"])
    known = capsys.readouterr().out
    options = re.findall(r"`(--?\w+)", text[: text.index("manifest.json")])
    assert "--date" in options
    assert [option for option in options if option not in known] == []


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


# What stands for something of the reader's own, and the commands that build, need a server or do not end.
STAND_IN = re.compile(r"\b(?:PATH|DIR|URL|FILE|NAME|VALUE)\b|…")
NOT_HERE = re.compile(r"gonghui (?:serve|load|build)\b|python build_graph\.py(?! .*--explain)")
COMMAND = re.compile(r"(?:gonghui \w+|python build_graph\.py) [^`#\n]+?(?=\s{2,}|\s*#|`|$)", re.M)


def commands(page):
    """The commands with arguments that a page shows: in fenced and indented code, their comments, and between backticks."""
    code = re.findall(r"```(?:sh|bat)\n.*?```|^    \S.*$|`(?:gonghui|python) [^`\n]+`", page.read_text(encoding="utf-8"), re.S | re.M)
    return list(dict.fromkeys(found.strip() for part in code for found in COMMAND.findall(part)))


SHOWN = {page.name: commands(page) for page in PAGES}


def test_the_commands_of_the_pages_are_seen():
    assert {"similar", "regions", "compare", "ask", "query", "serve", "view", "load"} <= {line.split()[1] for line in SHOWN["README.md"]}
    assert "gonghui ask out regions-by-theme --theme outdoor-stations" in SHOWN["README.md"]
    assert "gonghui view out --focus 泸县总工会 --steps 2 -o part.html" in SHOWN["view.md"]
    assert "gonghui regions out 宝鸡" in SHOWN["similarity.md"]
    assert "python build_graph.py PAGES --explain 县总" in SHOWN["extraction.md"]
    assert len(SHOWN["questions.md"]) >= 30


@pytest.mark.parametrize("line", dict.fromkeys(line for lines in SHOWN.values() for line in lines))
def test_commands_that_are_shown_work(line, sample, tmp_path, monkeypatch, capfd):
    """They run on the sample build; of those that cannot run here the options exist."""
    monkeypatch.chdir(tmp_path)
    Path("my.rq").write_text("SELECT ?name { ?union a gh:UnionBody ; rdfs:label ?name }", encoding="utf-8")
    own = {"out": str(sample), "OUT": str(sample), "PAGES": str(ROOT / "data" / "pages")}
    words = [own.get(word, word) for word in line.split()]
    front, words = (gonghui, words[1:]) if words[0] == "gonghui" else (build_graph, words[2:])
    if STAND_IN.search(line) or NOT_HERE.match(line):
        with pytest.raises(SystemExit):
            front.main([*words[: front is gonghui], "--help"])
        known = capfd.readouterr().out
        assert [word for word in words if word.startswith("-") and word != "--OPTION" and word not in known] == []
        return
    assert front.main(words) == 0
    written = [Path(words[at + 1]) for at, word in enumerate(words) if word == "-o"]
    assert capfd.readouterr().out or written
    assert all(path.stat().st_size > 1000 for path in written)


def test_the_python_version_is_the_same_everywhere():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    version = project["requires-python"].removeprefix(">=")
    assert f"Python {version}" in read("README.md")
    assert f"Python {version}" in read("README.zh-CN.md")
    assert f"({version.replace('.', ', ')})" in read("Makefile")


def test_changelog_knows_the_version():
    assert f"## {tomllib.loads(read('pyproject.toml'))['project']['version']}" in read("CHANGELOG.md")


def test_the_citation_says_what_the_project_says():
    project, cited = tomllib.loads(read("pyproject.toml"))["project"], yaml.safe_load(read("CITATION.cff"))
    assert (cited["version"], cited["license"]) == (project["version"], project["license"])
    assert cited["authors"] == project["authors"]
    assert cited["keywords"] == project["keywords"]
    assert cited["title"] in read("NOTICE")


def test_every_file_of_data_names_its_source():
    """Facts in data/ carry their source in the first lines; the decisions and pages are the user's and ours."""
    files = sorted([*ROOT.glob("data/words/*"), *ROOT.glob("data/regions/*")])
    assert len(files) > 20
    assert [path.name for path in files if not path.read_text(encoding="utf-8").startswith("#")] == []


def test_the_project_speaks_of_itself_alone():
    """No path of a developer's machine in any tracked text."""
    private = re.compile(r"/(?:home|root|work)/\w")
    read = 0
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if path.suffix not in {".py", ".md", ".yaml", ".toml", ".tsv", ".txt", ".css", ".html", ".rq", ".ttl"}:
            continue
        if parts[0].startswith(".") or parts[0] in {"out", "node_modules"} or "vendor" in parts or path.name == "test_docs.py":
            continue
        assert not private.search(path.read_text(encoding="utf-8", errors="replace")), path
        read += 1
    assert read > 200

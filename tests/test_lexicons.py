"""The word lists and schema files: YAML readable, and alike, with both parsers of PyYAML; no word twice in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.extract.places.gazetteer import gazetteer
from graph.files import read_lines

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(path for folder in ("data", "schema") for path in (ROOT / folder).rglob("*.yaml"))


def load(path: Path, loader: Any) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)


def test_there_are_files_to_read() -> None:
    assert {"body_short.yaml", "theme_cues.yaml", "classes.yaml"} <= {path.name for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_parser_in_python_reads_every_file(path: Path) -> None:
    """PyYAML without its C extension is stricter with flow lists: `分(?!管)` has to be quoted there."""
    assert load(path, yaml.SafeLoader)


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML without its C extension")
@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_both_parsers_read_the_same(path: Path) -> None:
    assert load(path, yaml.SafeLoader) == load(path, yaml.CSafeLoader)


LISTS = sorted(path for path in (ROOT / "data" / "words").iterdir() if path.suffix in {".txt", ".tsv"})
#: Lists whose rows are known by more than their first column: a word may stand before a name, behind it and in it.
SEVERAL = {"not_initiatives.tsv"}


def doubles(words: Iterable[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def doubles_in(node: yaml.Node) -> list[str]:
    """The words that stand twice in one list, and the keys that stand twice in one mapping, which a parser passes over in silence."""
    if isinstance(node, yaml.SequenceNode):
        words = doubles(item.value for item in node.value if isinstance(item, yaml.ScalarNode))
        return words + [word for item in node.value for word in doubles_in(item)]
    if isinstance(node, yaml.MappingNode):
        keys = doubles(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        return keys + [word for _, value in node.value for word in doubles_in(value)]
    return []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_no_word_stands_twice_in_a_list(path: Path) -> None:
    lines = read_lines(path)
    assert doubles(lines if path.name in SEVERAL else [line.split("\t")[0] for line in lines]) == []


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "words"], ids=lambda path: path.name)
def test_no_word_stands_twice_in_a_list_of_yaml(path: Path) -> None:
    assert doubles_in(yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)) == []


def first_column(name: str) -> set[str]:
    return {line.split("\t")[0] for line in read_lines(ROOT / "data" / "words" / name)}


def test_lists_that_share_words_are_those_whose_heads_say_which_comes_first() -> None:
    """A word in two lists that contradict each other would be read by whichever the code asks first."""
    names = ("generic_initiatives.txt", "figures_of_speech.txt", "formulas.txt", "known_initiatives.tsv", "standing_practices.tsv")
    lists = {name: first_column(name) for name in names}
    shared = {(one, other) for one in names for other in names if one < other and lists[one] & lists[other]}
    assert shared == {(name, "standing_practices.tsv") for name in ("formulas.txt", "generic_initiatives.txt")}
    places = [line.split("\t") for line in read_lines(ROOT / "data" / "words" / "not_initiatives.tsv")]
    assert {place for word, place in places if word in lists["figures_of_speech.txt"]} == {"after"}
    heads = (ROOT / "data" / "words" / "generic_initiatives.txt").read_text(encoding="utf-8").splitlines()[:4]
    assert "standing_practices.tsv" in " ".join(heads)
    assert "initiative_heads.tsv" in " ".join(heads)


def test_no_head_of_bodies_stands_in_two_families() -> None:
    """The first family would win in silence."""
    entries = load(ROOT / "data" / "words" / "body_heads.yaml", yaml.SafeLoader)
    assert doubles(head for entry in entries.values() for head in entry["heads"]) == []


def test_no_character_stands_twice_in_a_string_of_characters() -> None:
    names, persons = (load(ROOT / "data" / "words" / name, yaml.SafeLoader) for name in ("name_words.yaml", "person_words.yaml"))
    strings = (names["stop_characters"], *(value for value in persons.values() if isinstance(value, str)))
    assert [doubles(string) for string in strings] == [[] for _ in strings]


def test_an_enterprise_that_is_called_as_a_place_is_read_with_care() -> None:
    words = ROOT / "data" / "words"
    places = {brand for brand in read_lines(words / "brands.txt") if gazetteer().candidates(brand)}
    assert places
    assert places <= set(read_lines(words / "ambiguous_brands.txt"))

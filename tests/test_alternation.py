"""Alternations of many words find what a plain alternation finds, the longest first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from graph.alternation import either

WORDS = st.text(alphabet="工会务站.-]", min_size=1, max_size=4)
BEHIND = ["", "工", "(?=会)", "*务", "$"]


@given(st.sets(WORDS, min_size=1, max_size=9), st.text(alphabet="工会务站.-]", max_size=20), st.sampled_from(BEHIND))
def test_finds_what_a_plain_alternation_finds(words: set[str], text: str, behind: str) -> None:
    plain = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    expected = [match.span() for match in re.finditer(f"(?:{plain}){behind}", text)]
    assert [match.span() for match in re.finditer(either(words) + behind, text)] == expected


def test_the_longest_word_wins() -> None:
    assert re.findall(either(["服务", "服务站", "服务中心"]), "服务站和服务中心的服务") == ["服务站", "服务中心", "服务"]


def test_an_alternation_stays_one_thing() -> None:
    assert re.fullmatch(f"{either(['综合'])}+评估", "综合综合评估")
    assert re.fullmatch(f"不(?!{either(['好', '坏'])})了?得", "不了得")


def test_no_words_match_nothing() -> None:
    assert re.search(either([]), "工会") is None

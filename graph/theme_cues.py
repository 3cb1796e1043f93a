"""The evidence words of the themes (schema/theme_cues.yaml): which theme a word speaks for, and how strongly."""

from collections import defaultdict
from functools import cache, lru_cache

import ahocorasick_rs

from graph.errors import SchemaError
from graph.files import folder, read_yaml
from graph.model import load

_STRONG = 2.0  # a word of this weight speaks for its theme without any other
_MOST = 2


@cache
def cue_words() -> dict[str, list[tuple[str, float]]]:
    """Word -> (theme, weight) of each theme that it speaks for; raises SchemaError on an unknown theme."""
    path = folder("schema") / "theme_cues.yaml"
    by_word: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for theme, cues in read_yaml(path).items():
        if theme not in load().themes:
            raise SchemaError("{path}: {theme} is not in schema/themes.yaml: rename it or add the theme", path=path, theme=theme)
        for word, weight in cues.items():
            by_word[str(word)].append((theme, float(weight)))
    return dict(sorted(by_word.items()))


@cache
def automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[list[tuple[str, float]]]]:
    """The automaton over all cue words (the longest one counts) and, by pattern, the themes each speaks for."""
    words = cue_words()
    return ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), list(words.values())


@lru_cache(maxsize=65536)
def themes_of_words(text: str) -> tuple[str, ...]:
    """The themes (at most two) for which a word of a short text speaks by itself, the strongest first: 建成职工书屋, 开展技能竞赛."""
    finder, themes = automaton()
    best: dict[str, float] = {}
    for pattern, _, _ in finder.find_matches_as_indexes(text):
        for theme, weight in themes[pattern]:
            if weight >= _STRONG:
                best[theme] = max(weight, best.get(theme, 0.0))
    return tuple(sorted(best, key=lambda theme: (-best[theme], theme))[:_MOST])

"""Places of a firm that are named by it and where they are: 瑞丰超市|云溪店, 蓝海汽车|某市|生产基地."""

import re
from functools import cache

from graph.alternation import either
from graph.extract.language.lexicon import name_words
from graph.extract.language.segments import tokens
from graph.extract.places.gazetteer import gazetteer

__all__ = ["site_end"]

_LONGEST = 12  # characters that place and noun together may have


@cache
def _site() -> re.Pattern[str]:
    words = name_words()
    return re.compile(rf"([一-鿿]{{2,6}}?){either(words.sites)}(?!{either(words.not_a_site)})")


def site_end(view: str, end: int, limit: int) -> int:
    """Where the name of a firm that ends at `end` does when the firm's place there is meant, else `end` itself."""
    match = _site().match(view, end, min(limit, end + _LONGEST))
    return match.end() if match is not None and _is_place(match[1]) else end


def _is_place(text: str) -> bool:
    """Whether characters may name a place: a division, or words of no dictionary but names."""
    if gazetteer().candidates(text):
        return True
    words = name_words()
    return all(
        token.tag.startswith(("ns", "nr", "nz")) or (len(token.text) == 1 and token.text not in words.stop_characters | words.measures)
        for token in tokens(text)
    )

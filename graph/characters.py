"""One character of a page -> the character it is read as: radicals, full-width forms, traditional forms."""

import unicodedata
from functools import cache

from graph.files import folder, read_lines

# Blocks in which a compatibility form is only another shape of the same character. Elsewhere NFKC changes meaning (① -> 1, ² -> 2).
_SHAPES = (
    (0x2E80, 0x2FDF),  # radicals
    (0x3000, 0x3000),  # ideographic space
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFE10, 0xFE1F),  # vertical forms
    (0xFE30, 0xFE6F),  # vertical and small forms
    (0xFF01, 0xFFEE),  # half-width and full-width forms
    (0x2F800, 0x2FA1F),
)
_PUNCTUATION = {
    "，": ",", "（": "(", "）": ")", "：": ":", "；": ";", "！": "!", "？": "?", "％": "%", "＋": "+", "～": "~",
    "〜": "~", "∼": "~", "︰": ":", "∶": ":", "﹕": ":", "〝": "“", "〞": "”", "‟": "“", "„": "“", "―": "—", "─": "—", "━": "—",
    "・": "·", "‧": "·", "•": "·", "∙": "·", "⋅": "·", "●": "●", "．": ".", "｡": "。", "､": "、", "⋯": "…",
    "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "\x0b": " ", "\x0c": " ",
}  # fmt: skip
_DROPPED = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\u202a\u202b\u202c\u202d\u202e\ufe0e\ufe0f"


def _pairs(name: str) -> dict[str, str]:
    return dict(line.split("\t") for line in read_lines(folder("data") / "words" / name))


@cache
def table() -> dict[int, str]:
    """A translation table of single characters (str.translate keeps the length of the text).

    Sources: data/words/radicals.tsv, data/words/traditional.tsv, and Unicode's compatibility mappings for the blocks above.
    """
    traditional = _pairs("traditional.tsv")
    result: dict[int, str] = {}
    for first, last in _SHAPES:
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                result[code] = plain
    result |= {ord(char): plain for char, plain in _pairs("radicals.tsv").items()}
    result |= {ord(char): plain for char, plain in traditional.items()}
    result |= {ord(char): plain for char, plain in _PUNCTUATION.items()}
    return {code: traditional.get(plain, plain) for code, plain in result.items() if chr(code) != plain}


def simplify(text: str) -> str:
    """The text with every character replaced by the one it is read as; same length."""
    return text.translate(table())


def reading(text: str) -> str:
    """The text as words are looked for in it: traditional and other forms of characters as the one they stand for, without line ends."""
    return "".join(simplify(text).split())


def is_dropped(char: str) -> bool:
    """Whether the character leaves no trace in the reading text (zero-width characters, controls; not line ends)."""
    return char in _DROPPED or (unicodedata.category(char) in {"Cc", "Cs", "Cf"} and char not in "\n\t\x0b\x0c\x1c\x1d\x1e\x85")

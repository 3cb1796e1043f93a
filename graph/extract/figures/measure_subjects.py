"""Who acts, or is counted by name, is no part of what a figure counts: 某书屋已添新书2000册, 甲公司、某某等5家荣获….

A text here is what stands before a figure, from the last stop on.
"""

import re
from collections.abc import Sequence

from graph.extract.figures.measure_edges import has_verb, strip_back, verb, words
from graph.extract.language.segments import tokens

__all__ = ["JOINT", "predicate", "without_names"]

#: A word that joins what follows to what stands before.
JOINT = re.compile(r"(?:和|与|及|以及|、|并)\Z")


def without_names(before: str, names: Sequence[str]) -> str:
    """Without the bodies and persons of a sentence, `names`; a verb right before them stays (授予甲公司等5家).

    来自某公司的50名 says where those come from and stays whole.
    """
    end = max((at + len(name) for name in names if (at := before.rfind(name)) >= 0), default=0)
    start = min((at for name in names if (at := before.find(name)) >= 0), default=0)
    if not end or before.endswith("来自", 0, start):
        return before
    said = tokens(before[:start])[-1:]
    doing = next((token.text for token in said if token.text == "被" or (token.tag == "v" and len(token.text) > 1)), "")
    rest = before[end:].removeprefix("等").removeprefix("的")
    if rest.endswith("等") and not has_verb(rest):
        rest = ""  # the end of a name that was only known in part
    return doing + ("" if JOINT.search(rest) else rest)


def predicate(before: str) -> str:
    """What was done, without the subject: the text from behind a list (甲队、乙班等获奖金) or an adverb (某书屋已添新书).

    Nothing is taken off where only a change follows (案件又比去年下降).
    """
    listed, _, after = before.rpartition("等")
    if "、" in listed and strip_back(after) and tokens(after)[0].tag in ("v", "d", "r", "t") and not verb(listed):
        before = after
    last = next((token for token in reversed(tokens(before)[1:]) if token.text in words("done") and token.tag[0] in "dc"), None)
    rest = before[last.end :] if last is not None else ""
    kept = not strip_back(rest) or rest.startswith((*words("change"), "比", "较")) or "每" in before[:2]
    return before if kept else rest

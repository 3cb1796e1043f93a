"""Many words -> one regular expression that looks for all of them at once."""

import re
from collections.abc import Iterable

__all__ = ["either"]

_Tree = dict[str, "_Tree"]  # a character -> what may follow it; "" where a word ends


def either(words: Iterable[str]) -> str:
    """A non-capturing group that matches one of the words, the longest where several do; nothing when there are none.

    Words share their beginnings (服务(?:中心|站)), and a look at the next character comes first: a plain alternation of a thousand
    words tries each of them at each character of a text.
    """
    root: _Tree = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    if not root:
        return "(?!)"  # nothing matches
    return f"(?:(?={_any_of(filter(None, root))}){_branches(root)})"


def _any_of(characters: Iterable[str]) -> str:
    chosen = sorted(characters)
    return re.escape(chosen[0]) if len(chosen) == 1 else f"[{re.escape(''.join(chosen))}]"


def _branches(node: _Tree) -> str:
    """What may go on from here, the longest first."""
    last = [char for char, rest in node.items() if rest.keys() == {""}]  # characters with which words end and none goes on
    found = [re.escape(char) + _branches(rest) for char, rest in sorted(node.items()) if char and char not in last]
    found += [_any_of(last)] if last else []
    together = found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"
    if "" not in node:
        return together
    return f"(?:{together})?" if found else ""

"""The heads of development zones, parks and quarters (data/words/zones.yaml) as patterns for those who read names."""

import re
from functools import cache

from graph.files import folder, read_yaml

__all__ = ["body_of_zone", "ends_as_zone", "is_zone_or_quarter", "opens_as_zone", "zone_head", "zone_within"]


@cache
def _words() -> dict[str, list[str]]:
    return dict(read_yaml(folder("data") / "words" / "zones.yaml"))


def _any(*kinds: str) -> str:
    """One alternation of the words of some kinds, the longest first."""
    return "|".join(sorted((word for kind in kinds for word in _words()[kind]), key=len, reverse=True))


@cache
def zone_head() -> re.Pattern[str]:
    """The head of a zone used as a place, with its level: 国家级高新区; not where a body's name goes on (高新区总工会)."""
    return re.compile(f"(?:{_any('levels')})?(?:{_any('zones', 'districts', 'circles')})(?!{_any('not_before')})")


@cache
def opens_as_zone() -> re.Pattern[str]:
    """A text that opens with a zone or a park without its place: 高新区总工会."""
    return re.compile(f"(?:{_any('levels')})?(?:{_any('zones', 'districts', 'special', 'parks')})")


@cache
def is_zone_or_quarter() -> re.Pattern[str]:
    """A word that ends as the name of a zone, a park or a quarter does."""
    return re.compile(f"(?:{_any('zones', 'districts', 'special', 'parks', 'quarters')})$")


@cache
def ends_as_zone() -> re.Pattern[str]:
    """A word that ends as the name of a zone with organs of its own does."""
    return re.compile(f"(?:{_any('zones', 'districts', 'special')})$")


@cache
def zone_within() -> re.Pattern[str]:
    """A zone anywhere in a name, and no district."""
    return re.compile(_any("zones", "special"))


@cache
def body_of_zone(head: str) -> re.Pattern[str]:
    """The name of a body of a zone or of a place below the counties that ends in `head` (a pattern)."""
    return re.compile(f"(?:{_any('zones', 'districts', 'special', 'parks', 'quarters')}|镇|乡|村){head}$")

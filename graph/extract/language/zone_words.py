"""The heads of development zones, parks and quarters (data/words/zones.yaml) as patterns for those who read names."""

import re
from functools import cache

from graph.alternation import either
from graph.files import folder, read_yaml

__all__ = [
    "body_of_zone", "ends_as_zone", "is_site", "is_zone_or_quarter", "no_zones", "opens_as_zone", "shortened_zones", "village_head",
    "village_kinds", "zone_alone", "zone_head", "zone_kind", "zone_within",
]  # fmt: skip


@cache
def _words() -> dict[str, list[str]]:
    return dict(read_yaml(folder("data") / "words" / "zones.yaml"))


def _any(*kinds: str) -> str:
    """One alternation of the words of some kinds, the longest first."""
    return either(word for kind in kinds for word in _words()[kind])


@cache
def zone_head() -> re.Pattern[str]:
    """The head of a zone, with its level: 国家级高新区; `body` is what makes it the beginning of a body's name (高新区|管委会), `soft`
    the head that makes no name by itself (园区), `organ` the body that proves that what stands before is a zone's name."""
    part = f"(?P<part>(?<=[贸验]区)[一-鿿]{{2,4}}?{_any('part')})?"
    heads = f"(?:(?P<firm>{_any('zones')})|(?P<soft>{_any('districts', 'circles', 'special', 'sites')}))(?!{_any('goes_on')}){part}"
    return re.compile(f"(?:{_any('levels')})?{heads}(?=(?P<body>{_any('not_before')})|)(?=(?P<organ>{_any('organs')})|)")


@cache
def zone_alone() -> re.Pattern[str]:
    """A zone without its place: 高新区."""
    return re.compile(f"{either(shortened_zones())}(?!{_any('goes_on', 'not_before')})")


@cache
def zone_kind(name: str) -> str:
    """A zone's name with its kind in the short form, so that two forms of one name meet: 某某高新技术产业开发区 -> 某某高新区."""
    kinds: list[list[str]] = read_yaml(folder("data") / "words" / "zones.yaml")["same"]
    bare = re.sub(_any("levels"), "", name)
    for short, *others in kinds:
        for other in others:
            if bare.endswith(other):
                return bare.removesuffix(other) + short
    return bare


@cache
def no_zones() -> frozenset[str]:
    """Words that are no zone's name, though the dictionary has them as names."""
    return frozenset(_words()["no_names"])


@cache
def village_head() -> re.Pattern[str]:
    """The end of a village's or a community's name, which is no part of a longer word (not 农村, 村民)."""
    return re.compile(rf"(?<![农乡])村(?=村|(?!{_any('village_words')}))|社区(?=[的居村以为在有将把对举开设与和及召联里内是也正便]|$|\W)")


@cache
def village_kinds() -> tuple[frozenset[str], frozenset[str]]:
    """The characters and the words that stand in no name of a village."""
    return frozenset(_words()["village_particles"]), frozenset(_words()["village_kinds"])


@cache
def shortened_zones() -> dict[str, tuple[str, ...]]:
    """A zone alone -> the ends of the names that it may mean."""
    words: dict[str, list[str]] = read_yaml(folder("data") / "words" / "zones.yaml")["short"]
    return {short: tuple(ends) for short, ends in words.items()}


@cache
def opens_as_zone() -> re.Pattern[str]:
    """A text that opens with a zone or a park without its place: 高新区总工会."""
    return re.compile(f"(?:{_any('levels')})?(?:{_any('zones', 'districts', 'special', 'parks')})")


@cache
def is_zone_or_quarter() -> re.Pattern[str]:
    """A word that ends as the name of a zone, a park or a quarter does."""
    return re.compile(f"(?:{_any('zones', 'districts', 'special', 'parks', 'quarters')})$")


def is_site(word: str) -> bool:
    """Whether a zone alone may as well be any of its kind (园区, 工业园区)."""
    return word in {*_words()["sites"], *_words()["parks"]} or word.endswith("园区")


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

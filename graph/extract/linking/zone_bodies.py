"""The bodies of development zones: which body a name that opens with a zone, or with a bare 高新区, means."""

from graph.extract.language.zone_words import is_site, opens_as_zone
from graph.extract.linking.body_forms import TOTAL, total_union
from graph.extract.linking.context import Context
from graph.extract.linking.identity import Identity, organ_key
from graph.extract.linking.references import References
from graph.extract.linking.zones import Zone
from graph.records import Mention

__all__ = ["unnamed", "zone_body"]


def zone_body(zone: Zone, rest: str, text: str | None) -> Identity:
    """The body of a zone, `rest` being what follows the zone in the mention and `text` the mention if it names the zone."""
    total = TOTAL.fullmatch(rest) is not None
    key, name = ("总工会", "总工会" if rest == "总" else rest) if total else (organ_key(rest), rest)
    if text is not None:
        return Identity(f"{zone.key}|{key}", text, 2, "region", zone.within)
    return Identity(f"{zone.key}|{key}", zone.name + name, 1, "zone", zone.within)


def unnamed(context: Context, references: References, mention: Mention) -> Identity | None:
    """A body of a zone that is named without its place (高新区总工会): that of the zone which the article names, else of its home.

    None for other names, and for the union of a park of which the article names none (园区工会).
    """
    zone = opens_as_zone().match(mention.text)
    if zone is None:
        return None
    if (told := references.nearest(mention, mention.text, frozenset({mention.type}))) is not None:
        return told
    home, rest = context.home(mention.article), mention.text[zone.end() :]
    around = [home] if home is not None else []
    district = next((d for d in (*around, *context.before(mention.article, mention.start)) if d.name.endswith(zone[0])), None)
    if district is not None:  # 新区总工会 in the story of 浦东新区
        if mention.type == "Union" and TOTAL.fullmatch(rest):
            return total_union(district, rest, None, "zone")
        return Identity(f"{district.code}|{organ_key(rest)}", district.name + rest, 1, "zone", district.code)
    if rest == "工会" and is_site(zone[0]):
        return None
    if (meant := context.zones.meant(mention.article, zone[0], mention.start)) is not None:
        return zone_body(meant, rest, None)
    if home is None:
        return Identity(f"{context.page}|{organ_key(mention.text)}", mention.text, 1, "zone")
    return Identity(f"{home.code}|{organ_key(mention.text)}", home.name + mention.text, 1, "zone", home.code)

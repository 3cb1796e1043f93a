"""Standing practices: work that unions everywhere keep under one fixed name, written without marks (产改, 厂务公开, 职工之家).

Bodies and meetings that every enterprise has (职代会, 工匠学院) are none of them: they act, and are said to be what decides.
"""

import re
from dataclasses import dataclass
from functools import cache

from graph.alternation import either
from graph.extract.language.initiative_words import frame
from graph.files import folder, read_rows, read_yaml
from graph.records import Article, Mention, Page

__all__ = ["find"]

# Carrying the spirit of a congress to the workplaces (党的二十大精神宣讲).
_SPIRIT = "(?:党的|中国工会)(?:[一二三四五六七八九十]+大|[一二三四五六七八九十]+届[一二三四五六七]中全会)精神宣讲"
# Right before a facility that is no part of a longer name (打造|职工之家; but 旗纪委|职工之家).
_FREE = "的个家处座所设造成建级好了化进展动善托"


@dataclass(frozen=True, slots=True)
class _Forms:
    """Form -> (kind, canonical name), the pattern of all forms, and a count at the end of what stands before one."""

    kinds: dict[str, tuple[str, str | None]]
    pattern: re.Pattern[str]
    counted: re.Pattern[str]


@cache
def _forms() -> _Forms:
    """The forms of data/words/standing_practices.tsv; raises SchemaError when a word list is missing."""
    here = folder("data") / "words"
    rows = read_rows(here / "standing_practices.tsv")
    kinds = {row[0]: (row[1], row[2] if len(row) > 2 else None) for row in rows}
    lists = read_yaml(here / "practice_frames.yaml")
    stations = either(form for form, (kind, _) in kinds.items() if kind == "station")
    others = either(form for form, (kind, _) in kinds.items() if kind != "station")
    own = f"(?:(?<![一-鿿])|(?<=[{_FREE}]))(?:{stations})|(?<!建、)(?:{others})"
    whose, behind = either(map(str, lists["studio_of"])), either(map(str, lists["not_behind"]))
    studio = rf"(?<![省市区县州级])(?!和)(?:{whose}|和|[(](?:{whose})[)]){{2,}}创新工作室(?!\d|的?(?:称号|评选|评审|命名)|{behind})"
    return _Forms(
        kinds=kinds,
        pattern=re.compile(rf"(?:{own})(?!{behind})|{studio}|{_SPIRIT}(?!{behind})"),
        counted=re.compile(rf"[\d一二三四五六七八九十余多](?:{frame('measures')})[^,。;、]{{0,6}}$"),
    )


def find(page: Page, article: Article) -> list[Mention]:
    """The Initiative mentions of standing practices in an article, rule practice.standing, in order of their place.

    Innovation studios that are counted are a kind of thing, none of them is meant (劳模工匠创新工作室42家); nor where they are a title.
    """
    forms, text = _forms(), page.view
    found = []
    for block in article.blocks:
        for hit in forms.pattern.finditer(text, block.start, block.end):
            studio = hit.group().endswith("工作室")
            if not studio or not forms.counted.search(text[max(block.start, hit.start() - 12) : hit.start()]):
                kind, name = forms.kinds.get(hit.group(), ("station" if studio else "campaign", None))
                rule = "practice.standing"
                found.append(Mention("Initiative", *hit.span(), hit.group(), article.id, rule, name=name, kind=kind))
    return found

"""The words of awards and honorary titles, compiled: award nouns, verbs of awarding, superlatives, levels."""

import re
from dataclasses import dataclass
from functools import cache

from graph.alternation import either
from graph.extract.language.initiative_words import frame
from graph.files import folder, read_lines, read_rows

# Characters of an award's name behind a verb; the others end it.
_NAME = r"[^,。;:!?、“”‘’《》()\n了的并被将让]"

_DATED = r"(?:第[一二三四五六七八九十百\d]+届|首届|\d{4}年?)"


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns of data/words/honour_*.

    award: stands alone; levelled: needs its level before it; ranked: level, field and title (全国……示范县); superlative: 十大……工人;
    title: a noun at the end that may be honoured; ending: an award noun at the end; item: one award behind a verb;
    called: what stands between a verb and 称号; series: what is listed between a verb and 等荣誉;
    verb, awarding, conferring: verbs and those of them that award, that confer a title;
    opener: how a quoted title begins.
    """

    award: re.Pattern[str]
    levelled: re.Pattern[str]
    ranked: re.Pattern[str]
    superlative: re.Pattern[str]
    title: re.Pattern[str]
    ending: re.Pattern[str]
    item: re.Pattern[str]
    called: re.Pattern[str]
    series: re.Pattern[str]
    verb: re.Pattern[str]
    awarding: frozenset[str]
    conferring: frozenset[str]
    opener: re.Pattern[str]


@cache
def words() -> Words:
    """The word lists; raises SchemaError when one is missing."""
    here = folder("data") / "words"
    heads = read_rows(here / "honour_heads.tsv")
    grades, nouns = (read_lines(here / f"honour_{name}.txt") for name in ("grades", "nouns"))
    verbs = read_rows(here / "honour_verbs.tsv")
    ranks, persons = (either(read_lines(here / f"honour_{name}.txt")) for name in ("ranks", "titles"))
    every = either({head for head, _ in heads} | {grade + noun for grade in grades for noun in nouns})  # 优秀+车间
    awards = either(verb for verb, strength in verbs if strength >= "2")
    strong, levelled = (either(head for head, strength in heads if strength == value) for value in "32")
    chosen = frame("choosing")
    edge = rf"(?!{chosen}|{persons}|{frame('more_noun')})"
    rank = r"全国(?!各地|各)|国家级|省级|市级|全省|全市|中国"
    return Words(
        award=re.compile(f"(?:{strong})"),
        levelled=re.compile(f"(?:{levelled})(?!(?:[(][^()]{{1,4}}[)])?(?:{frame('no_award')}))"),
        ranked=re.compile(rf"(?:(?:{rank}){_NAME}{{2,16}}?(?:{ranks})|{_DATED}{_NAME}{{2,16}}?年度人物){edge}"),
        superlative=re.compile(rf"(?:{frame('superlative')}){_NAME}{{0,8}}?(?:{persons}){edge}"),
        title=re.compile(f"(?:{every}|{persons})$"),
        ending=re.compile(f"(?:{every})$"),
        item=re.compile(
            rf"\s?“?((?:(?!(?<=[奖号手星])[和与及]){_NAME}|“[^“”]{{1,20}}”){{0,30}}(?:{every}))(?![励金品补学项惩助池牌才]|(?:[(][^()]{{1,4}}[)])?(?:创新)?工作室)(?!{frame('more_noun')})"
        ),
        called=re.compile(rf"(?:{awards})(?:了|过)?((?:(?!{awards})[^\W\d]){{4,24}}?)(?:光荣|荣誉)*称号"),
        series=re.compile(rf"(?:{awards})(?:了|过)?([^。;:!?,“”《》\n]{{6,160}}?)等[^,。;、]{{0,6}}?(?:荣誉|称号|奖项|殊荣)"),
        verb=re.compile(f"(?:{either(verb for verb, _ in verbs)})(?:了|过)?(?!得?者)"),
        awarding=frozenset(verb for verb, strength in verbs if strength >= "2"),
        conferring=frozenset(verb for verb, strength in verbs if strength == "3"),
        opener=re.compile(f"(?:{either(read_lines(here / 'honour_openers.txt'))})"),
    )

"""The figures of regions under canonical measures, so that those of different regions can stand side by side. Nothing is summed."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.files import folder, read_yaml
from graph.measures import canonical
from graph.profiles import figures_of, regions_of
from graph.tables import Tables, place_codes
from graph.theme_cues import themes_of_words


@dataclass(frozen=True, slots=True)
class RegionFigure:
    """A figure: canonical measure and unit, unit as written, value, words beside it, whose it is, the sentence with its place,
    and its themes."""

    measure: str
    unit: str
    written: str
    value: float
    qualifier: str
    period: str
    subject: str
    page: str
    date: str
    start: int
    end: int
    sentence: str
    themes: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """The words that stand beside the value."""
        return self.qualifier.split("、") if self.qualifier else []

    @property
    def number(self) -> str:
        """The value as shown, in the unit of the page: 超 93 %, 98 % 以上, 300余人, 计划 超 5000 场."""
        after, within = qualifiers("after"), qualifiers("between")
        between = "".join(word for word in self.words if word in within)
        number = f"{self.value:.12g}" + (between or " " if self.written else between) + self.written
        behind = [word for word in self.words if word in after and word not in within]
        return " ".join([*(word for word in self.words if word not in after), number, *behind])

    @property
    def text(self) -> str:
        """`number` with its period: 超 93 %(今年2月)."""
        return self.number + (f"({self.period})" if self.period else "")


@cache
def qualifiers(name: str) -> frozenset[str]:
    """A list of words beside figures: a key of data/words/qualifiers.yaml."""
    return frozenset(read_yaml(folder("data") / "words" / "qualifiers.yaml")[name])


def figure_themes(tables: Tables) -> dict[int, tuple[str, ...]]:
    """Row of the table statistics -> the themes of the figure: those of which a word of its measure speaks, and those of the initiative
    that it is about or that its sentence alone tells of. Rows without a theme are left out."""
    entities = tables["entities"]
    rows = entities[entities["type"] == "Initiative"]
    of = {id_: themes.split() for id_, themes in zip(rows["id"], rows["themes"], strict=True)}
    about = {row.Index: of[id_] for id_, figures in figures_of(tables, set(of)).items() for row in figures}
    found = {
        row.Index: tuple(dict.fromkeys((*themes_of_words(row.measure), *about.get(row.Index, ()))))
        for row in tables["statistics"].itertuples()
    }
    return {index: themes for index, themes in found.items() if themes}


def _bodies(tables: Tables) -> dict[str, str]:
    """Entity id -> adcode of the region it serves or stands in, else its own code."""
    code = place_codes(tables)
    seat: dict[str, str] = {}
    for row in tables["relations"].itertuples():
        if row.relation in {"serves", "locatedIn"} and row.tail in code:
            seat.setdefault(row.head, code[row.tail])
    return code | seat


def places(tables: Tables) -> dict[str, str]:
    """Entity id -> adcode of the region whose figures those of the entity are."""
    return _bodies(tables) | {id_: codes[0] for id_, codes in regions_of(tables).items()}


def region_figures(tables: Tables) -> dict[str, list[RegionFigure]]:
    """adcode -> figures of the region itself, of its bodies and of its initiatives, in the order of the pages.

    Figures of subdivisions stay with them: what is true of a county is not true of its city.
    """
    place, themes, read = places(tables), figure_themes(tables), _reader(tables)
    found: dict[str, list[RegionFigure]] = defaultdict(list)
    for row in tables["statistics"].itertuples():
        if row.subject in place:
            found[place[row.subject]].append(replace(read(row), themes=themes.get(row.Index, ())))
    return found


def figures_about(tables: Tables, initiatives: set[str]) -> dict[str, list[RegionFigure]]:
    """Initiative id -> the figures about it (`figures_of`), in the order of the pages."""
    read = _reader(tables)
    return {id_: [read(row) for row in rows] for id_, rows in figures_of(tables, initiatives).items()}


def _reader(tables: Tables) -> Callable[[Any], RegionFigure]:
    """A row of the table statistics -> the figure without its themes."""
    names = dict(zip(tables["entities"]["id"], tables["entities"]["name"], strict=True))
    texts = dict(zip(tables["pages"]["page"], tables["pages"]["text"], strict=True))
    dates = dict(zip(tables["pages"]["page"], tables["pages"]["date"], strict=True))

    def read(row: Any) -> RegionFigure:
        return _figure(row, names.get(row.subject, ""), texts.get(row.page, ""), dates.get(row.page, ""))

    return read


def _figure(row: Any, subject: str, text: str, date: str) -> RegionFigure:
    measure, unit = canonical(row.measure, row.unit)
    start, end = int(row.start), int(row.end)
    known = row.sentence_start == row.sentence_start and bool(row.sentence_end) and text
    sentence = text[int(row.sentence_start) : int(row.sentence_end)] if known else row.text
    return RegionFigure(measure, unit, row.unit, float(row.value), row.qualifier, row.period, subject, row.page, date, start, end, sentence)

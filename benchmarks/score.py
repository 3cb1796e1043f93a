"""How far the tables of a build agree with annotated pages: precision, recall and F1 of each kind of fact.

usage: python benchmarks/score.py [--errors N]                                      the sample pages, built anew, and benchmarks/gold
       python benchmarks/score.py TABLES GOLD.json ... --pages DIR [--errors N] [--json]   any build whose pages are annotated

A gold file is one page: `entities` (type, name, `accept`: other right names, `mentions`: texts by line, `core`, `themes`), `relations`
(head, rel, tail, core) and `statistics` (subject, value, unit, core). What is not core may be given or left out at no cost. Counted:
  mentions            spans with their type, exactly (code points of the raw text, end exclusive)
  linked              such spans whose entity bears a right name, or a region the right code
  entities            entities of a page by type and right name
  relations           head, relation and tail, all by right names
  themes              themes of the initiatives that were found
  statistics value    numbers with their unit; `statistics subject`: and whose they are
`--json` prints F1 by row, `--errors` up to N wrong and missed facts of each kind.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graph.model import load
from graph.tables import Tables, read_tables

SYMMETRIC = frozenset(name for name, relation in load().relations.items() if relation.symmetric)
KINDS = ("mentions", "linked", "entities", "relations", "themes", "statistics value", "statistics subject")
_ORNAMENT = re.compile(r"[\s“”\"'‘’「」『』《》〈〉（）()·・\-—]")

Row = Mapping[str, Any]
Span = tuple[int, int, str]


def fold(name: str | None) -> str:
    """A name as names are compared: in NFKC, without quotation marks, brackets, dots, dashes and white space."""
    return _ORNAMENT.sub("", unicodedata.normalize("NFKC", name or ""))


def _places(line: str, said: str) -> Iterator[int]:
    at = line.find(said)
    while at >= 0:
        yield at
        at = line.find(said, at + 1)


def spans_of(gold: dict[str, Any], text: str) -> list[Span]:
    """(start, end, entity id) of the mentions of an annotated page; a claim gives way to a longer one that it overlaps."""
    lines = text.split("\n")
    begins = [0, *accumulate(len(line) + 1 for line in lines)]
    claims = {
        (begins[mention["line"] - 1] + at, begins[mention["line"] - 1] + at + len(mention["text"]), entity["id"])
        for entity in gold["entities"]
        for mention in entity.get("mentions", ())
        for number, at in enumerate(_places(lines[mention["line"] - 1], mention["text"]), 1)
        if number in (mention.get("nth") or (number,))
    }
    taken: set[int] = set()
    kept = []
    for start, end, entity in sorted(claims, key=lambda claim: (claim[0] - claim[1], claim)):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end, entity))
    return kept


@dataclass
class Count:
    """What agrees, what a build has beyond the gold, and what it lacks."""

    right: int = 0
    extra: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def measures(self) -> tuple[float, float, float]:
        """Precision, recall, F1; zero where nothing is counted."""
        given, wanted = self.right + len(self.extra), self.right + len(self.missed)
        precision = self.right / given if given else 0.0
        recall = self.right / wanted if wanted else 0.0
        return precision, recall, 2 * self.right / (given + wanted) if given + wanted else 0.0


class Page:
    """One annotated page and what the tables of a build say of it."""

    def __init__(self, gold: dict[str, Any], text: str, tables: Mapping[str, list[Row]]) -> None:
        self.gold, self.name = gold, gold["page"]
        self.entity = {e["id"]: e for e in gold["entities"]}
        self.names = {e["id"]: {fold(name) for name in (e["name"], *e["accept"])} for e in gold["entities"]}
        self.spans = {(start, end): entity for start, end, entity in spans_of(gold, text)}
        self.ours = {e["id"]: e for e in tables["entities"]}
        self.rows = {kind: [row for row in tables[kind] if row["page"] == self.name] for kind in ("mentions", "relations", "statistics")}
        self.text = text

    def core(self, entity: str) -> bool:
        return bool(self.entity[entity].get("core", True))

    def same(self, ours: Row, theirs: str) -> bool:
        """Whether an entity of ours bears a right name of one of the gold, or a region its code."""
        coded = theirs in self.entity and self.entity[theirs]["type"] == "Region" and self.entity[theirs].get("adcode")
        return bool(coded and str(coded) == str(ours["adcode"])) or fold(ours["name"]) in self.names[theirs]

    @cached_property
    def known(self) -> dict[str, str | None]:
        """Id of each entity that our tables have on the page -> id of the same one in the gold, if there is one."""
        here = {row["entity"] for row in self.rows["mentions"]} | {e for e, row in self.ours.items() if self.name in row["pages"].split()}
        return {
            one: next((e for e, g in self.entity.items() if g["type"] == self.ours[one]["type"] and self.same(self.ours[one], e)), None)
            for one in sorted(here)
        }

    def told(self, entity: str | None) -> str:
        return self.ours[entity]["name"] if entity in self.ours else str(entity)


def _mentions(page: Page, exact: Count, linked: Count) -> None:
    soft = [(start, end, page.entity[e]["type"]) for (start, end), e in page.spans.items() if not page.core(e)]
    given = {(int(row["start"]), int(row["end"])): page.ours[row["entity"]] for row in page.rows["mentions"]}
    found, right = set(), set()
    for (start, end), ours in sorted(given.items()):
        theirs = page.spans.get((start, end))
        said = f"{page.name}:{start} {page.text[start:end]} [{ours['type']}] -> {ours['name']}"
        if theirs is not None and page.entity[theirs]["type"] == ours["type"]:
            if page.core(theirs):
                found.add((start, end))
                if page.same(ours, theirs):
                    right.add((start, end))
                else:
                    linked.extra.append(said)
        elif not any(kind == ours["type"] and first < end and start < last for first, last, kind in soft):
            exact.extra.append(said)
            linked.extra.append(said)
    for count, hits in ((exact, found), (linked, right)):
        count.right += len(hits)
        wanted = [(span, page.entity[e]) for span, e in page.spans.items() if page.core(e) and span not in hits]
        count.missed += [
            f"{page.name}:{a} {page.text[a:b]} [{e['type']}] -> {e['name']}" for (a, b), e in sorted(wanted, key=lambda w: w[0])
        ]


def _entities(page: Page, count: Count) -> None:
    hit = {theirs for theirs in page.known.values() if theirs is not None}
    count.right += sum(map(page.core, hit))
    count.extra += [f"{page.name} {page.told(one)} [{page.ours[one]['type']}]" for one, theirs in page.known.items() if theirs is None]
    count.missed += [f"{page.name} {g['name']} [{g['type']}]" for e, g in page.entity.items() if page.core(e) and e not in hit]


def _fact(head: str | None, relation: str, tail: str | None) -> tuple[str, str | None, str | None]:
    turned = relation in SYMMETRIC and head is not None and tail is not None and head > tail
    return (relation, tail, head) if turned else (relation, head, tail)


def _relations(page: Page, count: Count) -> None:
    gold: dict[tuple[str, str | None, str | None], bool] = defaultdict(bool)
    for row in page.gold["relations"]:
        gold[_fact(row["head"], row["rel"], row["tail"])] |= bool(row.get("core", True))
    hit, extra = set(), {}
    for row in page.rows["relations"]:
        fact = _fact(page.known.get(row["head"]), row["relation"], page.known.get(row["tail"]))
        if fact in gold:
            hit.add(fact)
        else:
            extra[f"{page.name} {page.told(row['head'])} -{row['relation']}-> {page.told(row['tail'])}"] = None
    count.right += sum(gold[fact] for fact in hit)
    count.extra += extra
    name = {e: g["name"] for e, g in page.entity.items()}
    count.missed += [
        f"{page.name} {name[h]} -{r}-> {name[t]}" for (r, h, t), core in gold.items() if core and (r, h, t) not in hit and h and t
    ]


def _themes(page: Page, count: Count) -> None:
    for one, theirs in page.known.items():
        if theirs is not None and page.entity[theirs]["type"] == "Initiative":
            want, have = set(page.entity[theirs].get("themes") or ()), set(page.ours[one]["themes"].split())
            count.right += len(want & have)
            count.extra += [f"{page.name} {page.entity[theirs]['name']}: {theme}" for theme in sorted(have - want)]
            count.missed += [f"{page.name} {page.entity[theirs]['name']}: {theme}" for theme in sorted(want - have)]


def _statistics(page: Page, value: Count, subject: Count) -> None:
    def figure(row: Row, whose: str | None) -> tuple[str | None, float, str]:
        return whose, round(float(row["value"]), 6), fold(row["unit"])

    gold = [(figure(row, row["subject"]), bool(row.get("core", True))) for row in page.gold["statistics"]]
    ours = [figure(row, page.known.get(row["subject"])) for row in page.rows["statistics"]]
    for count, cut in ((value, 1), (subject, 0)):
        want = Counter(row[cut:] for row, core in gold if core)
        soft = Counter(row[cut:] for row, core in gold if not core)
        have = Counter(row[cut:] for row in ours)
        count.right += (want & have).total()
        count.extra += [f"{page.name} {row}" for row in (have - want - soft).elements()]
        count.missed += [f"{page.name} {row}" for row in (want - have).elements()]


def score(pages: Iterable[Page]) -> dict[str, Count]:
    """The counts of each of KINDS over all pages."""
    counts = {kind: Count() for kind in KINDS}
    for page in pages:
        _mentions(page, counts["mentions"], counts["linked"])
        _entities(page, counts["entities"])
        _relations(page, counts["relations"])
        _themes(page, counts["themes"])
        _statistics(page, counts["statistics value"], counts["statistics subject"])
    return counts


def read(tables: Path, gold: Iterable[Path], pages: Path) -> Iterator[Page]:
    """The annotated pages beside what the tables in a folder say of them."""
    rows = _rows(read_tables(tables))
    for file in gold:
        said = json.loads(file.read_text(encoding="utf-8"))
        yield Page(said, (pages / said["page"]).read_text(encoding="utf-8"), rows)


def _rows(tables: Tables) -> dict[str, list[Row]]:
    return {kind: tables[kind].to_dict("records") for kind in ("entities", "mentions", "relations", "statistics")}


def _sample(scratch: Path) -> tuple[Path, list[Path], Path]:
    """The tables of the sample pages, built in a folder, their gold and the pages."""
    here = Path(__file__).resolve().parent
    pages = here.parent / "data" / "pages"
    subprocess.run([sys.executable, str(here.parent / "build_graph.py"), str(pages), "--out", str(scratch / "out"), "--quiet"], check=True)
    return scratch / "out" / "tables", sorted((here / "gold").glob("*.json")), pages


def main() -> None:
    """Prints a line a kind of fact."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=Path, nargs="?")
    parser.add_argument("gold", type=Path, nargs="*")
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.tables is not None and not (given.gold and given.pages):
        parser.error("TABLES needs at least one GOLD file behind it, and --pages")
    with tempfile.TemporaryDirectory() as scratch:
        if given.tables is None:
            given.tables, given.gold, given.pages = _sample(Path(scratch))
        counts = score(read(given.tables, given.gold, given.pages))
    if given.json:
        print(json.dumps({f"{kind} all": round(count.measures()[2], 4) for kind, count in counts.items()}))
        return
    print(f"{'':20}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'extra':>7}{'missed':>7}")
    for kind, count in counts.items():
        precision, recall, f1 = count.measures()
        print(f"{kind:20}{precision:7.3f}{recall:7.3f}{f1:7.3f}{count.right:7}{len(count.extra):7}{len(count.missed):7}")
    for kind, count in counts.items() if given.errors else ():
        print(f"\n{kind}", *(f"  extra  {one}" for one in count.extra[: given.errors]), sep="\n")
        print(*(f"  missed {one}" for one in count.missed[: given.errors]), sep="\n")


if __name__ == "__main__":
    main()

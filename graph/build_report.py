"""What a build says at its end: how much it found, what pages and initiatives are without a region or a date, what to open."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import Message, joined
from graph.profiles import regions_of
from graph.show import EXCEL_CELL
from graph.tables import Tables

_NAMED = 3  # pages that a line names


def found(tables: Tables, seconds: float) -> Message:
    """How much was found."""
    counts = {name: len(tables[name]) for name in ("pages", "entities", "mentions", "statistics")}
    return Message(
        "{pages} page{s}: {entities} entities in {mentions} mentions, {relations} relations in {proofs} proofs, {statistics} figures "
        "in {seconds:.1f} s",
        s="s" * (counts["pages"] != 1), relations=len(tables["relations"].drop_duplicates(["head", "relation", "tail"])),
        proofs=len(tables["relations"]), seconds=seconds, **counts,
    )  # fmt: skip


def gaps(tables: Tables) -> Iterator[Message]:
    """One line, if anything lacks a region or a date: how many pages and initiatives, where to look, and how to say what is missing."""
    pages, articles, entities = tables["pages"], tables["articles"], tables["entities"]
    placed = set(articles[articles["region"] != ""]["page"])
    nowhere = [page for page in pages["page"] if page not in placed]
    undated = [page for page, date in zip(pages["page"], pages["date"], strict=True) if not date]
    initiatives = set(entities.loc[entities["type"] == "Initiative", "id"])
    loose = len(initiatives - regions_of(tables).keys())
    lacking = []
    if nowhere:
        lacking.append(
            Message(
                "{count} of {all} pages without a region ({names}: tables/articles.csv)",
                count=len(nowhere),
                all=len(pages),
                names=_names(nowhere),
            )
        )
    if loose:
        lacking.append(
            Message("{count} of {all} initiatives without a region (未定地区 in matrix.html)", count=loose, all=len(initiatives))
        )
    if undated:
        lacking.append(
            Message(
                "{count} of {all} pages without a date ({names}: tables/pages.csv)",
                count=len(undated),
                all=len(pages),
                names=_names(undated),
            )
        )
    if lacking:
        yield Message("{lacking}: --region and --date say it for pages that do not", lacking=joined(lacking))


def _names(pages: Sequence[str]) -> str:
    return ", ".join(pages[:_NAMED]) + (", …" if len(pages) > _NAMED else "")


def long_texts(tables: Tables) -> Iterator[Message]:
    """A line, if Excel does not show the whole text of a page."""
    count = int((tables["pages"]["text"].str.len() > EXCEL_CELL).sum())
    if count:
        template = "tables/pages.csv: {count} texts too long for a cell of Excel ({most} characters): whole in the file only"
        yield Message(template, count=count, most=EXCEL_CELL)


def to_open(out: Path) -> Iterator[Message]:
    """What to open."""
    network, matrix = out / "network.html", out / "matrix.html"
    yield Message("open {network} (network) and {matrix} (regions and themes) in a browser;", network=network, matrix=matrix)
    yield Message("tables for Excel in {tables}, RDF in {turtle} and graph.nq", tables=out / "tables", turtle=out / "graph.ttl")

"""The region × theme matrix with the list of similar initiatives as one offline HTML file."""

from pathlib import Path

import pandas as pd

from graph.tables import Tables
from viz.inline import Contents, fill, packed
from viz.matrix_data import matrix_data

_SCRIPTS = ("dom", "words", "matrix_text", "matrix_state", "matrix_table", "matrix_details", "matrix_list", "matrix_main")


def write_matrix(tables: Tables, similar: pd.DataFrame, region_themes: pd.DataFrame, path: Path, *, title: str = "工会图谱") -> None:
    """Writes the page for the tables `similar` (graph.similar) and `region_themes` (graph.regions_profile).

    Raises OSError when `path` cannot be written.
    """
    data = packed({"title": title} | matrix_data(tables, similar, region_themes))
    text = fill("matrix.html", Contents(_SCRIPTS, ("matrix",)), title=title, data=data)
    path.write_text(text, encoding="utf-8", newline="\n")

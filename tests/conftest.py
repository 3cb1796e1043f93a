"""Small tables of our own that the tests of everything after extraction share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

import build_graph
from graph.tables import Tables, frame

# No deadline: speed is measured in benchmarks/, never by a timed test. Derandomised: a red test is red for everybody.
settings.register_profile("gonghui", deadline=None, derandomize=True)
settings.load_profile("gonghui")
os.environ["LC_ALL"] = "C.UTF-8"  # the program speaks English to the tests, whoever runs them

TEXT = "甲县总工会主席 张三\n\n近日,甲县总工会建成“暖心驿”户外劳动者服务站12个。乙县总工会建成“歇脚屋”20个。\n"
PAGE = "一版.txt"


def _span(text: str, nth: int = 0) -> dict[str, object]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return {"page": PAGE, "start": start, "end": start + len(text), "text": text, "article": f"{PAGE}#1"}


FIRST = "近日,甲县总工会建成“暖心驿”户外劳动者服务站12个。"
SECOND = "乙县总工会建成“歇脚屋”20个。"


@pytest.fixture
def tables() -> Tables:
    """Two county unions with an outdoor station each, a chairman, a figure; hand-made and small enough to read."""
    entities = [
        {"id": "union-a", "type": "Union", "name": "甲县总工会", "adcode": "990101", "pages": PAGE},
        {"id": "union-b", "type": "Union", "name": "乙县总工会", "adcode": "990102", "pages": PAGE},
        {"id": "person-z", "type": "Person", "name": "张三", "pages": PAGE},
        {"id": "initiative-n", "type": "Initiative", "name": "暖心驿", "kind": "station", "themes": "outdoor-stations", "pages": PAGE},
        {"id": "initiative-x", "type": "Initiative", "name": "歇脚屋", "kind": "station", "themes": "outdoor-stations", "pages": PAGE},
        {"id": "region-990101", "type": "Region", "name": "甲县", "adcode": "990101", "pages": PAGE},
        {"id": "region-990102", "type": "Region", "name": "乙县", "adcode": "990102", "pages": PAGE},
    ]
    mentions = [
        {"entity": "union-a", "type": "Union"} | _span("甲县总工会"),
        {"entity": "union-a", "type": "Union"} | _span("甲县总工会", 1),
        {"entity": "person-z", "type": "Person"} | _span("张三"),
        {"entity": "initiative-n", "type": "Initiative"} | _span("暖心驿"),
        {"entity": "union-b", "type": "Union"} | _span("乙县总工会"),
        {"entity": "initiative-x", "type": "Initiative"} | _span("歇脚屋"),
    ]
    relations = [
        {"head": "person-z", "relation": "holdsPost", "tail": "union-a", "label": "主席"} | _span("甲县总工会主席 张三"),
        {"head": "union-a", "relation": "serves", "tail": "region-990101"} | _span("甲县总工会主席 张三"),
        {"head": "union-b", "relation": "serves", "tail": "region-990102"} | _span(SECOND),
        {"head": "union-a", "relation": "runs", "tail": "initiative-n", "label": "建成"} | _span(FIRST),
        {"head": "union-b", "relation": "runs", "tail": "initiative-x", "label": "建成"} | _span(SECOND),
        {"head": "initiative-n", "relation": "inRegion", "tail": "region-990101"} | _span(FIRST),
        {"head": "initiative-x", "relation": "inRegion", "tail": "region-990102"} | _span(SECOND),
    ]
    figure = {"subject": "initiative-n", "measure": "户外劳动者服务站", "value": 12, "unit": "个"} | _span("12个")
    sentence = _span(FIRST)
    figure |= {"sentence_start": sentence["start"], "sentence_end": sentence["end"]}
    rows = {
        "pages": [{"page": PAGE, "path": PAGE, "sha256": "00", "characters": len(TEXT), "date": "2023-08", "text": TEXT}],
        "articles": [{"article": f"{PAGE}#1", "page": PAGE, "start": 0, "end": len(TEXT), "region": "990101", "union": "union-a"}],
        "entities": entities, "mentions": mentions, "relations": relations, "statistics": [figure],
        "descriptions": [
            {"entity": "initiative-n", "how": "named"} | _span(FIRST), {"entity": "initiative-x", "how": "named"} | _span(SECOND),
        ],
    }  # fmt: skip
    return {name: frame(name, table) for name, table in rows.items()}


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a build of the sample corpus; tests only read it."""
    out = tmp_path_factory.mktemp("sample") / "out"
    pages = Path(__file__).resolve().parent.parent / "data" / "pages"
    assert build_graph.main([str(pages), "--out", str(out), "-q"]) == 0
    return out


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference pages and gold, named by GONGHUI_REFERENCE; tests that need it skip where it is not set."""
    folder = os.environ.get("GONGHUI_REFERENCE")
    if not folder:
        pytest.skip("GONGHUI_REFERENCE is not set")
    return Path(folder)

"""Makes builds of any size for the SPARQL benchmarks: pages of made-up facts with the proportions of real ones."""

import random
from pathlib import Path
from typing import Any

import pandas as pd

from graph import rdf, store
from graph.divisions import division_names
from graph.model import load
from graph.records import entity_id
from graph.tables import Tables, frame

# What a page of a union paper holds on average (counted on annotated pages), and about how many triples that makes.
_PER_PAGE = {"initiatives": 70, "bodies": 22, "people": 8, "relations": 190, "statistics": 60, "mentions": 330}
TRIPLES_PER_PAGE = 10_700

_FIRST = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧"
_GIVEN = "伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲建华宁晓"
_WORDS = ("驿站", "课堂", "行动", "竞赛", "工程", "平台", "机制", "热线", "基地", "联盟")
_MEASURES = ("集体协商建制率", "户外劳动者服务站点", "服务职工", "发放慰问金", "培训职工", "建会企业", "签订合同", "新增会员")
_UNITS = ("%", "个", "人次", "元", "人", "家", "份", "名")
_TITLES = ("主席", "副主席", "党组书记、主席", "部长", "职工", "党组书记")


class _Corpus:
    """Grows page by page; bodies and schemes come back on later pages, as in real papers."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.counties = sorted(code for code in division_names() if not code.endswith("00"))
        self.entities: dict[str, dict[str, Any]] = {}
        self.rows: dict[str, list[dict[str, Any]]] = {name: [] for name in load().tables}

    def entity(self, kind: str, name: str, page: str, *, adcode: str = "", themes: str = "", sort: str = "") -> str:
        id_ = entity_id(kind, adcode if kind == "Region" else f"{name}|{adcode}")
        found = self.entities.setdefault(
            id_, {"id": id_, "type": kind, "name": name, "adcode": adcode, "themes": themes, "kind": sort, "pages": ""}
        )
        found["pages"] = page
        return id_

    def page(self, number: int) -> None:
        """Adds a page."""
        rng, page = self.rng, f"page-{number:06d}.txt"
        code = rng.choice(self.counties)
        county = division_names()[code]
        date = f"{rng.randint(2015, 2024)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}" if rng.random() < 0.8 else ""
        self.rows["pages"].append({"page": page, "path": page, "date": date, "paper": "", "characters": 6000, "text": ""})
        region = self.entity("Region", county, page, adcode=code)
        union = self.entity("Union", f"{county}总工会", page, adcode=code)
        bodies = [union] + [self.body(page, county, code) for _ in range(_PER_PAGE["bodies"])]
        people = [self.entity("Person", self.person(), page) for _ in range(_PER_PAGE["people"])]
        schemes = [self.scheme(page) for _ in range(_PER_PAGE["initiatives"])]
        paper = self.entity("Document", f"关于{rng.choice(_WORDS)}建设的意见{rng.randint(1, 400)}", page)
        honour = self.entity("Honour", f"{rng.choice(('全国', '全省', '全市'))}先进{rng.choice(_WORDS)}{rng.randint(1, 60)}", page)
        facts: list[tuple[str, ...]] = [(union, "serves", region, "")]
        facts += [(person, "holdsPost", rng.choice(bodies), rng.choice(_TITLES)) for person in people]
        for scheme in schemes:
            facts += [(rng.choice(bodies), "runs", scheme, "开展"), (scheme, "inRegion", region, "")]
        facts += [(rng.choice(bodies), "takesPart", rng.choice(schemes), "参与") for _ in range(15)]
        facts += [(rng.choice(schemes), "partOfInitiative", rng.choice(schemes), "") for _ in range(12)]
        facts += [(rng.choice(schemes), "basedOn", paper, "依据"), (union, "issued", paper, "印发")]
        facts += [(rng.choice(bodies), "received", honour, "获得") for _ in range(3)]
        facts += [(rng.choice(bodies), "cooperatesWith", rng.choice(bodies), "联合") for _ in range(4)]
        self.fill(page, facts, schemes + bodies, [union, region, *bodies, *people, *schemes, paper, honour])

    def body(self, page: str, county: str, code: str) -> str:
        rng = self.rng
        if rng.random() < 0.4:
            return self.entity("Company", f"{county}{rng.choice(_WORDS)}{rng.randint(1, 50)}有限公司", page, adcode=code)
        return self.entity("Organization", f"{county}第{rng.randint(1, 40)}局", page, adcode=code)

    def person(self) -> str:
        return self.rng.choice(_FIRST) + "".join(self.rng.choices(_GIVEN, k=self.rng.choice((1, 2, 2))))

    def scheme(self, page: str) -> str:
        rng = self.rng
        themes = " ".join(rng.sample(sorted(load().themes), rng.choice((1, 1, 2))))
        name = "".join(rng.choices(_GIVEN + _FIRST, k=3)) + rng.choice(_WORDS)
        return self.entity("Initiative", name if rng.random() < 0.97 else f"{rng.choice(_FIRST)}心{rng.choice(_WORDS)}", page,
                           themes=themes, sort="programme")  # fmt: skip

    def fill(self, page: str, facts: list[tuple[str, ...]], subjects: list[str], named: list[str]) -> None:
        rng = self.rng
        for number, (head, relation, tail, label) in enumerate(facts):
            start = 20 * (number // 2)
            self.rows["relations"].append(
                {"head": head, "relation": relation, "tail": tail, "label": label, "page": page, "start": start, "end": start + 40,
                 "text": f"第{start}句说明了这一事实,有人做了有益于职工的事情并且写进了报纸里面。",
                 "confidence": round(rng.uniform(0.5, 1), 2)}
            )  # fmt: skip
        for number in range(_PER_PAGE["statistics"]):
            kind, start = rng.randrange(len(_MEASURES)), 5000 + 30 * number
            measure = _MEASURES[kind] + ("" if rng.random() < 0.5 else str(rng.randint(1, 300)))
            self.rows["statistics"].append(
                {"subject": rng.choice(subjects), "measure": measure, "value": rng.randint(1, 9000), "unit": _UNITS[kind],
                 "page": page, "start": start, "end": start + 4, "text": "若干"}
            )  # fmt: skip
        for number in range(_PER_PAGE["mentions"]):
            start = 10_000 + 12 * number
            named_here = {"entity": rng.choice(named), "text": "提及的名称们"}
            self.rows["mentions"].append(named_here | {"page": page, "start": start, "end": start + 6})

    def similar(self) -> pd.DataFrame:
        schemes = [id_ for id_, entity in self.entities.items() if entity["type"] == "Initiative"]
        pairs = {tuple(sorted(self.rng.sample(schemes, 2))) for _ in range(len(schemes) // 2)}
        return pd.DataFrame(
            [{"a": a, "b": b, "score": self.rng.random(), "theme": 0.4, "kind": 0.1, "why": "主题相同"} for a, b in sorted(pairs)]
        )

    def tables(self) -> Tables:
        self.rows["entities"] = list(self.entities.values())
        return {name: frame(name, rows) for name, rows in self.rows.items() if name not in {"similar", "region_themes"}}


def make_build(out: Path, triples: int, *, seed: int = 1) -> int:
    """A build of about `triples` triples in `out` (graph files and store); gives their true number."""
    corpus = _Corpus(seed)
    for number in range(max(1, round(triples / TRIPLES_PER_PAGE))):
        corpus.page(number)
    out.mkdir(parents=True)
    count = rdf.write_all(corpus.tables(), out, extra={"similar": corpus.similar()})
    store.build(out, out / "store")
    return count

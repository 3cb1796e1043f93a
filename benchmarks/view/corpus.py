"""A made-up corpus of a given size, with the shape of a real one: regions with a union, initiatives, persons, bodies, documents."""

import random
from typing import Any

from graph.divisions import division_names
from graph.model import load
from graph.tables import Tables, frame

_SHARES = (("Initiative", 0.56), ("Person", 0.12), ("Organization", 0.1), ("Company", 0.06), ("Document", 0.06), ("Honour", 0.05))
_SYLLABLES = "安保北长城春大东方飞福高工光海和红华江金建开科力联民明南宁平青清人山升胜双同文新兴星阳永远云正中"


class _Corpus:
    def __init__(self, nodes: int, seed: int) -> None:
        self.random = random.Random(seed)
        self.rows: dict[str, list[dict[str, Any]]] = {name: [] for name in load().tables}
        counties = [code for code in division_names() if not code.endswith("00")]
        self.regions = self.random.sample(counties, max(3, min(len(counties), nodes // 40)))
        self.page = ""
        self.text: list[str] = []
        self.length = 0

    def name(self, size: int) -> str:
        return "".join(self.random.choice(_SYLLABLES) for _ in range(size))

    def entity(self, key: str, kind: str, name: str, **more: str) -> str:
        self.rows["entities"].append({"id": key, "type": kind, "name": name, **more})
        return key

    def sentence(self, text: str) -> dict[str, Any]:
        if self.length > 1800 or not self.page:
            self.close()
            self.page = f"page-{len(self.rows['pages']):05d}.txt"
        start = self.length
        self.text.append(text + "\n")
        self.length += len(text) + 1
        return {"page": self.page, "start": start, "end": start + len(text), "text": text}

    def close(self) -> None:
        if self.page:
            self.rows["pages"].append({"page": self.page, "text": "".join(self.text), "paper": "工人日报", "date": "2023-08-16"})
        self.text, self.length = [], 0

    def fact(self, head: str, relation: str, tail: str, text: str) -> None:
        self.rows["relations"].append({"head": head, "relation": relation, "tail": tail, "label": "", **self.sentence(text)})


def make_tables(nodes: int, *, seed: int = 1) -> Tables:
    """Tables with about `nodes` entities and twice as many relations."""
    corpus = _Corpus(nodes, seed)
    names, themes = division_names(), list(load().themes)
    unions = []
    for code in corpus.regions:
        region = corpus.entity(f"region-{code}", "Region", names[code], adcode=code)
        union = corpus.entity(f"union-{code}", "Union", names[code] + "总工会", adcode=code)
        corpus.fact(union, "serves", region, f"{names[code]}总工会服务全区职工。")
        unions.append((code, union, region))
    while len(corpus.rows["entities"]) < nodes:
        code, union, region = unions[min(int(corpus.random.expovariate(4 / len(unions))), len(unions) - 1)]
        kind = corpus.random.choices([k for k, _ in _SHARES], [w for _, w in _SHARES])[0]
        key = f"{kind.lower()}-{len(corpus.rows['entities']):06d}"
        name = corpus.name(3 if kind == "Person" else 7)
        text = f"{names[code]}总工会与{name}一起推进了一项服务职工的工作,覆盖多家企业。"
        chosen = " ".join(corpus.random.sample(themes, 2)) if kind == "Initiative" else ""
        corpus.entity(key, kind, name, themes=chosen, adcode=code if kind in {"Initiative", "Organization", "Company"} else "")
        if kind == "Initiative":
            corpus.fact(union, "runs", key, text)
            corpus.fact(key, "inRegion", region, text)
            if corpus.random.random() < 0.05:
                corpus.fact(corpus.random.choice(unions)[1], "takesPart", key, text)
        elif kind in {"Document", "Honour"}:
            corpus.fact(union, "issued" if kind == "Document" else "received", key, text)
        else:
            corpus.fact(key, {"Person": "holdsPost", "Company": "partOf"}.get(kind, "cooperatesWith"), union, text)
    corpus.close()
    return {name: frame(name, rows) for name, rows in corpus.rows.items()}

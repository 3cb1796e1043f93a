"""Seconds of each stage of a whole build, and how they grow with the pages: one large page, and many ordinary ones.

usage: python benchmarks/build.py [CHARACTERS ...]      (default: 50000 200000; some minutes)

The pages are made up (seed 1): articles of 500 to 700 characters, each with a county, a union, firms, persons, a village and
initiatives of its own, in the shapes of union news. Each size is built once as one page and once as pages of about 4,000 characters,
by one process. `growth` is the exponent of the last step: 1 is linear, 2 quadratic.
"""

import contextlib
import io
import math
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import build_graph
from graph import checks, export, layout, network, rdf, regions_profile, shapes, similar, store
from graph.divisions import division_names
from viz import matrix, page

PAGE = 4000
STAGES: dict[str, tuple[ModuleType, str]] = {
    "pages to tables": (build_graph, "tables_from_pages"), "checks": (checks, "require"), "similar": (similar, "similar"),
    "region themes": (regions_profile, "region_themes"), "write tables": (build_graph, "write_tables"), "network": (network, "make_graph"),
    "layout": (layout, "positions"), "exports": (export, "write_all"), "RDF": (rdf, "write_all"), "SHACL": (shapes, "validate"),
    "store": (store, "build"), "network page": (page, "write_network"), "matrix page": (matrix, "write_matrix"),
}  # fmt: skip

_SYLLABLES = (
    "安保北昌长诚春达德东方丰福高光广海浩恒红宏华汇吉佳建金锦晶景九凯康科朗乐力立利联龙茂美明南宁鹏启勤清荣瑞润三盛顺泰腾天同万旺祥"
    "新鑫兴旭亚阳耀一益永优裕元远云泽展振正志中众卓"
)
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾"
_TRADES = ["纺织", "机械", "化工", "食品", "物流", "电子", "建材", "医药", "汽车", "能源", "服饰", "家具"]
_DEEDS = [
    "技能竞赛",
    "职工技能大赛",
    "关爱行动",
    "送清凉活动",
    "普法行动",
    "求学圆梦行动",
    "集体协商行动",
    "读书活动",
    "帮扶行动",
    "安康杯竞赛",
]

_ARTICLE = """{county}:“{deed}”进企业

本报讯(记者 {p1} 通讯员 {p2})近日,{union}联合{county}人力资源和社会保障局、{firm}启动“{deed}”,\
覆盖企业{n1}家、职工{n2}名。{union}主席{p3}介绍,这项行动今年投入资金{n3}万元。

{firm}位于{county},现有职工{n4}人。{short}工会主席{p4}说,公司每年开展“{other}”,先后有{n5}名职工获奖。\
该公司工会荣获“{province}模范职工之家”称号,{p5}被授予“{province}五一劳动奖章”。

在{county}{town}{village}村,{village}村联合工会与{second}签订集体合同,建立“{house}职工驿站”{n6}个。{second2}职工{p6}在“{deed}”中获得第一名。县总工会副主席{p7}表示,将把“{house}职工驿站”建到{n7}个乡镇。

截至目前,全县已有{n8}家企业参加“{deed}”,发放慰问金{n9}万元。下一步,{union}将出台《{county}职工服务办法》,为{n10}名货车司机、快递员、网约配送员提供体检服务。

"""


class _Press:
    """Made-up articles, each about another county."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        names = division_names()
        self.provinces = {code[:2]: name for code, name in names.items() if code.endswith("0000")}
        self.counties = [(code, name) for code, name in names.items() if len(code) == 6 and name.endswith("县") and 3 <= len(name) <= 4]

    def word(self, length: int = 2) -> str:
        return "".join(self.random.choice(_SYLLABLES) for _ in range(length))

    def person(self) -> str:
        return self.random.choice(_SURNAMES) + self.word(self.random.choice((1, 2)))

    def article(self) -> str:
        code, county = self.random.choice(self.counties)
        first, second = ((self.word(), self.random.choice(_TRADES)) for _ in range(2))
        values: dict[str, Any] = {"county": county, "union": f"{county}总工会", "province": self.provinces[code[:2]]}
        values |= {"firm": f"{county}{first[0]}{first[1]}有限公司", "short": first[0] + first[1]}
        values |= {"second": f"{second[0]}{second[1]}有限公司", "second2": second[0] + second[1]}
        values |= {"deed": self.word(3) + self.random.choice(_DEEDS), "other": self.word() + self.random.choice(_DEEDS)}
        values |= {"house": self.word(), "town": self.word() + "镇", "village": self.word()}
        values |= {f"p{number}": self.person() for number in range(1, 8)}
        values |= {f"n{number}": self.random.randrange(3, 3000) for number in range(1, 11)}
        return _ARTICLE.format(**values)

    def page(self, characters: int) -> str:
        """A page of at least so many characters."""
        articles, length = [f"2024年{self.random.randrange(1, 13)}月{self.random.randrange(1, 29)}日\n\n"], 0
        while length < characters:
            articles.append(self.article())
            length += len(articles[-1])
        return "".join(articles)


def write_pages(folder: Path, characters: int, size: int) -> None:
    """Pages of about `size` characters, `characters` in all."""
    press = _Press(1)
    for number in range(max(1, characters // size)):
        (folder / f"page-{number:04d}.txt").write_text(press.page(size), encoding="utf-8")


@contextlib.contextmanager
def timed() -> Iterator[dict[str, float]]:
    """Seconds of the processor (this process and its children) that each stage takes while the context is open."""
    seconds: dict[str, float] = defaultdict(float)

    def watch(stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            began = time.process_time()
            try:
                return work(*args, **kwargs)
            finally:
                seconds[stage] += time.process_time() - began

        return run

    originals = {stage: getattr(module, name) for stage, (module, name) in STAGES.items()}
    for stage, (module, name) in STAGES.items():
        setattr(module, name, watch(stage, originals[stage]))
    try:
        yield seconds
    finally:
        for stage, (module, name) in STAGES.items():
            setattr(module, name, originals[stage])


def measure(characters: int, size: int) -> dict[str, float]:
    """Stage -> seconds of one build."""
    with TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        pages.mkdir()
        write_pages(pages, characters, size)
        with timed() as seconds, contextlib.redirect_stderr(io.StringIO()) as said:
            began = time.process_time()
            if build_graph.main([str(pages), "--out", str(Path(folder) / "out"), "--jobs", "1"]):
                raise SystemExit(said.getvalue())
            whole = time.process_time() - began
        return {**seconds, "whole": whole}


def main() -> None:
    """Prints a table for one page, and one for many."""
    sizes = [int(size) for size in sys.argv[1:]] or [50_000, 200_000]
    measure(PAGE, PAGE)  # loads word lists and libraries
    for title, many in (("one page", False), (f"pages of {PAGE} characters", True)):
        found = [measure(size, PAGE if many else size) for size in sizes]
        print(f"{title:24}" + "".join(f"{size:>12,}" for size in sizes) + "      share  growth")
        for stage in (*STAGES, "whole"):
            seconds = [one[stage] for one in found]
            growth = math.log(seconds[-1] / seconds[-2]) / math.log(sizes[-1] / sizes[-2]) if len(sizes) > 1 else math.nan
            print(f"{stage:24}" + "".join(f"{one:12.2f}" for one in seconds) + f"{seconds[-1] / found[-1]['whole']:10.0%}{growth:8.2f}")
        print()


if __name__ == "__main__":
    main()

"""Who may import whom, and the size of rooms: the law of the house, read from the code itself."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GROUND = {
    "graph.alternation", "graph.characters", "graph.errors", "graph.files", "graph.messages", "graph.model", "graph.records",
    "graph.theme_cues",
}  # fmt: skip
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts): path
    for path in sorted([*ROOT.glob("graph/**/*.py"), *ROOT.glob("viz/*.py"), ROOT / "build_graph.py", ROOT / "gonghui.py"])
    if path.name != "__init__.py"
}


#: The packages of graph.extract from the ground up; what they all use lies below them, what goes over whole pages above.
STOREYS = (
    "confidence", "language", "places", "page", "people", "bodies", "titles", "linking", "scenes", "initiatives", "relations", "figures",
    "mentions", "pipeline", "corpus",
)  # fmt: skip


def storey(module: str) -> int:
    return STOREYS.index(module.split(".")[2])


def room(module: str) -> str:
    if module.startswith("graph.extract."):
        return "extract"
    if module in GROUND:
        return "ground"
    return module.split(".", 1)[0]


def imports(path: Path) -> set[str]:
    """The modules of the house that a file imports, wherever in the file the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found & set(MODULES)


ALLOWED = {
    "ground": {"ground"},
    "extract": {"ground", "extract"},
    "graph": {"ground", "graph"},
    "viz": {"ground", "graph", "viz"},
    "build_graph": {"ground", "extract", "graph", "viz"},
    "gonghui": {"ground"},
}


def test_there_is_a_house():
    assert len(MODULES) > 20
    assert {room(module) for module in MODULES} == set(ALLOWED)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_one_way(module):
    wrong = {other for other in imports(MODULES[module]) if room(other) not in ALLOWED[room(module)]}
    assert wrong == set()


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) == "extract"])
def test_extraction_is_built_from_the_ground_up(module):
    assert {other for other in imports(MODULES[module]) if room(other) == "extract" and storey(other) > storey(module)} == set()


def test_no_module_imports_itself_through_others():
    graph = {module: imports(path) for module, path in MODULES.items()}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join([*trail, module])
        if module not in done:
            for other in sorted(graph[module]):
                visit(other, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_schema_and_data_hold_no_python():
    assert [*ROOT.glob("schema/**/*.py"), *ROOT.glob("data/**/*.py")] == []


@pytest.mark.parametrize("module", MODULES)
def test_rooms_stay_small(module):
    text = MODULES[module].read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 50, f"{node.name} is too long"
            count = len(node.args.posonlyargs + node.args.args + node.args.kwonlyargs)
            assert count - any(a.arg in {"self", "cls"} for a in node.args.args[:1]) <= 6, f"{node.name} takes too much"


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for(module):
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    assert (ast.get_docstring(tree) or "").strip()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{module}.{node.name} has no docstring"


def test_nothing_is_swallowed():
    """An except clause that catches everything and passes hides our errors; one that reports says why it may."""
    for module, path in MODULES.items():
        lines = path.read_text(encoding="utf-8").splitlines()
        for node in ast.walk(ast.parse("\n".join(lines))):
            broad = isinstance(node, ast.ExceptHandler) and (
                node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
            )
            if broad:
                assert "# noqa: BLE001 (" in lines[node.lineno - 1], f"{module}:{node.lineno} catches everything without a reason"

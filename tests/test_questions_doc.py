"""docs/questions.md says what the questions are and what the sample corpus answers today."""

import subprocess
import sys
from pathlib import Path

from graph.questions import load_questions
from graph.questions_doc import make_document

ROOT = Path(__file__).resolve().parents[1]


def test_the_document_is_fresh(sample: Path) -> None:
    written = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    assert written == make_document(sample), "docs/questions.md is stale: see the head of graph/questions_doc.py"


def test_most_questions_have_an_answer_in_the_sample(sample: Path) -> None:
    document = make_document(sample)
    assert document.count("The sample corpus has no answer.") <= len(load_questions()) // 3


def test_the_commands_as_a_user_types_them(sample: Path) -> None:
    def run(*args: str, text: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "gonghui.py", *args]
        return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", input=text, check=False)

    listed = run("ask", str(sample))
    assert listed.returncode == 0
    assert all(name in listed.stdout for name in load_questions())
    answer = run("ask", str(sample), "regions-by-theme", "--theme", "户外劳动者服务站点", "--format", "csv")
    assert answer.stdout.startswith("region,code,initiatives,first")
    wrong = run("ask", str(sample), "regions-by-theme", "--role", "主席")
    assert (wrong.returncode, "does not take --role" in wrong.stderr) == (2, True)
    count = run("query", str(sample), "-", "--format", "csv", text="SELECT (COUNT(*) AS ?n) { ?s gh:runs ?o }")
    assert int(count.stdout.splitlines()[1]) > 10
    broken = run("query", str(sample), "-", text="SELECT * { ?s gh:runz ?o }")
    assert "did you mean gh:runs" in broken.stderr
    assert "Traceback" not in broken.stderr
    endless = run("query", str(sample), "-", "--timeout", "1", text="SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }")
    assert endless.returncode == 1
    assert "no answer within 1 s" in endless.stderr

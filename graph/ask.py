"""Ask a build a question in words. Without a question, all are listed.

examples:
  gonghui ask out                                              the questions and their options
  gonghui ask out regions-by-theme --theme outdoor-stations    which regions run stations for outdoor workers
  gonghui ask out posts --role 副主席 --format csv -o posts.csv
  gonghui ask out themes --lang en                             columns headed in English
  gonghui ask out about --name 泸县总工会 --show-query          the SPARQL behind it, to change and run with `gonghui query`
"""

import argparse
from collections.abc import Mapping
from pathlib import Path

from graph.answering import add_output_arguments, answer, show, time_limit
from graph.errors import Message, QueryError
from graph.messages import say, tell
from graph.opened import find_store, open_store
from graph.questions import Question, fill, find_question, load_questions, resolve, wording
from graph.sparql import table_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `gonghui ask`."""
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("output folder of a build"))
    parser.add_argument("question", nargs="?", metavar="QUESTION", help=tell("its name; without it, all questions are listed"))
    meanings = {p.name: f"{p.zh} | {p.en}" for question in load_questions().values() for p in question.parameters}
    for name, meaning in sorted(meanings.items()):
        parser.add_argument(f"--{name}", metavar="VALUE", help=meaning.replace("%", "%%"))
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help=tell("language of the column heads in a table (default: zh)"))
    parser.add_argument("--show-query", action="store_true", help=tell("show the SPARQL instead of running it"))
    add_output_arguments(parser)


def _given(question: Question, args: argparse.Namespace) -> dict[str, str]:
    options = {p.name for other in load_questions().values() for p in other.parameters}
    given = {name: value for name in sorted(options) if (value := getattr(args, name)) is not None}
    unknown = sorted(set(given) - {p.name for p in question.parameters})
    if unknown:
        takes = ", ".join(f"--{p.name}" for p in question.parameters) or Message("no options")
        raise QueryError(
            "question {question} does not take --{options}: it takes {takes}",
            question=question.name,
            options=", --".join(unknown),
            takes=takes,
        )
    return given


def _tell_defaults(question: Question, given: Mapping[str, str]) -> None:
    """Says on standard error which values the question was answered for that nobody gave."""
    taken = [f"--{p.name} {question.default_text(p)}" for p in question.parameters if p.name not in given]
    if taken:
        one, more = "answered for {options}: give other values by this option", "answered for {options}: give other values by these options"
        say(one if len(taken) == 1 else more, options=" ".join(taken))


def run(args: argparse.Namespace) -> int:
    """Lists the questions, or answers one. Raises QueryError."""
    if args.question is None:
        find_store(args.out)  # whoever mistyped the folder hears of it now
        english = args.lang == "en"
        rows = [[q.name, " ".join(f"--{p.name}" for p in q.parameters), q.en if english else q.zh] for q in load_questions().values()]
        header = ["name", "options", "question"] if english else ["名称", "选项", "问题"]
        show(line.encode("utf-8") + b"\n" for line in table_lines(header, rows))
        return 0
    question = find_question(args.question)
    given = _given(question, args)
    with time_limit(args.timeout):
        store = open_store(args.out)
        query = fill(question, {p.name: resolve(store, p, given[p.name]) for p in question.parameters if p.name in given})
        _tell_defaults(question, given)
        if args.show_query:
            show([query.encode("utf-8")])
        else:
            answer(args, query, wording=wording(args.lang))
    return 0

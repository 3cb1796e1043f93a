"""What the program says to people, in English or in Chinese (schema/messages.yaml): in the language of `--lang`, else of the locale."""

import argparse
import ctypes
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any

from graph.errors import Message, SchemaError
from graph.files import folder, read_yaml

LANGUAGES = ("zh", "en")
_CHINESE = 0x04  # primary language identifier of Chinese on Windows (MS-LCID)
_chosen = "en"


@cache
def _words() -> dict[str, dict[str, str]]:
    """`lines`: English template -> Chinese template; `about`: name of a command's module -> what its help says in Chinese.

    Without the file all is said in English, also that another file is damaged.
    """
    try:
        words: dict[str, dict[str, str]] = read_yaml(folder("schema") / "messages.yaml")
    except SchemaError:
        return {"lines": {}, "about": {}}
    return words


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that somebody asks for: by `--lang`, else by the locale.

    The locale is LC_ALL, LC_MESSAGES or LANG, the first that is set; on Windows without them, the system's.
    """
    for argument, following in pairwise([*arguments, ""]):
        asked = following if argument == "--lang" else argument.removeprefix("--lang=")
        if asked in LANGUAGES and argument.startswith("--lang"):
            return asked
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), None)
    if locale is None and sys.platform == "win32":
        return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _CHINESE else "en"
    return "zh" if (locale or "").lower().startswith("zh") else "en"


def speak(language: str) -> None:
    """Chooses the language of all that is said from now on, argparse's own words among it."""
    global _chosen  # noqa: PLW0603 (a process speaks to one person)
    _chosen = language
    # argparse finds its words by these two names of gettext, and offers no other way to say them otherwise
    argparse._ = told  # type: ignore[attr-defined]
    argparse.ngettext = lambda one, many, count: told(one if count == 1 else many)  # type: ignore[attr-defined]


def language() -> str:
    """The chosen language: zh or en."""
    return _chosen


def told(text: str) -> str:
    """A line in the chosen language: a Message, or a text that stands in the file as it is; what is not there stays English."""
    if _chosen == "en" or not text:
        return str(text)
    if not isinstance(text, Message) or not text.values:
        return _words()["lines"].get(str(text), str(text))
    values = {name: told(value) if isinstance(value, str) else value for name, value in text.values.items()}
    return _words()["lines"].get(text.template, text.template).format(**values)


def tell(template: str, /, **values: Any) -> str:
    """A line in the chosen language, `values` filled in."""
    return told(Message(template, **values))


def say(template: str, /, **values: Any) -> None:
    """A line on standard error."""
    sys.stderr.write(tell(template, **values) + "\n")
    sys.stderr.flush()


def about(module: ModuleType) -> str:
    """What the help of a command says of it: the docstring of its module, or that in Chinese."""
    known = _words()["about"].get(module.__name__) if _chosen == "zh" else None
    return known or module.__doc__ or ""


def add_language(parser: argparse.ArgumentParser) -> None:
    """--lang."""
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=tell("language of messages (default: the system's)"))

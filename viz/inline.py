"""Parts of a page inlined into one HTML file: what a <script> element may hold, and the policy that lets nothing else run or load."""

import base64
import gzip
import hashlib
import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

_HERE = Path(__file__).resolve().parent
# JSON larger than this is packed (gzip, base64): it opens faster than it would load plain.
_PACK = 1_500_000


def script_json(value: Any) -> str:
    """JSON that may stand in a <script> element: no character of it can end the element or start another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def script_safe(code: str) -> str:
    """Code that may stand in a <script> element."""
    return code.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def packed(value: Any) -> tuple[str, str]:
    """(media type, text) of page data: JSON, or gzip in base64 when it is large."""
    text = script_json(value)
    if len(text) <= _PACK:
        return "application/json", text
    return "application/gzip", base64.b64encode(gzip.compress(text.encode("utf-8"), mtime=0)).decode("ascii")


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def policy(scripts: Sequence[str], styles: Sequence[str], *, connect: str = "") -> str:
    """Content-Security-Policy: only the scripts and styles of this file run, and nothing is loaded from anywhere but `connect`."""
    return (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {' '.join(map(_hash, styles))}; "
        f"{f'connect-src {connect}; ' if connect else ''}img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def read_part(*parts: str) -> str:
    """A file below viz/."""
    return _HERE.joinpath(*parts).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a page. `scripts`: names of viz/static, which share one scope and the name GG; `styles` likewise.

    `libraries`: code that runs before the scripts; `library_styles`: style elements that it makes for itself, which the policy lets in.
    `connect`: where the page may load data from (a source of the policy; `""`: nowhere).
    """

    scripts: Sequence[str]
    styles: Sequence[str]
    libraries: Sequence[str] = ()
    library_styles: Sequence[str] = ()
    connect: str = ""


def fill(template: str, contents: Contents, *, title: str, data: tuple[str, str]) -> str:
    """A page: the head and foot that all share, around the body in viz/templates/`template`, with data (see `packed`) inlined."""
    kind, text = data
    own = '"use strict";\n(() => {\nconst GG = {};\n' + "".join(read_part("static", f"{name}.js") for name in contents.scripts) + "})();\n"
    scripts = [script_safe(code) for code in (*contents.libraries, own)]
    style = "".join(read_part("static", f"{name}.css") for name in contents.styles)
    rules = policy(scripts, [style, *contents.library_styles], connect=contents.connect)
    return Template(read_part("templates", "page.html")).substitute(
        title=html.escape(title), policy=html.escape(rules), style=style,
        body=read_part("templates", template), kind=kind, data=text, scripts="\n".join(f"<script>{code}</script>" for code in scripts),
    )  # fmt: skip

"""Parts of a page inlined into one HTML file: what a <script> element may hold, and the policy that lets nothing else run or load."""

import base64
import gzip
import hashlib
import html
import json
from collections.abc import Sequence
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


def policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """Content-Security-Policy: only the scripts and styles of this file run, and nothing is loaded from anywhere."""
    return (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {' '.join(map(_hash, styles))}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def read_part(*parts: str) -> str:
    """A file below viz/."""
    return _HERE.joinpath(*parts).read_text(encoding="utf-8")


def fill(template: str, *, title: str, data: Any, scripts: Sequence[str], styles: Sequence[str]) -> str:
    """A template of viz/templates with its data, scripts and styles inlined; `scripts` share one scope and the name GG.

    The template names $title, $policy, $style, $kind, $data, $scripts.
    """
    kind, text = packed(data)
    code = script_safe('"use strict";\n(() => {\nconst GG = {};\n' + "".join(scripts) + "})();\n")
    style = "".join(styles)
    return Template(read_part("templates", template)).substitute(
        title=html.escape(title), policy=html.escape(policy([code], [style])), style=style, kind=kind, data=text,
        scripts=f"<script>{code}</script>",
    )  # fmt: skip

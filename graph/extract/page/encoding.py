"""Bytes of a page file -> text: which encoding it is in, decided by strict decoding and by how common the characters are."""

import codecs
import re

from graph.characters import simplify
from graph.errors import Message

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAVE = "not text: open it in its own program and save what it says as UTF-8 text"
_OLE = b"\xd0\xcf\x11\xe0"
# How files begin that are no text whatever their names say (signatures from their formats' specifications), and what to do about them.
_SIGNATURES = (
    (b"PK\x03\x04", f"a zip, Excel or PowerPoint file or a damaged Word file, {_SAVE}"),
    (_OLE, f"an old Excel or PowerPoint file, {_SAVE}"),
    (b"{\\rtf", "an RTF file, not text: save it as .docx in Word or WPS"),
    (b"\x89PNG", f"a picture, {_SAVE}"),
    (b"\xff\xd8\xff", f"a picture, {_SAVE}"),
    (b"GIF8", f"a picture, {_SAVE}"),
    (b"Rar!", f"an archive, {_SAVE}"),
    (b"7z\xbc\xaf", f"an archive, {_SAVE}"),
    (b"\x1f\x8b", f"an archive, {_SAVE}"),
)
# Streams of an OLE file by their names (in UTF-16, MS-CFB 2.6.1): of Word 97-2003 and WPS, and what a password makes of a new Word file.
_STREAMS = (
    ("EncryptedPackage", "locked by a password: save it without"),
    ("WordDocument", "an old Word file (.doc): save it as .docx in Word or WPS"),
)
_GUESSES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.I)
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\ufffe\uffff]")


def disguised(data: bytes) -> str | None:
    """What a file is that begins like no text, and what to do about it, in words; None for what may be text."""
    if data.startswith(_OLE):
        for stream, kind in _STREAMS:
            if stream.encode("utf-16-le") in data:
                return kind
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; a byte order mark stays in the text as its first character (U+FEFF).

    Tried in this order: byte order mark, UTF-8, the charset an HTML file declares, then GB 18030, Big5 and UTF-16, of which
    the one that gives the commonest characters is taken. Raises ValueError when none fits.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name), name
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = _declared(data) or _guess(data)
        if found is None:
            raise ValueError(Message("neither UTF-8 (byte {byte}) nor GB 18030, Big5 or UTF-16", byte=error.start)) from error
        return found
    if _ODD.search(text):
        found = _guess(data)
        if found is None:
            raise ValueError("holds control characters, so it is not text")
        return found
    return text, "utf-8"


def _declared(data: bytes) -> tuple[str, str] | None:
    match = _CHARSET.search(data[:4096])
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    name = "gb18030" if name in {"gb2312", "gbk", "gb_2312-80", "cp936"} else name
    try:
        return data.decode(name), name
    except (LookupError, UnicodeDecodeError):
        return None


def _guess(data: bytes) -> tuple[str, str] | None:
    best: tuple[float, str, str] | None = None
    for name in _GUESSES:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        score = _commonness(text)
        if score >= 0.8 and (best is None or score > best[0]):
            best = (score, text, name)
    return None if best is None else (best[1], best[2])


def _commonness(text: str) -> float:
    """Share of the Han characters that are on level 1 of GB/T 2312 (3,755 common ones); 0 when there are none or rubbish."""
    sample = simplify(text[:20000])
    han = _HAN.findall(sample)
    if not han or _ODD.search(sample):
        return 0.0
    encoded = [str(char).encode("gb2312", "ignore") for char in han]
    return sum(len(pair) == 2 and 0xB0 <= pair[0] <= 0xD7 for pair in encoded) / len(encoded)

"""Takes the two pictures of the README from a build: the whole network, and an initiative with what is like it elsewhere and why.

python benchmarks/view/pictures.py out docs/images      after `make graph`; needs Debian's chromium and the dev dependencies
"""

import base64
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from playwright.sync_api import Page, sync_playwright

from graph.tables import Tables, read_tables

# A PNG in base64 -> width, height, its RGBA bytes in base64.
_PIXELS = """async (source) => {
  const image = new Image(); image.src = 'data:image/png;base64,' + source; await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height); const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height); let text = '';
  for (let i = 0; i < data.length; i += 32768) text += String.fromCharCode(...data.subarray(i, i + 32768));
  return [image.width, image.height, btoa(text)]; }"""


def _example(tables: Tables) -> str:
    """The initiative that most is like and said of: the one with the most relations among the twenty with the most similar ones."""
    similar, relations = tables["similar"], tables["relations"]
    alike = pd.concat([similar["a"], similar["b"]]).value_counts().sort_index().sort_values(ascending=False, kind="stable").index[:20]
    said = pd.concat([relations["head"], relations["tail"]]).value_counts()
    return str(max(sorted(alike), key=lambda id_: said.get(id_, 0)))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _palette_png(pixels: npt.NDArray[np.uint8]) -> bytes:
    """A PNG of the 256 commonest colours, a third of a screenshot's size; pixels: height x width x RGB."""
    height, width, _ = pixels.shape
    coarse = (pixels.reshape(-1, 3) // 8).astype(np.int32)
    _, inverse, counts = np.unique(coarse @ [1024, 32, 1], return_inverse=True, return_counts=True)
    means = np.stack([np.bincount(inverse, pixels.reshape(-1, 3)[:, i]) / counts for i in range(3)], axis=1)
    kept = np.sort(np.argsort(-counts, kind="stable")[:256])
    nearest = ((means[:, None, :] - means[None, kept, :]) ** 2).sum(axis=2).argmin(axis=1).astype(np.uint8)
    rows = np.concatenate([np.zeros((height, 1), np.uint8), nearest[inverse].reshape(height, width)], axis=1)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    palette = np.rint(means[kept]).astype(np.uint8).tobytes()
    body = zlib.compress(rows.tobytes(), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"PLTE", palette) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _settled(page: Page, path: Path) -> None:
    page.wait_for_timeout(900)
    shot = base64.b64encode(page.screenshot()).decode()
    blank = page.context.new_page()
    width, height, data = blank.evaluate(_PIXELS, shot)
    blank.close()
    pixels = np.frombuffer(base64.b64decode(data), np.uint8).reshape(height, width, 4)[:, :, :3]
    path.write_bytes(_palette_png(pixels))
    print(f"{path}: {path.stat().st_size // 1000} kB")


def main(out: Path, folder: Path) -> None:
    """Writes network.png and network-similar.png into `folder`."""
    example = _example(read_tables(out / "tables"))
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        context = browser.new_context(offline=True, viewport={"width": 1366, "height": 768}, locale="zh-CN", color_scheme="light")
        context.add_init_script("localStorage.setItem('gonghui-help-seen', '1')")
        page = context.new_page()
        page.goto((out / "network.html").resolve().as_uri())
        page.wait_for_selector("html[data-ready='1']", state="attached")
        _settled(page, folder / "network.png")
        page.evaluate("key => window.gonghui.goTo(key)", example)
        page.click("#panel >> text=在图上一起看")
        _settled(page, folder / "network-similar.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

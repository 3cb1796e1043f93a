"""network.html in Firefox: it opens from disk, draws, finds and shows a quote. Driven by Marionette, the remote control inside Firefox."""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.layout import positions
from graph.network import make_graph
from graph.tables import Tables
from viz.page import Settings, write_network

_PATIENCE = 60.0  # seconds until Firefox listens; the first start makes a profile


class Marionette:
    """One session: commands are JSON arrays, each after its length and a colon
    (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html)."""

    def __init__(self, port: int) -> None:
        self.stream = self._connect(port).makefile("rwb")
        self.number = 0
        self._read()  # who it is
        self.ask("WebDriver:NewSession")

    def _connect(self, port: int) -> socket.socket:
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            byte = self.stream.read(1)
            assert byte, "Firefox has hung up"
            length += byte
        return json.loads(self.stream.read(int(length[:-1])))

    def ask(self, command: str, **parameters: Any) -> Any:
        """The result of a command."""
        self.number += 1
        body = json.dumps([0, self.number, command, parameters]).encode()
        self.stream.write(b"%d:%s" % (len(body), body))
        self.stream.flush()
        _, _, error, result = self._read()
        assert error is None, error
        return result

    def run(self, script: str) -> Any:
        """What a script returns in the page."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=[])["value"]

    def wait(self, script: str) -> Any:
        """The first true value that a script returns."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            value = self.run(script)
            if value:
                return value
            time.sleep(0.1)
        pytest.fail(f"Firefox never came to: {script}")


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marionette]:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.skip("Firefox is not installed (apt-get install firefox-esr)")
    home = tmp_path_factory.mktemp("firefox")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    preferences = {"marionette.port": port, "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
    (home / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(home)]
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "MOZ_CRASHREPORTER_DISABLE": "1"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Marionette(port)
    finally:
        process.terminate()
        process.wait(20)


def _open(firefox: Marionette, path: Path, hash_: str = "") -> None:
    firefox.ask("WebDriver:Navigate", url="about:blank")
    firefox.ask("WebDriver:Navigate", url=path.as_uri() + hash_)
    firefox.wait("return document.documentElement.dataset.ready === '1'")


def test_it_opens_searches_and_shows_the_quote(firefox: Marionette, file: Path) -> None:
    _open(firefox, file)
    assert "17/17" in firefox.run("return document.getElementById('status').textContent")
    firefox.run("document.querySelector('#dialog[open] .wide')?.click()")
    drawn = """const canvas = document.querySelector('#net canvas'); const data = canvas.getContext('2d').getImageData(0, 0, canvas.width,
        canvas.height).data; let n = 0; for (let i = 3; i < data.length; i += 4) if (data[i]) n++; return n;"""
    assert firefox.run(drawn) > 1000
    firefox.run(
        """const box = document.getElementById('find'); box.value = 'pxzgh'; box.dispatchEvent(new Event('input'));
        box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));"""
    )
    assert firefox.run("return document.querySelector('#panel h2').textContent") == "沛县总工会"
    firefox.run("document.querySelector('#panel .fold summary').click()")
    assert firefox.wait("return document.querySelector('#panel mark')?.textContent")


def test_a_large_one_is_unpacked_and_drawn_whole(
    firefox: Marionette, counties: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viz.inline._PACK", 100)
    graph = make_graph(counties)
    write_network(counties, graph, positions(graph), tmp_path / "large.html", Settings(drawn=10))
    assert 'type="application/gzip"' in (tmp_path / "large.html").read_text(encoding="utf-8")
    _open(firefox, tmp_path / "large.html", "#e=1")
    assert "17/17" in firefox.run("return document.getElementById('status').textContent")
    assert firefox.run("return document.querySelectorAll('.force-graph-container canvas').length") > 0


def test_the_policy_holds(firefox: Marionette, file: Path) -> None:
    _open(firefox, file)
    firefox.run(
        """const script = document.createElement('script'); script.textContent = 'document.documentElement.dataset.broken = 1';
        document.body.append(script);"""
    )
    assert firefox.run("return document.documentElement.dataset.broken ?? ''") == ""

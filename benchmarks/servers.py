"""Servers that run for the time of a block: any command that answers at an address, and Virtuoso with settings of ours."""

import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SECONDS = 60.0  # to start
_VIRTUOSO = """[Database]
DatabaseFile=v.db
ErrorLogFile=v.log
LockFile=v.lck
TransactionFile=v.trx
xa_persistent_file=v.pxa
[TempDatabase]
DatabaseFile=t.db
TransactionFile=t.trx
[Parameters]
ServerPort=127.0.0.1:{sql}
NumberOfBuffers={buffers}
MaxDirtyBuffers={dirty}
[HTTPServer]
ServerPort=127.0.0.1:{http}
ServerThreads=8
[SPARQL]
ResultSetMaxRows=1000000
"""


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except urllib.error.HTTPError:
        return True  # it refuses, so it is there
    except OSError:
        return False
    return True


@contextmanager
def running(command: list[str], url: str, folder: Path) -> Iterator[None]:
    """A server for the time of the block, started in `folder`, entered when `url` answers. Raises RuntimeError when it does not start."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + _SECONDS
    try:
        while not _answers(url):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{command[0]} does not answer at {url}")
            time.sleep(0.2)
        yield
    finally:
        process.terminate()
        process.wait(60)


@contextmanager
def virtuoso(folder: Path, *, http: int, sql: int, buffers: int = 4000) -> Iterator[str]:
    """An empty Virtuoso (Debian's virtuoso-opensource-7-bin) with its files in `folder`; gives its address, ending in the port.

    `buffers` are pages of 8 kB that it keeps in memory. Raises FileNotFoundError where Virtuoso is not installed.
    """
    settings = _VIRTUOSO.format(http=http, sql=sql, buffers=buffers, dirty=buffers * 3 // 4)
    (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
    address = f"http://127.0.0.1:{http}"
    with running([shutil.which("virtuoso-t") or "virtuoso-t", "-f"], f"{address}/sparql", folder):
        yield address

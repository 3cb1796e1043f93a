"""How far a long run is, told to the user every few seconds."""

import time
from collections.abc import Callable

from graph.errors import Message

_PATIENCE = 2.0  # seconds between two lines


def progress_of(total: int, say: Callable[[str], None]) -> Callable[[int], None]:
    """A function to be called with the number of pages done so far; it gives `say` a line from time to time, none at the end.

    The time left is reckoned from the first page on: until then processes start and word lists are loaded, which happens once.
    """
    shown = time.monotonic()
    first: tuple[int, float] | None = None

    def report(done: int) -> None:
        nonlocal shown, first
        now = time.monotonic()
        began = first = first or (done, now)
        if now - shown >= _PATIENCE and done < total:
            shown = now
            if done > began[0]:
                left = (now - began[1]) / (done - began[0]) * (total - done)
                say(Message("  {done} of {total} pages, about {left:.0f} s left", done=done, total=total, left=left))
            else:
                say(Message("  {done} of {total} pages", done=done, total=total))

    return report

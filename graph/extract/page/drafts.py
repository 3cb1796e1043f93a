"""An article in the making: what the splitting of a page knows of it so far."""

from collections.abc import Iterable

from graph.extract.page.paragraphs import Paragraph

__all__ = ["Draft"]


class Draft:
    """An article in the making: its paragraphs with their roles.

    `level`: the rank of its headline; `ended`: its source line or final credit has been seen; `noted`: the editor's note.
    """

    def __init__(self, parts: Iterable[tuple[Paragraph, str]] = ()) -> None:
        self.parts: list[tuple[Paragraph, str]] = []
        self._roles: set[str] = set()
        self.level = 0
        self.ended = self.noted = False
        self._runs: set[str] = set()
        self._read = 0  # the parts whose runs are in `_runs`
        for paragraph, role in parts:
            self.add(paragraph, role)

    def add(self, paragraph: Paragraph, role: str) -> None:
        """Put a paragraph at the end, in this role."""
        self.parts.append((paragraph, role))
        self._roles.add(role)

    def has(self, role: str) -> bool:
        """Whether a paragraph has this role."""
        return role in self._roles

    def cut(self, number: int) -> "Draft":
        """Take the parts from `number` on away into a draft of their own."""
        rest = Draft(self.parts[number:])
        del self.parts[number:]
        self._roles = {role for _, role in self.parts}
        self._runs, self._read = set(), 0
        return rest

    def demote(self) -> None:
        """Make its headline so far a sub-line: a menu's line, or what stands over the real headline."""
        self.parts = [(paragraph, "subhead" if role == "headline" else role) for paragraph, role in self.parts]
        self._roles = {role for _, role in self.parts}
        self.level = 0

    @property
    def runs(self) -> set[str]:
        """The runs of three characters in its headline, section heads and body."""
        for paragraph, role in self.parts[self._read :]:
            if role in {"headline", "subhead", "body"}:
                self._runs |= paragraph.runs
        self._read = len(self.parts)
        return self._runs

    @property
    def brief(self) -> bool:
        """Whether it is as short as the story under a picture."""
        lengths = [paragraph.end - paragraph.start for paragraph, role in self.parts[:40] if role == "body"]
        return len(self.parts) <= 40 and len(lengths) <= 2 and sum(lengths) <= 400

    @property
    def broken(self) -> bool:
        """Whether its last body paragraph stops in mid-sentence."""
        last = next((p for p, role in reversed(self.parts) if role == "body"), None)
        return last is not None and not last.text.endswith(("。", "!", "?", "”", ")", "…", ":", "》"))

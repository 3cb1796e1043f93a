"""What a reader of an article keeps in mind from clause to clause."""

from dataclasses import dataclass, field

from graph.extract.scenes.scene import ACTORS, Item, Scene

__all__ = ["CONTESTS", "WORKINGS", "Mind"]

CONTESTS = frozenset({"competition", "event"})
#: How a body works; all other kinds of initiatives have reports of their own.
WORKINGS = frozenset({"mechanism", "method"})


@dataclass(slots=True)
class Mind:
    """What a reader keeps in mind; each is an entity id or None.

    `reported`: the event that the article is about, even where it is named later; `held`: the topic outlives its sentence; `opening`: a
    paragraph begins. Within a sentence: `named`, the initiative last set going or counted; `told`, the one whose reception the clauses
    tell, whoever set it going; `joint`, several bodies act together; `local`, the subject is only a place meant (全区); `listing`, a colon
    after the topic; `aside`, another activity without a name was counted. Over the article: `acts`, `launches`, the view offsets of clauses
    and what each names as its subject or sets going.
    """

    sentence: str | None = None
    paragraph: str | None = None
    topic: str | None = None
    held: bool = False
    opening: bool = True
    event: str | None = None
    reported: str | None = None
    founded: str | None = None
    named: str | None = None
    told: str | None = None
    joint: bool = False
    local: bool = False
    listing: bool = False
    aside: bool = False
    seen: list[Item] = field(default_factory=list)
    acts: list[tuple[int, str]] = field(default_factory=list)
    launches: list[tuple[int, str]] = field(default_factory=list)
    called: dict[str, tuple[int, str | None]] = field(default_factory=dict)  # a noun: how many of `seen` were looked at, the last called so

    def acting(self, scene: Scene) -> bool:
        """Whether a body is the subject of the sentence."""
        return self.sentence is not None and scene.entities[self.sentence].type in ACTORS

    def held_in_mind(self) -> list[str]:
        """All that the reader has in mind; an entity may come twice."""
        held = (self.sentence, self.paragraph, self.topic, self.told, self.named, self.event, self.reported, self.founded)
        return [entity for entity in held if entity is not None]

    def next_paragraph(self, going_on: str | None) -> "Mind":
        """What a new paragraph keeps of the article; `going_on`: what it is still about."""
        kept = {name: getattr(self, name) for name in ("event", "reported", "seen", "acts", "launches")}
        return Mind(paragraph=going_on, **kept)

    def next_sentence(self) -> None:
        """Forget what holds within a sentence only."""
        self.sentence, self.topic = None, self.topic if self.held else None
        self.named, self.told, self.listing, self.aside, self.joint, self.local = None, None, False, False, False, False

"""Who 他 and 她 are: the person named last, in the sentence or before it."""

from collections.abc import Iterator

from graph.extract.relations.actors import clause_start
from graph.extract.relations.carry import SILENT
from graph.extract.scenes.scene import Scene, Sentence, compiled

PRONOUN = r"[他她](?!们|人)(?:本人|自己)?"
# A sentence whose subject is a person: a name after its titles, or a pronoun, at its head.
_SAYS = "(?:说|表示|介绍|指出|强调|告诉)"
_SUBJECT = (
    r"^(?:[^,;<A><P><I>]{0,14},)?[^,;<A><P><I>]{0,6}"
    rf"(?:{PRONOUN}|(?:[<A><R><H>][^,;<A><P><I>]{{0,16}})*<P>(?![、和与及等]|[^,;]{{0,4}}{_SAYS}))"
)


def told_of(scene: Scene) -> Iterator[tuple[Sentence, str | None, str | None]]:
    """Each sentence of prose with the person named last before it, and that person again if the text is about him: he was the
    subject of the sentence before in the same paragraph."""
    last: str | None = None
    about, block = False, -1
    for sentence in scene.sentences:
        if sentence.role in SILENT:
            continue
        yield sentence, last, last if about and sentence.block == block else None
        named = sentence.inside(0, len(sentence.text), "Person")
        last = named[-1].entity if named else last
        subject = compiled(_SUBJECT).match(sentence.text)
        headless = about and sentence.block == block and not sentence.inside(0, len(sentence.text), "Person", "Union", "Company")
        about, block = bool(subject) or headless, sentence.block


def pronoun(sentence: Sentence, place: int, before: str | None) -> str | None:
    """The person whom a pronoun left of a place stands for, when it is the subject there: no other name comes between."""
    lead = r"(?:^|[,;:])(?:[^,;<A><P><I>]{0,8}?[^,;<A><P><I>以把对为向给让使被由跟与和同]|[^,;<P>]{2,40}的)?"
    hits = list(compiled(rf"{lead}(?P<who>{PRONOUN})(?=[^<P>]*$)").finditer(sentence.text[:place]))
    if not hits or compiled(r"(?:其中|[多几数\d][名位]?)[^,;]{0,4}[人名]").search(
        sentence.text[clause_start(sentence.text, place) : place]
    ):
        return None
    named = sentence.inside(0, hits[-1].start("who"), "Person")
    return named[-1].entity if named else before

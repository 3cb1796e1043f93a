"""The closed list of themes as a SKOS concept scheme."""

from pyoxigraph import NamedNode

from graph.model import load
from graph.triples import Chunk, labels
from graph.vocabulary import THEME, expand


def theme_chunk() -> Chunk:
    """The scheme and its concepts, with labels in two languages."""
    chunk, scheme = Chunk(), NamedNode(THEME + "scheme")
    chunk.types(scheme, "skos:ConceptScheme")
    labels(chunk, scheme, "工会工作主题", "Themes of trade-union work", "skos:prefLabel")
    labels(chunk, scheme, "工会工作主题", "Themes of trade-union work")
    for theme in load().themes.values():
        node = expand(f"theme:{theme.id}")
        chunk.types(node, "skos:Concept")
        labels(chunk, node, theme.zh, theme.en, "skos:prefLabel")
        labels(chunk, node, theme.zh, theme.en)
        chunk.add(node, "skos:inScheme", scheme)
        if theme.broader is None:
            chunk.add(node, "skos:topConceptOf", scheme)
        else:
            chunk.add(node, "skos:broader", expand(f"theme:{theme.broader}"))
    return chunk

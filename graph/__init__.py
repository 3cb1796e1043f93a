"""Union-press pages to a knowledge graph with evidence: records, tables, network, RDF, queries."""

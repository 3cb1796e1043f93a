// Reads a GEXF file as Gephi Lite does (graphology-gexf) and prints what it finds as JSON.
const fs = require("node:fs");
const Graph = require("graphology");
const gexf = require("graphology-gexf");

const graph = gexf.parse(Graph, fs.readFileSync(process.argv[2], "utf8"), { addMissingNodes: true, allowUndeclaredAttributes: true });
const nodes = Object.fromEntries(graph.mapNodes((key, attributes) => [key, attributes]));
const edges = graph.mapEdges((_, attributes, source, target) => [source, target, attributes.label]);
process.stdout.write(JSON.stringify({ type: graph.type, multi: graph.multi, nodes, edges }));

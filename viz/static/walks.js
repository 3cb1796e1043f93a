// Walks over what is seen: the surroundings of a node, the shortest path between two.
GG.walks = (() => {
  function spread(data, seen, start, limit) {
    const before = new Map([[start, [-1, -1]]]); // node -> [previous node, link]
    let edgeOfWave = [start];
    for (let step = 0; step < limit && edgeOfWave.length; step++) {
      const next = [];
      for (const node of edgeOfWave) {
        for (const [other, link] of data.near[node]) {
          if (seen.links[link] && !before.has(other)) { before.set(other, [node, link]); next.push(other); }
        }
      }
      edgeOfWave = next;
    }
    return before;
  }

  function only(data, seen, keep) {
    const nodes = seen.nodes.map((shown, i) => shown && keep.has(i));
    return { ...seen, nodes, links: data.edges.map((edge, i) => seen.links[i] && nodes[edge.from] && nodes[edge.to]) };
  }

  function around(data, seen, start, steps) {
    const shown = { ...seen, nodes: seen.nodes.slice() };
    shown.nodes[start] = true; // the focus stays even if a filter takes its kind away
    shown.links = data.edges.map((edge, i) => seen.links[i] || ((edge.from === start || edge.to === start) && shown.nodes[edge.from] && shown.nodes[edge.to] && edge.facts.some((fact) => seen.facts[fact])));
    return only(data, shown, new Set(spread(data, shown, start, steps).keys()));
  }

  function path(data, seen, from, to) {
    const before = spread(data, seen, from, Infinity);
    if (!before.has(to)) return null;
    const nodes = [];
    const links = [];
    for (let node = to; node !== -1; node = before.get(node)[0]) {
      nodes.unshift(node);
      if (before.get(node)[1] !== -1) links.unshift(before.get(node)[1]);
    }
    return { nodes, links };
  }

  function onlyPath(data, seen, from, to) {
    if (from === undefined || to === undefined) return seen;
    const found = path(data, seen, from, to);
    if (!found) return { ...seen, path: { nodes: [from, to], links: [] } };
    const links = new Set(found.links);
    const result = only(data, seen, new Set(found.nodes));
    return { ...result, links: result.links.map((shown, i) => shown && links.has(i)), path: found };
  }

  return { around, path, onlyPath };
})();

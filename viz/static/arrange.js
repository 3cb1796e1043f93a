// Places for a part of the network, instead of those it has in the whole: rings around a focus, a line for a path.
GG.arrange = (() => {
  const STEP = 150; // from ring to ring
  const ROOM = 74; // along a ring, for a node and some of its name

  // Breadth-first tree over what is seen: node -> [parent, depth]; children in order of kind, then rank.
  function tree(data, seen, root) {
    const up = new Map([[root, [-1, 0]]]);
    const children = new Map();
    const order = new Map(data.rank.map((id, i) => [id, i]));
    for (const id of up.keys()) {
      const below = data.near[id].filter(([other, link]) => seen.links[link] && !up.has(other)).map(([other]) => other)
        .sort((a, b) => GG.data.compare(data.nodes[a].type, data.nodes[b].type) || order.get(a) - order.get(b));
      below.forEach((other) => up.set(other, [id, up.get(id)[1] + 1]));
      children.set(id, below);
    }
    return { up, children };
  }

  function leaves(children, up) {
    const count = new Map();
    for (const id of [...up.keys()].reverse()) count.set(id, Math.max(1, children.get(id).reduce((sum, child) => sum + count.get(child), 0)));
    return count;
  }

  // Every node gets a sector as wide as it has leaves; full rings spread over several rows.
  function rings(data, seen, root) {
    const { up, children } = tree(data, seen, root);
    const count = leaves(children, up);
    const places = new Map([[root, [0, 0]]]);
    const depths = [...up.values()].map(([, depth]) => depth);
    const perRing = GG.controls.count(depths);
    const radius = [0];
    for (let depth = 1; depth <= Math.max(...depths); depth++) {
      const rows = rowsOf(perRing.get(depth), radius[depth - 1] + STEP);
      radius[depth] = radius[depth - 1] + STEP + (rows - 1) * 36;
    }
    const put = (id, from, to) => {
      const [, depth] = up.get(id);
      let at = from;
      children.get(id).forEach((child, i) => {
        const width = ((to - from) * count.get(child)) / children.get(id).reduce((sum, one) => sum + count.get(one), 0);
        const rows = rowsOf(perRing.get(depth + 1), radius[depth] + STEP);
        const r = radius[depth] + STEP + (i % rows) * 72;
        const angle = at + width / 2;
        places.set(child, [Math.round(1.25 * r * Math.cos(angle)), Math.round(r * Math.sin(angle))]);
        put(child, at, at + width);
        at += width;
      });
    };
    put(root, -Math.PI, Math.PI);
    return places;
  }

  const rowsOf = (count, radius) => Math.max(1, Math.min(6, Math.ceil((count * ROOM) / (2 * Math.PI * radius * 1.1))));

  function line(path) {
    return new Map(path.nodes.map((id, i) => [id, [i * 230, i % 2 ? 80 : 0]]));
  }

  // Islands of a part of a large network, moved together: in the whole they may stand far apart.
  function gathered(data, seen) {
    const islands = new Map();
    data.nodes.forEach((node, i) => { if (seen.nodes[i]) GG.data.push(islands, GG.data.island(node), node); });
    const mean = (list, of) => list.reduce((sum, one) => sum + of(one), 0) / Math.max(1, list.length);
    const discs = [...islands.values()].map((nodes) => {
      const [x, y] = [mean(nodes, (node) => node.x), mean(nodes, (node) => node.y)];
      return { nodes, from: [x, y], x, y, r: 20 + nodes.reduce((rim, node) => Math.max(rim, Math.hypot(node.x - x, node.y - y) + node.size), 0) };
    }).sort((a, b) => b.r - a.r);
    const [cx, cy] = [mean(discs, (disc) => disc.x), mean(discs, (disc) => disc.y)];
    const spread = Math.sqrt(mean(discs, (disc) => (disc.x - cx) ** 2 + (disc.y - cy) ** 2));
    const shrink = Math.min(1, Math.sqrt(discs.reduce((sum, disc) => sum + disc.r ** 2, 0)) / Math.max(spread, 1));
    for (const disc of discs) { disc.x = cx + (disc.x - cx) * shrink * 1.2; disc.y = cy + (disc.y - cy) * shrink * 0.7; }
    GG.overview.part(discs, 1.05);
    return new Map(discs.flatMap((disc) => disc.nodes.map((node) => [node.id, [node.x + disc.x - disc.from[0], node.y + disc.y - disc.from[1]]])));
  }

  // Places of the nodes seen, or null where those of the whole network hold.
  function places(data, seen, state) {
    if (seen.path && seen.path.links.length) return line(seen.path);
    const root = data.byKey.get(state.focus);
    if (!state.focus && isPart(data, state)) return gathered(data, seen);
    return root !== undefined && !state.pathTo && seen.nodes[root] ? rings(data, seen, root) : null;
  }

  const isPart = (data, state) => Boolean(data.part) || (Boolean(state.region) && data.nodes.length > data.limits.drawn);

  return { places, isPart };
})();

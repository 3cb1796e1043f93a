// Draws a scene with vis-network, in the network that pyvis described. Same doors as draw_force.js.
GG.drawVis = (container, options, on, first) => {
  let scene = first;
  let byId = new Map(scene.nodes.map((node) => [node.id, node]));
  let labels = [];
  let quiet = true; // while data go in: vis-network would draw after each step
  let network = null;
  const hovered = { node: null };
  const asNode = (n) => ({ id: n.id, x: n.x, y: n.y, size: n.r, shape: "custom", ctxRenderer: renderer });
  const asEdge = (l) => ({ id: l.id, from: l.from, to: l.to, width: l.width || 1 });
  const colours = () => ({ color: scene.look.line, hover: scene.look.strong, highlight: scene.look.line, opacity: scene.dimmed ? 0.35 : 1 });
  let style = JSON.stringify(colours());
  const nodes = new vis.DataSet(scene.nodes.map(asNode));
  const edges = new vis.DataSet(scene.links.map(asEdge));
  network = new vis.Network(container, { nodes, edges }, { ...options, edges: { ...options.edges, color: colours() } });

  function renderer({ ctx, id, x, y }) {
    const node = byId.get(id);
    const r = node && network ? GG.scene.drawn(node, network.getScale()) : 8;
    return {
      drawNode() {
        if (!node || quiet) return;
        GG.scene.drawNode(ctx, { ...node, x, y }, scene, hovered.node === id, network.getScale());
      },
      nodeDimensions: { width: 2 * r, height: 2 * r },
    };
  }

  function camera() {
    const at = network.getViewPosition();
    return { x: at.x, y: at.y, k: network.getScale() };
  }

  network.on("beforeDrawing", (ctx) => {
    if (quiet) return;
    GG.scene.drawGround(ctx, scene);
    GG.scene.drawStrong(ctx, scene, byId, network.getScale());
  });
  network.on("afterDrawing", (ctx) => {
    if (quiet) return;
    labels = GG.labels.write(ctx, scene, camera(), container);
  });
  network.on("click", (event) => {
    if (event.nodes.length) on.node(event.nodes[0]);
    else if (event.edges.length) on.link(event.edges[0]);
    else on.empty();
  });
  network.on("doubleClick", (event) => { if (event.nodes.length) on.open(event.nodes[0]); });
  network.on("hoverNode", (event) => { hovered.node = event.node; on.hover({ node: event.node, at: event.pointer.DOM }); });
  network.on("blurNode", () => { hovered.node = null; on.hover(null); });
  network.on("hoverEdge", (event) => on.hover({ link: event.edge, at: event.pointer.DOM }));
  network.on("blurEdge", () => on.hover(null));
  network.on("dragStart", () => on.hover(null));
  network.on("dragging", (event) => {
    const node = byId.get(event.nodes[0]);
    if (node) Object.assign(node, network.getPosition(node.id));
  });
  network.on("dragEnd", (event) => {
    if (event.nodes.length) {
      const at = network.getPosition(event.nodes[0]);
      on.dragged(event.nodes[0], at.x, at.y);
    } else on.moved();
  });
  network.on("zoom", () => on.moved());

  function restyle() {
    if (style === JSON.stringify(colours())) return;
    style = JSON.stringify(colours());
    network.setOptions({ edges: { color: colours() } });
  }

  // Only differences go to vis-network: it is slow at taking in, fast at drawing.
  function replace(set, wanted, same) {
    const have = new Set(set.getIds());
    const gone = [...have].filter((id) => !wanted.has(id));
    const fresh = [];
    for (const [id, item] of wanted) if (!have.has(id) || !same(set.get(id), item)) fresh.push(item);
    if (gone.length) set.remove(gone);
    if (fresh.length) set.update(fresh);
  }

  return {
    name: "vis-network",
    show(next) {
      quiet = true;
      scene = next;
      byId = new Map(scene.nodes.map((node) => [node.id, node]));
      restyle();
      replace(nodes, new Map(scene.nodes.map((n) => [n.id, asNode(n)])), (old, item) => old.x === item.x && old.y === item.y && old.size === item.size);
      replace(edges, new Map(scene.links.map((l) => [l.id, asEdge(l)])), (old, item) => old.width === item.width && old.from === item.from && old.to === item.to);
      quiet = false;
    }, // the camera moves next, and that draws
    camera,
    move({ x, y, k }, animate) {
      network.moveTo({ position: { x, y }, scale: k, animation: animate ? { duration: 350, easingFunction: "easeInOutQuad" } : false });
    },
    redraw() { network.redraw(); },
    labels: () => labels,
    scene: () => scene,
    screen(id) {
      const node = byId.get(id);
      return node ? network.canvasToDOM({ x: node.x, y: node.y }) : null;
    },
    destroy() { network.destroy(); },
  };
};

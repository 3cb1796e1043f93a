// Draws a scene with force-graph (a plain canvas), for networks too large for vis-network. Same doors as draw_vis.js.
GG.drawForce = (container, on) => {
  let scene = { nodes: [], links: [], islands: [], look: GG.scene.look() };
  let byId = new Map();
  let labels = [];
  const MANY = 20000; // links that force-graph draws one by one, and that can be pointed at
  const hovered = { node: null };
  let pointer = { x: 0, y: 0 };
  container.addEventListener("pointermove", (event) => {
    const box = container.getBoundingClientRect();
    pointer = { x: event.clientX - box.left, y: event.clientY - box.top };
  });
  // What lies in the window, in network coordinates: of a hundred thousand nodes only these are drawn.
  let inside = () => true;
  function look() {
    const { x, y, k } = camera();
    const [w, h] = [container.clientWidth / 2 / k + 40, container.clientHeight / 2 / k + 40];
    inside = (node) => Math.abs(node.x - x) < w && Math.abs(node.y - y) < h;
  }

  // From far a node is a dot of its colour; its shape could not be told anyway.
  function drawNode(node, ctx, k) {
    if (!inside(node)) return;
    const r = GG.scene.drawn(node, k);
    if (r * k > 2.4 || node.strong) { GG.scene.drawNode(ctx, node, scene, hovered.node === node.id, k); return; }
    ctx.globalAlpha = node.dim ? 0.16 : 1;
    ctx.fillStyle = node.fill;
    ctx.fillRect(node.x - r, node.y - r, 2 * r, 2 * r);
    ctx.globalAlpha = 1;
  }

  // Very many links are one path of their own: a stroke each takes a second.
  function drawLinks(ctx, k) {
    if (scene.links.length <= MANY) return;
    ctx.strokeStyle = scene.look.line;
    ctx.lineWidth = 0.6 / k;
    ctx.beginPath();
    for (const { from, to } of scene.links) {
      const [a, b] = [byId.get(from), byId.get(to)];
      if ((!inside(a) && !inside(b)) || Math.hypot(a.x - b.x, a.y - b.y) * k < 3) continue;
      ctx.moveTo(a.x, a.y);
      ctx.lineTo(b.x, b.y);
    }
    ctx.stroke();
  }

  const moving = GG.moving.make(() => graph.nodeCanvasObject(graph.nodeCanvasObject()));
  const graph = new ForceGraph(container)
    .cooldownTicks(0).autoPauseRedraw(true).minZoom(0.005).maxZoom(20).nodeId("id").nodeLabel(() => "").linkLabel(() => "").linkSource("from").linkTarget("to")
    .nodeVisibility(() => !moving.now).linkVisibility(() => !moving.now).nodeCanvasObject(drawNode)
    .nodePointerAreaPaint((node, colour, ctx) => { if (!inside(node)) return; const r = GG.scene.drawn(node, graph.zoom()); ctx.fillStyle = colour; ctx.fillRect(node.x - r, node.y - r, 2 * r, 2 * r); })
    .linkColor(() => scene.look.line).linkWidth((link) => link.width || 1)
    .onRenderFramePre((ctx, k) => { if (moving.now) { moving.draw(ctx); return; } look(); GG.scene.drawGround(ctx, scene); drawLinks(ctx, k); GG.scene.drawStrong(ctx, scene, byId, k); })
    .onRenderFramePost((ctx) => {
      if (moving.now) return;
      labels = GG.labels.write(ctx, scene, camera(), container);
      moving.keep(ctx.canvas, camera(), container.clientWidth, container.clientHeight);
    })
    .onZoom(() => moving.moved())
    .onNodeClick((node, event) => (event.detail > 1 ? on.open(node.id) : on.node(node.id)))
    .onLinkClick((link) => on.link(link.id))
    .onBackgroundClick(() => on.empty())
    .onNodeHover((node) => { hovered.node = node ? node.id : null; on.hover(node ? { node: node.id, at: pointer } : null); })
    .onLinkHover((link) => { if (hovered.node === null) on.hover(link ? { link: link.id, at: pointer } : null); })
    .onNodeDragEnd((node) => on.dragged(node.id, node.x, node.y))
    .onZoomEnd(() => on.moved());
  const resize = new ResizeObserver(() => graph.width(container.clientWidth).height(container.clientHeight));
  resize.observe(container);

  function camera() {
    const at = graph.centerAt();
    return { x: at.x, y: at.y, k: graph.zoom() };
  }

  return {
    name: "force-graph",
    show(next) {
      scene = next;
      byId = new Map(scene.nodes.map((node) => [node.id, node]));
      moving.show(scene, byId);
      for (const node of scene.nodes) { node.fx = node.x; node.fy = node.y; }
      // last drawn is on top: the important ones
      const links = scene.links.length > MANY ? [] : scene.links.map((link) => ({ ...link }));
      graph.graphData({ nodes: scene.nodes.slice().reverse(), links });
    },
    camera,
    move({ x, y, k }, animate) { graph.centerAt(x, y, animate ? 350 : 0).zoom(k, animate ? 350 : 0); },
    redraw() { graph.nodeCanvasObject(graph.nodeCanvasObject()); },
    labels: () => labels,
    scene: () => scene,
    screen(id) {
      const node = byId.get(id);
      return node ? graph.graph2ScreenCoords(node.x, node.y) : null;
    },
    destroy() { moving.stop(); resize.disconnect(); graph._destructor(); container.replaceChildren(); },
  };
};

// Draws a scene with force-graph (a plain canvas), for networks too large for vis-network. Same doors as draw_vis.js.
GG.drawForce = (container, on) => {
  let scene = { nodes: [], links: [], islands: [], look: GG.scene.look() };
  let byId = new Map();
  let labels = [];
  const hovered = { node: null };
  let pointer = { x: 0, y: 0 };
  container.addEventListener("pointermove", (event) => {
    const box = container.getBoundingClientRect();
    pointer = { x: event.clientX - box.left, y: event.clientY - box.top };
  });
  const graph = new ForceGraph(container)
    .cooldownTicks(0).autoPauseRedraw(true).minZoom(0.005).maxZoom(20).nodeId("id").nodeLabel(() => "").linkLabel(() => "").linkSource("from").linkTarget("to")
    .nodeCanvasObject((node, ctx, k) => GG.scene.drawNode(ctx, node, scene, hovered.node === node.id, k))
    .nodePointerAreaPaint((node, colour, ctx) => { ctx.fillStyle = colour; GG.shapes.trace(ctx, "dot", node.x, node.y, GG.scene.drawn(node, graph.zoom()) * 1.1); ctx.fill(); })
    .linkColor(() => scene.look.line).linkWidth((link) => link.width || 1)
    .onRenderFramePre((ctx, k) => { GG.scene.drawGround(ctx, scene); GG.scene.drawStrong(ctx, scene, byId, k); })
    .onRenderFramePost((ctx) => {
      const view = { ...camera(), width: container.clientWidth, height: container.clientHeight };
      labels = GG.labels.place(scene, view, GG.labels.measure);
      const ratio = ctx.canvas.width / container.clientWidth;
      ctx.save();
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      GG.labels.draw(ctx, labels, scene.look.halo);
      ctx.restore();
    })
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
      for (const node of scene.nodes) { node.fx = node.x; node.fy = node.y; }
      // last drawn is on top: the important ones
      graph.graphData({ nodes: scene.nodes.slice().reverse(), links: scene.links.map((link) => ({ ...link })) });
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
    destroy() { resize.disconnect(); graph._destructor(); container.replaceChildren(); },
  };
};

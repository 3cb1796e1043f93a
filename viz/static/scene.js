// What is drawn: nodes, links and islands with their looks, out of data, filters and state. The renderers only draw it.
GG.scene = (() => {
  const COAST = 46;
  const MANY = 4000; // links above which islands get no bridges: broad lines are slow to draw
  const FONT = '"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC","Source Han Sans SC",sans-serif';

  function look() {
    const css = getComputedStyle(document.documentElement);
    const get = (name) => css.getPropertyValue(name).trim();
    return { font: FONT, ink: get("--ink"), paper: get("--paper"), ground: get("--ground"), line: get("--line"), strong: get("--strong"), region: get("--region"), island: get("--island"), rim: get("--rim"), halo: get("--halo") };
  }

  // What a moved node's place is stored under: in a focus, a path or a part other places hold than in the whole.
  const pinKey = (data, state, key) => (state.focus || state.pathTo || GG.arrange.isPart(data, state) ? "@" + key : key);

  // The radius a node is drawn with: seen from far a little larger, so that shapes can still be told apart (graph/layout.py leaves the room).
  const drawn = (node, k) => (node.whole ? node.r : node.r + 9 * Math.max(0, Math.min(1, 0.62 / k - 1)));

  const most = (list) => list.reduce((a, b) => Math.max(a, b), -Infinity);

  // An island's ground: a coast at some distance around all its nodes, as one path.
  function coast(nodes) {
    const path = new Path2D();
    for (const node of nodes) {
      path.moveTo(node.x + node.r + COAST, node.y);
      path.arc(node.x, node.y, node.r + COAST, 0, 2 * Math.PI);
    }
    return path;
  }

  // The links inside an island, drawn broad: they join the parts of its ground.
  function bridges(data, made, links, byId) {
    const paths = new Map(made.map((island) => [island.code, (island.bridges = new Path2D())]));
    if (links.length > MANY) return;
    for (const link of links) {
      const [a, b] = [byId.get(link.from), byId.get(link.to)];
      if (data.nodes[a.id].group !== data.nodes[b.id].group) continue;
      const path = paths.get(data.nodes[a.id].group);
      path.moveTo(a.x, a.y);
      path.lineTo(b.x, b.y);
    }
  }

  function islands(data, nodes, links) {
    const members = new Map();
    for (const node of nodes) GG.data.push(members, data.nodes[node.id].group, node);
    const made = [];
    for (const [code, list] of members) {
      if (list.length < 2) continue;
      const x = list.reduce((sum, node) => sum + node.x, 0) / list.length;
      const top = -most(list.map((node) => node.r - node.y)) - 14;
      made.push({ code, name: data.regions[code] || GG.text.t("nowhere"), x, top, r: (most(list.map((node) => node.x)) + most(list.map((node) => -node.x))) / 2 + 20, count: list.length, nodes: list, ground: coast(list) });
    }
    bridges(data, made, links, new Map(nodes.map((node) => [node.id, node])));
    return made.sort((a, b) => b.count - a.count);
  }

  function verbs(data, seen, link) {
    return [...new Set(data.edges[link].facts.filter((fact) => seen.facts[fact]).map((fact) => GG.text.of(data.relations[data.facts[fact][1]])))].join("、");
  }

  // Links between the selected node and others, or along the path, are strong; with a selection everything else steps back.
  function build(data, seen, state) {
    const chosen = data.byKey.get(state.selected);
    const path = seen.path;
    const strongLinks = new Set(path ? path.links : []);
    const strongNodes = new Set(path ? path.nodes : []);
    // the focus itself says nothing new when it is selected: its surroundings are all there is
    if (chosen !== undefined && seen.nodes[chosen] && state.selected !== state.focus) {
      strongNodes.add(chosen);
      for (const [other, link] of data.near[chosen]) if (seen.links[link]) { strongLinks.add(link); strongNodes.add(other); }
    }
    const count = seen.nodes.reduce((sum, shown) => sum + (shown ? 1 : 0), 0);
    const important = Math.max(12, Math.round(count * 0.06));
    const arranged = GG.arrange.places(data, seen, state);
    const place = (i) => state.pins[pinKey(data, state, data.nodes[i].key)] || (arranged && arranged.get(i)) || [data.nodes[i].x, data.nodes[i].y];
    const nodes = [];
    for (const i of data.rank) {
      if (!seen.nodes[i]) continue;
      const node = data.nodes[i];
      const [x, y] = place(i);
      nodes.push({
        id: i, x, y, r: node.size, shape: node.shape, fill: node.color, label: node.label, strong: strongNodes.has(i), selected: i === chosen,
        dim: strongNodes.size > 0 && !strongNodes.has(i), important: nodes.length < important,
      });
    }
    const links = [];
    data.edges.forEach((edge, i) => { if (seen.links[i] && edge.from !== edge.to) links.push({ id: i, from: edge.from, to: edge.to, strong: strongLinks.has(i) }); });
    const notes = path ? path.links.map((link) => ({ link, text: verbs(data, seen, link) })) : [];
    return { nodes, links, notes, islands: state.focus || path ? [] : islands(data, nodes, links), look: look(), dimmed: strongNodes.size > 0 };
  }

  function bounds(nodes) {
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const node of nodes) {
      x0 = Math.min(x0, node.x - node.r); x1 = Math.max(x1, node.x + node.r);
      y0 = Math.min(y0, node.y - node.r); y1 = Math.max(y1, node.y + node.r);
    }
    return nodes.length ? { x0, y0, x1, y1 } : { x0: -100, y0: -100, x1: 100, y1: 100 };
  }

  // The camera that shows these nodes in the free part of a window, with room for names. room: {width, height, right, bottom}.
  function cameraFor(nodes, room) {
    const b = bounds(nodes);
    const k = Math.min((room.width - room.right - 110) / Math.max(b.x1 - b.x0, 60), (room.height - room.bottom - 100) / Math.max(b.y1 - b.y0, 60));
    return shifted({ x: (b.x0 + b.x1) / 2, y: (b.y0 + b.y1) / 2, k: Math.max(0.01, Math.min(1.3, k)) }, room);
  }

  // A camera that brings (x, y) to the middle of the free part.
  const shifted = ({ x, y, k }, room) => ({ x: x + room.right / 2 / k, y: y + room.bottom / 2 / k, k });

  function drawNode(ctx, node, scene, hover, k) {
    ctx.globalAlpha = node.dim && !hover ? 0.16 : 1;
    const r = drawn(node, k);
    GG.shapes.trace(ctx, node.shape, node.x, node.y, r);
    ctx.fillStyle = node.fill;
    ctx.fill();
    ctx.lineWidth = 0.8 / k;
    ctx.strokeStyle = scene.look.rim;
    ctx.stroke();
    if (hover || node.selected) {
      ctx.beginPath();
      ctx.arc(node.x, node.y, r * 1.2 + 3.5 / k, 0, 2 * Math.PI);
      ctx.lineWidth = (node.selected ? 3 : 2) / k;
      ctx.strokeStyle = scene.look.strong;
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  }

  // Under links and nodes, in network coordinates: the islands' ground.
  function drawGround(ctx, scene) {
    ctx.fillStyle = ctx.strokeStyle = scene.look.island;
    ctx.lineWidth = COAST;
    ctx.lineCap = "round";
    for (const island of scene.islands) {
      if (!island.code) continue;
      ctx.fill(island.ground);
      ctx.stroke(island.bridges);
    }
  }

  function drawStrong(ctx, scene, byId, k) {
    ctx.strokeStyle = scene.look.strong;
    ctx.lineWidth = 1.3 / k;
    ctx.beginPath();
    for (const link of scene.links) {
      if (!link.strong) continue;
      const [a, b] = [byId.get(link.from), byId.get(link.to)];
      ctx.moveTo(a.x, a.y);
      ctx.lineTo(b.x, b.y);
    }
    ctx.stroke();
  }

  return { COAST, drawn, build, cameraFor, shifted, drawNode, drawGround, drawStrong, look, pinKey };
})();

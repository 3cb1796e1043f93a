// What is drawn: nodes, links and islands with their looks, out of data, filters and state. The renderers only draw it.
GG.scene = (() => {
  const COAST = 46;
  const MANY = 8000; // links above which islands get no bridges: broad lines are slow to draw
  const ALIKE = 6; // similar initiatives joined to the chosen one
  const GROUND = 1000; // longest side of the ground's picture, in pixels
  const FONT = '"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC","Source Han Sans SC",sans-serif';

  function look() {
    const css = getComputedStyle(document.documentElement);
    const get = (name) => css.getPropertyValue(name).trim();
    return { font: FONT, ink: get("--ink"), paper: get("--paper"), ground: get("--ground"), line: get("--line"), strong: get("--strong"), alike: get("--alike"), region: get("--region"), island: get("--island"), rim: get("--rim"), halo: get("--halo") };
  }

  // What a moved node's place is stored under: in a focus, a path or a part other places hold than in the whole.
  const pinKey = (data, state, key) => (state.focus || state.pathTo || GG.arrange.isPart(data, state) ? "@" + key : key);

  // The radius a node is drawn with: seen from far a little larger, so that shapes can still be told apart (graph/layout.py leaves the room).
  const drawn = (node, k) => (node.whole ? node.r : node.r + 9 * Math.max(0, Math.min(1, 0.62 / k - 1)));

  const most = (list) => list.reduce((a, b) => Math.max(a, b), -Infinity);

  // The islands' ground: a coast at some distance around their nodes and the links inside them. Painted once, small; drawing it is then a
  // matter of stretching a picture, where filling its thousand arcs in every frame would take most of the time.
  function paintGround(nodes, islands, links, colour) {
    const b = bounds(nodes);
    const scale = Math.min(0.5, GROUND / Math.max(b.x1 - b.x0 + 4 * COAST, b.y1 - b.y0 + 4 * COAST));
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil((b.x1 - b.x0 + 4 * COAST) * scale);
    canvas.height = Math.ceil((b.y1 - b.y0 + 4 * COAST) * scale);
    const ctx = canvas.getContext("2d");
    ctx.setTransform(scale, 0, 0, scale, (2 * COAST - b.x0) * scale, (2 * COAST - b.y0) * scale);
    ctx.fillStyle = ctx.strokeStyle = colour;
    ctx.lineWidth = COAST;
    ctx.beginPath();
    for (const island of islands) {
      if (!island.code) continue;
      for (const node of island.nodes) {
        ctx.moveTo(node.x + node.r + COAST, node.y);
        ctx.arc(node.x, node.y, node.r + COAST, 0, 2 * Math.PI);
      }
    }
    ctx.fill();
    ctx.beginPath();
    for (const [a, c] of links) { ctx.moveTo(a.x, a.y); ctx.lineTo(c.x, c.y); }
    ctx.stroke();
    return { canvas, x: b.x0 - 2 * COAST, y: b.y0 - 2 * COAST, width: canvas.width / scale, height: canvas.height / scale };
  }

  // The links inside islands, as pairs of nodes.
  function bridges(data, links, byId) {
    if (links.length > MANY) return [];
    return links.map((link) => [byId.get(link.from), byId.get(link.to)])
      .filter(([a, b]) => data.nodes[a.id].group && data.nodes[a.id].group === data.nodes[b.id].group);
  }

  function islands(data, nodes) {
    const members = new Map();
    for (const node of nodes) GG.data.push(members, GG.data.island(data.nodes[node.id]), node);
    const made = [];
    for (const [code, list] of members) {
      if (list.length < 2) continue;
      const x = list.reduce((sum, node) => sum + node.x, 0) / list.length;
      const top = -most(list.map((node) => node.r - node.y)) - 14;
      made.push({ code, name: data.regions[code] || GG.text.t(code ? "signers" : "nowhere"), x, top, r: (most(list.map((node) => node.x)) + most(list.map((node) => -node.x))) / 2 + 20, count: list.length, nodes: list });
    }
    return made.sort((a, b) => b.count - a.count);
  }

  // The initiatives most like the chosen one, as pairs to be joined by dashes.
  function alikeOf(data, seen, chosen) {
    const list = (chosen === undefined ? [] : data.similarOf.get(chosen) || []).filter(([other]) => seen.nodes[other]);
    return seen.nodes[chosen] ? list.sort((a, b) => b[1] - a[1]).slice(0, ALIKE).map(([other]) => [chosen, other]) : [];
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
    const alike = alikeOf(data, seen, chosen);
    alike.forEach(([, other]) => strongNodes.add(other));
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
    const colours = look();
    const groups = state.focus || path ? [] : islands(data, nodes);
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const ground = groups.length ? paintGround(nodes, groups, bridges(data, links, byId), colours.island) : null;
    return { nodes, links, notes, alike, islands: groups, ground, look: colours, dimmed: strongNodes.size > 0 };
  }

  function bounds(nodes) {
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const node of nodes) {
      x0 = Math.min(x0, node.x - node.r); x1 = Math.max(x1, node.x + node.r);
      y0 = Math.min(y0, node.y - node.r); y1 = Math.max(y1, node.y + node.r);
    }
    return nodes.length ? { x0, y0, x1, y1 } : { x0: -100, y0: -100, x1: 100, y1: 100 };
  }

  // The camera that shows these nodes in the free part of a window, with room for names. room: {width, height, top, right, bottom}: of the window, and what is covered.
  function cameraFor(nodes, room) {
    const b = bounds(nodes);
    const k = Math.min((room.width - room.right - Math.min(110, 0.16 * room.width)) / Math.max(b.x1 - b.x0, 60), (room.height - room.top - room.bottom - 100) / Math.max(b.y1 - b.y0, 60));
    return shifted({ x: (b.x0 + b.x1) / 2, y: (b.y0 + b.y1) / 2, k: Math.max(0.01, Math.min(1.3, k)) }, room);
  }

  // A camera that brings (x, y) to the middle of the free part.
  const shifted = ({ x, y, k }, room) => ({ x: x + room.right / 2 / k, y: y + (room.bottom - room.top) / 2 / k, k });

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
    const { ground } = scene;
    if (ground) ctx.drawImage(ground.canvas, ground.x, ground.y, ground.width, ground.height);
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
    if (!(scene.alike || []).length) return;
    ctx.strokeStyle = scene.look.alike;
    ctx.setLineDash([7 / k, 5 / k]);
    ctx.beginPath();
    for (const [from, to] of scene.alike) {
      ctx.moveTo(byId.get(from).x, byId.get(from).y);
      ctx.lineTo(byId.get(to).x, byId.get(to).y);
    }
    ctx.stroke();
    ctx.setLineDash([]);
  }

  return { FONT, COAST, drawn, bounds, build, cameraFor, shifted, drawNode, drawGround, drawStrong, look, pinKey };
})();

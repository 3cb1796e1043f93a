// What is drawn: nodes, links and islands with their looks, out of data, filters and state. The renderers only draw it.
GG.scene = (() => {
  const FONT = '"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC","Source Han Sans SC",sans-serif';

  function look() {
    const css = getComputedStyle(document.documentElement);
    const get = (name) => css.getPropertyValue(name).trim();
    return { font: FONT, ink: get("--ink"), paper: get("--paper"), line: get("--line"), strong: get("--strong"), region: get("--region"), island: get("--island"), rim: get("--rim"), halo: get("--halo") };
  }

  const place = (data, state, i) => state.pins[data.nodes[i].key] || [data.nodes[i].x, data.nodes[i].y];

  // Convex hull (Andrew's monotone chain) of points [x, y].
  function hull(points) {
    const sorted = points.slice().sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    if (sorted.length < 3) return sorted;
    const half = (list) => {
      const chain = [];
      for (const p of list) {
        while (chain.length > 1) {
          const [a, b] = chain.slice(-2);
          if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
          chain.pop();
        }
        chain.push(p);
      }
      return chain.slice(0, -1);
    };
    return [...half(sorted), ...half(sorted.reverse())];
  }

  function islands(data, nodes) {
    const members = new Map();
    for (const node of nodes) GG.data.push(members, data.nodes[node.id].group, node);
    const made = [];
    for (const [code, list] of members) {
      if (!code || !data.regions[code] || list.length < 2) continue;
      const x = list.reduce((sum, node) => sum + node.x, 0) / list.length;
      const top = Math.min(...list.map((node) => node.y - node.r)) - 14;
      const xs = list.map((node) => node.x);
      made.push({ code, name: data.regions[code], x, top, r: (Math.max(...xs) - Math.min(...xs)) / 2 + 20, count: list.length, hull: hull(list.map((node) => [node.x, node.y])) });
    }
    return made.sort((a, b) => b.count - a.count);
  }

  // Links between the selected node and others, or along the path, are strong; with a selection everything else steps back.
  function build(data, seen, state) {
    const chosen = data.byKey.get(state.selected);
    const path = seen.path;
    const strongLinks = new Set(path ? path.links : []);
    const strongNodes = new Set(path ? path.nodes : []);
    if (chosen !== undefined && seen.nodes[chosen]) {
      strongNodes.add(chosen);
      for (const [other, link] of data.near[chosen]) if (seen.links[link]) { strongLinks.add(link); strongNodes.add(other); }
    }
    const count = seen.nodes.reduce((sum, shown) => sum + (shown ? 1 : 0), 0);
    const important = Math.max(12, Math.round(count * 0.06));
    const nodes = [];
    for (const i of data.rank) {
      if (!seen.nodes[i]) continue;
      const node = data.nodes[i];
      const [x, y] = place(data, state, i);
      nodes.push({
        id: i, x, y, r: node.size, shape: node.shape, fill: node.color, label: node.label, strong: strongNodes.has(i), selected: i === chosen,
        dim: strongNodes.size > 0 && !strongNodes.has(i), important: nodes.length < important, pinned: node.key in state.pins,
      });
    }
    const links = [];
    data.edges.forEach((edge, i) => { if (seen.links[i] && edge.from !== edge.to) links.push({ id: i, from: edge.from, to: edge.to, strong: strongLinks.has(i) }); });
    return { nodes, links, islands: state.focus || path ? [] : islands(data, nodes), look: look(), dimmed: strongNodes.size > 0 };
  }

  function bounds(nodes) {
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const node of nodes) {
      x0 = Math.min(x0, node.x - node.r); x1 = Math.max(x1, node.x + node.r);
      y0 = Math.min(y0, node.y - node.r); y1 = Math.max(y1, node.y + node.r);
    }
    return nodes.length ? { x0, y0, x1, y1 } : { x0: -100, y0: -100, x1: 100, y1: 100 };
  }

  // The camera that shows these nodes in a window of this size, with room for names.
  function cameraFor(nodes, width, height) {
    const b = bounds(nodes);
    const k = Math.min((width - 60) / Math.max(b.x1 - b.x0, 60), (height - 110) / Math.max(b.y1 - b.y0, 60));
    return { x: (b.x0 + b.x1) / 2, y: (b.y0 + b.y1) / 2 - 6 / k, k: Math.max(0.01, Math.min(1.6, k)) };
  }

  function drawNode(ctx, node, scene, hover, k) {
    ctx.globalAlpha = node.dim && !hover ? 0.16 : 1;
    GG.shapes.trace(ctx, node.shape, node.x, node.y, node.r);
    ctx.fillStyle = node.fill;
    ctx.fill();
    ctx.lineWidth = Math.max(1, 0.8 / k);
    ctx.strokeStyle = scene.look.rim;
    ctx.stroke();
    if (hover || node.selected) {
      ctx.beginPath();
      ctx.arc(node.x, node.y, node.r * 1.2 + 3.5 / k, 0, 2 * Math.PI);
      ctx.lineWidth = (node.selected ? 3 : 2) / k;
      ctx.strokeStyle = scene.look.strong;
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  }

  // Under links and nodes: the islands' ground and the links that stand out. In network coordinates.
  function drawGround(ctx, scene, k) {
    ctx.lineJoin = "round";
    for (const island of scene.islands) {
      if (island.hull.length < 3) continue;
      ctx.beginPath();
      island.hull.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
      ctx.closePath();
      ctx.fillStyle = ctx.strokeStyle = scene.look.island;
      ctx.lineWidth = 56;
      ctx.stroke();
      ctx.fill();
    }
  }

  function drawStrong(ctx, scene, byId, k) {
    ctx.strokeStyle = scene.look.strong;
    ctx.lineWidth = 1.8 / k;
    ctx.beginPath();
    for (const link of scene.links) {
      if (!link.strong) continue;
      const [a, b] = [byId.get(link.from), byId.get(link.to)];
      ctx.moveTo(a.x, a.y);
      ctx.lineTo(b.x, b.y);
    }
    ctx.stroke();
  }

  return { build, cameraFor, drawNode, drawGround, drawStrong, look, place };
})();

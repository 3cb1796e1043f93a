// Which names can be written where, so that none covers another: important nodes first, the rest as room allows.
GG.labels = (() => {
  const CELL = 48;
  const MOST = 500; // names on one picture; more cannot be read
  const LONGEST = 16;

  function grid() {
    const cells = new Map();
    const each = (box, visit) => {
      for (let cx = Math.floor(box.x0 / CELL); cx <= Math.floor(box.x1 / CELL); cx++) {
        for (let cy = Math.floor(box.y0 / CELL); cy <= Math.floor(box.y1 / CELL); cy++) if (visit(cx * 100003 + cy)) return true;
      }
      return false;
    };
    return {
      add(box) { each(box, (key) => { if (!cells.has(key)) cells.set(key, []); cells.get(key).push(box); return false; }); },
      hits(box, own) {
        return each(box, (key) => (cells.get(key) || []).some((b) => (own === undefined || b.own !== own) && b.x0 < box.x1 && box.x0 < b.x1 && b.y0 < box.y1 && box.y0 < b.y1));
      },
    };
  }

  const shorten = (name) => (name.length > LONGEST ? name.slice(0, LONGEST - 1) + "…" : name);

  function islandNames(scene, view, texts, placed, measure) {
    for (const island of scene.islands) {
      const width = island.r * 2 * view.k;
      if (width < 26 && island.count < 8) continue;
      const size = Math.round(Math.max(12, Math.min(20, 10 + width / 28)));
      const font = `600 ${size}px ${scene.look.font}`;
      const half = measure(island.name, 600, size) / 2 + 4;
      const x = (island.x - view.x) * view.k + view.width / 2;
      const y = (island.top - view.y) * view.k + view.height / 2 - 6;
      if (x + half < 0 || x - half > view.width || y < 0 || y - size > view.height) continue;
      const box = { x0: x - half, x1: x + half, y0: y - size, y1: y + 3 };
      if (texts.hits(box)) continue;
      texts.add(box);
      placed.push({ text: island.name, x, y, font, size, fill: scene.look.region, island: true });
    }
  }

  // Words on links: what the steps of a path are.
  function notes(scene, view, texts, placed, measure) {
    const byId = scene.notes && scene.notes.length ? new Map(scene.nodes.map((node) => [node.id, node])) : null;
    for (const note of scene.notes || []) {
      const link = scene.links.find((one) => one.id === note.link);
      const [a, b] = [byId.get(link.from), byId.get(link.to)];
      const x = ((a.x + b.x) / 2 - view.x) * view.k + view.width / 2;
      const y = ((a.y + b.y) / 2 - view.y) * view.k + view.height / 2 + 4;
      const font = `400 13px ${scene.look.font}`;
      const half = measure(note.text, 400, 13) / 2;
      texts.add({ x0: x - half, x1: x + half, y0: y - 13, y1: y + 3 });
      placed.push({ text: note.text, x, y, font, size: 13, fill: scene.look.strong });
    }
  }

  // view: {x, y, k, width, height, right}; right: pixels that the panel covers. measure(text, weight, size) -> px. Returns [{text, x, y (baseline), font, size, fill}], centred on x.
  function place(scene, view, measure) {
    const texts = grid();
    const discs = grid();
    const chosen = grid(); // those of the chosen node and its neighbours, and merged nodes': names keep off them
    const large = grid(); // the important nodes' discs: their names may cover other nodes, not one another
    const placed = [];
    const free = view.width - (view.right || 0);
    const inside = [];
    for (const node of scene.nodes) {
      const x = (node.x - view.x) * view.k + view.width / 2;
      const y = (node.y - view.y) * view.k + view.height / 2;
      const r = GG.scene.drawn(node, view.k) * view.k;
      if (x < -60 || x > view.width + 60 || y < -30 || y > view.height + 30) continue;
      inside.push([node, x, y, r]);
      if (inside.length > 4000) continue;
      discs.add({ x0: x - r, x1: x + r, y0: y - r, y1: y + r, own: node.id });
      if (node.strong || node.whole) chosen.add({ x0: x - r, x1: x + r, y0: y - r, y1: y + r, own: node.id });
      if (node.important) large.add({ x0: x - r, x1: x + r, y0: y - r, y1: y + r, own: node.id });
    }
    notes(scene, view, texts, placed, measure);
    // the chosen node and its neighbours are named before regions are
    const urgent = inside.filter(([node]) => node.strong).sort((a, b) => b[0].selected - a[0].selected);
    urgent.forEach((entry) => one(entry, 2));
    islandNames(scene, view, texts, placed, measure);
    const islands = new Set(placed.filter((label) => label.island).map((label) => label.text));
    for (const entry of inside) {
      if (placed.length >= MOST) break;
      if (!entry[0].strong && !entry[0].dim) one(entry, entry[0].whole ? 2 : entry[0].important ? 1 : 0);
    }
    return placed;

    // What merged nodes share, in small under their name, where there is room.
    function below(node, x, y) {
      const font = `400 11px ${scene.look.font}`;
      const half = measure(node.sub, 400, 11) / 2;
      const box = { x0: x - half, x1: x + half, y0: y + 4, y1: y + 17, own: node.id };
      if (texts.hits(box) || large.hits(box, node.id)) return;
      texts.add(box);
      placed.push({ text: node.sub, x, y: y + 15, font, size: 11, fill: scene.look.region });
    }

    function one([node, x, y, r], force) {
      const size = Math.round(Math.max(11, Math.min(15, 10 + r * 0.2)));
      if (!force && r < 2.2) return;
      if (force < 2 && islands.has(node.label)) return; // the region's own node says nothing new beside its island's name
      const text = node.selected || node.whole ? node.label : shorten(node.label);
      const weight = node.important || node.selected ? 600 : 400;
      const font = `${weight} ${size}px ${scene.look.font}`;
      const half = measure(text, weight, size) / 2;
      const spots = [...(node.whole && r > half ? [[x, y - 2]] : []), [x, y + r + size + 1], [x, y - r - 4], [x + r + half + 4, y + size * 0.36], [x - r - half - 4, y + size * 0.36]];
      // a merged node without a name says nothing: it gets one even where it must cover another's disc
      for (const [cx, base, strict] of [true, false].slice(0, node.whole ? 2 : 1).flatMap((strict) => spots.map((spot) => [...spot, strict]))) {
        if (x > 0 && x < free && (cx - half < 0 || cx + half > free)) continue; // no half names at the edge
        const box = { x0: cx - half - 2, x1: cx + half + 2, y0: base - size, y1: base + 3, own: node.id };
        if (texts.hits(box) || (strict && chosen.hits(box, node.id)) || (force < 2 && !node.selected && (force ? large : discs).hits(box, node.id))) continue;
        texts.add(box);
        placed.push({ text, x: cx, y: base, font, size, fill: scene.look.ink, id: node.id });
        if (node.sub && cx === x && base > y - r) below(node, cx, base);
        return;
      }
    }
  }

  // The halo is the text itself, shifted: glyphs come from the browser's cache, where stroking their outlines takes most of a frame.
  const AROUND = [[-1.3, -1.3], [1.3, -1.3], [-1.3, 1.3], [1.3, 1.3]];

  function draw(ctx, labels, halo) {
    ctx.textAlign = "center";
    ctx.textBaseline = "alphabetic";
    for (const label of labels) {
      ctx.font = label.font;
      ctx.fillStyle = halo;
      for (const [dx, dy] of AROUND) ctx.fillText(label.text, label.x + dx, label.y + dy);
      ctx.fillStyle = label.fill;
      ctx.fillText(label.text, label.x, label.y);
    }
  }

  // Places and draws the names on a renderer's canvas; camera: {x, y, k}.
  function write(ctx, scene, camera, container) {
    const view = { ...camera, width: container.clientWidth, height: container.clientHeight, right: GG.labels.covered() };
    const labels = place(scene, view, measure);
    const ratio = ctx.canvas.width / view.width;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(ctx, labels, scene.look.halo);
    ctx.restore();
    return labels;
  }

  const SQUARE = /^[\u3001-\u301b\u4e00-\u9fff\uff01-\uff5e]+$/; // a Chinese character is as wide as it is high, in every font and weight

  // Width of a text in px. Measured once at 100 px and scaled: zooming asks for every size.
  const widths = new Map();
  const pen = document.createElement("canvas").getContext("2d");
  function measure(text, weight, size) {
    if (SQUARE.test(text)) return text.length * size;
    const key = weight + text;
    if (!widths.has(key)) {
      pen.font = `${weight} 100px ${GG.scene.FONT}`;
      widths.set(key, pen.measureText(text).width / 100);
    }
    return widths.get(key) * size;
  }

  return { place, write, measure, covered: () => 0 };
})();

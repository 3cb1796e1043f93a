// The picture as a file: what is seen, with title, legend and source line, as SVG or PNG. One composer, two pens.
GG.picture = (() => {
  const HEAD = 46;
  const FOOT = 64;

  function canvasPen(width, height, scale) {
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    const ctx = canvas.getContext("2d");
    ctx.scale(scale, scale);
    return {
      canvas,
      rect(x, y, w, h, fill) { ctx.fillStyle = fill; ctx.fillRect(x, y, w, h); },
      clip(x, y, w, h) { ctx.save(); ctx.beginPath(); ctx.rect(x, y, w, h); ctx.clip(); ctx.translate(x, y); },
      unclip() { ctx.restore(); },
      line(x1, y1, x2, y2, stroke, w, dash = []) { ctx.strokeStyle = stroke; ctx.lineWidth = w; ctx.setLineDash(dash); ctx.beginPath(); ctx.moveTo(x1, y1); ctx.lineTo(x2, y2); ctx.stroke(); ctx.setLineDash([]); },
      shape(shape, x, y, r, fill, stroke, alpha) {
        ctx.globalAlpha = alpha;
        GG.shapes.trace(ctx, shape, x, y, r);
        ctx.fillStyle = fill;
        ctx.fill();
        if (stroke) { ctx.strokeStyle = stroke; ctx.lineWidth = 0.8; ctx.stroke(); }
        ctx.globalAlpha = 1;
      },
      text(label, halo, anchor = "center") {
        ctx.textAlign = anchor;
        ctx.font = label.font;
        ctx.lineJoin = "round";
        if (halo) { ctx.strokeStyle = halo; ctx.lineWidth = 3; ctx.strokeText(label.text, label.x, label.y); }
        ctx.fillStyle = label.fill;
        ctx.fillText(label.text, label.x, label.y);
      },
    };
  }

  function svgPen(width, height, title) {
    const make = (tag, attributes) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, typeof value === "number" ? +value.toFixed(2) : value);
      return element;
    };
    const root = make("svg", { viewBox: `0 0 ${width} ${height}`, width, height });
    const name = make("title", {});
    name.textContent = title;
    root.append(name);
    let at = root;
    return {
      root,
      rect(x, y, w, h, fill) { at.append(make("rect", { x, y, width: w, height: h, fill })); },
      clip(x, y, w, h) { const inner = make("svg", { x, y, width: w, height: h, overflow: "hidden" }); root.append(inner); at = inner; },
      unclip() { at = root; },
      line(x1, y1, x2, y2, stroke, w, dash = []) { at.append(make("line", { x1, y1, x2, y2, stroke, "stroke-width": w, ...(dash.length ? { "stroke-dasharray": dash.join(" ") } : {}) })); },
      shape(shape, x, y, r, fill, stroke, alpha) {
        const mark = GG.shapes.element(document, shape, x, y, r);
        mark.setAttribute("fill", fill);
        if (stroke) { mark.setAttribute("stroke", stroke); mark.setAttribute("stroke-width", "0.8"); }
        if (alpha < 1) mark.setAttribute("opacity", alpha);
        at.append(mark);
      },
      text(label, halo, anchor = "center") {
        const [weight, size] = label.font.split(" ");
        const element = make("text", { x: label.x, y: label.y, "font-size": size, "font-weight": weight, fill: label.fill, "text-anchor": anchor === "center" ? "middle" : anchor, "font-family": GG.scene.look().font });
        if (halo) { element.setAttribute("stroke", halo); element.setAttribute("stroke-width", "3"); element.setAttribute("paint-order", "stroke"); element.setAttribute("stroke-linejoin", "round"); }
        element.textContent = label.text;
        at.append(element);
      },
    };
  }

  function network(pen, scene, view) {
    const { look } = scene;
    const px = (node) => (node.x - view.x) * view.k + view.width / 2;
    const py = (node) => (node.y - view.y) * view.k + view.height / 2;
    const byId = new Map(scene.nodes.map((node) => [node.id, node]));
    for (const island of scene.islands) {
      if (island.code) for (const node of island.nodes) pen.shape("dot", px(node), py(node), (node.r + GG.scene.COAST) * view.k, look.island, null, 1);
    }
    const seen = (node) => px(node) > -80 && px(node) < view.width + 80 && py(node) > -80 && py(node) < view.height + 80;
    for (const strong of [false, true]) {
      for (const link of scene.links) {
        const [a, b] = [byId.get(link.from), byId.get(link.to)];
        if (Boolean(link.strong) === strong && (seen(a) || seen(b))) pen.line(px(a), py(a), px(b), py(b), strong ? look.strong : look.line, strong ? 1.3 : Math.max(0.5, Math.min((link.width || 1) * view.k, 1)));
      }
    }
    for (const pair of scene.alike || []) {
      const [a, b] = pair.map((id) => byId.get(id));
      pen.line(px(a), py(a), px(b), py(b), look.alike, 1.3, [7, 5]);
    }
    for (const node of scene.nodes.slice().reverse()) if (seen(node)) pen.shape(node.shape, px(node), py(node), GG.scene.drawn(node, view.k) * view.k, node.fill, look.rim, node.dim ? 0.16 : 1);
    for (const label of GG.labels.place(scene, view, GG.labels.measure)) pen.text(label, look.halo);
  }

  // What the view shows, in words: focus, path, filters.
  function caption(app) {
    const { data, state } = app;
    const { text } = GG;
    const name = (key) => (data.byKey.has(key) ? data.nodes[data.byKey.get(key)].label : "");
    return [
      state.pathFrom && state.pathTo ? `${name(state.pathFrom)} → ${name(state.pathTo)}` : state.focus ? `${text.t("focusOn", name(state.focus))} · ${text.steps(state.steps)}` : "",
      data.regions[state.region] || "", ...state.themes.map((theme) => text.of(data.themes[theme])), state.paper, [state.from, state.to].filter(Boolean).join("–"),
    ].filter(Boolean).join(" · ");
  }

  function compose(app, pen, width, height) {
    const scene = app.drawer.scene();
    const { look } = scene;
    const label = (words, x, y, size, weight, fill) => ({ text: words, x, y, font: `${weight} ${size}px ${look.font}`, fill });
    pen.rect(0, 0, width, height, look.paper);
    const title = GG.text.own("site", app.data.title);
    pen.text(label(title, 16, 30, 19, 600, look.ink), null, "start");
    const start = 16 + GG.labels.measure(title, 600, 19) + 16;
    pen.text(label(caption(app), start, 30, 14, 400, look.region), null, "start");
    pen.clip(0, HEAD, width, height - HEAD - FOOT);
    pen.rect(0, 0, width, height - HEAD - FOOT, look.ground);
    network(pen, scene, { ...app.drawer.camera(), width, height: height - HEAD - FOOT });
    pen.unclip();
    let x = 16;
    const shown = new Set(scene.nodes.map((node) => (typeof node.id === "number" ? app.data.nodes[node.id].type : "")));
    for (const [kind, type] of Object.entries(app.data.classes)) {
      if (!shown.has(kind)) continue;
      pen.shape(type.shape, x + 7, height - FOOT + 21, 7, type.colour, look.rim, 1);
      const words = label(GG.text.of(type), x + 20, height - FOOT + 26, 13, 400, look.ink);
      pen.text(words, null, "start");
      x += 36 + GG.labels.measure(words.text, 400, 13);
    }
    pen.text(label(`${GG.text.t("source")}: ${GG.bar.sourceLine(app)}`, 16, height - 14, 12, 400, look.region), null, "start");
  }

  const size = () => {
    const box = document.getElementById("net");
    return [box.clientWidth, box.clientHeight + HEAD + FOOT];
  };

  function svg(app) {
    const [width, height] = size();
    const pen = svgPen(width, height, GG.text.own("site", app.data.title));
    compose(app, pen, width, height);
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(pen.root);
  }

  function png(app) {
    const [width, height] = size();
    const pen = canvasPen(width, height, 2);
    compose(app, pen, width, height);
    return new Promise((resolve) => pen.canvas.toBlob(resolve, "image/png"));
  }

  function save(blob, name) {
    const link = GG.h("a", { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  return { svg, png, save };
})();

// The picture by keyboard: arrows walk from node to node, letters do what the panel's buttons do.
GG.keys = (() => {
  const TURN = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  // The nearest node in a direction; those off to the side count as farther.
  function next(scene, from, [dx, dy]) {
    let best = null;
    let least = Infinity;
    for (const node of scene.nodes) {
      const [x, y] = [node.x - from.x, node.y - from.y];
      const ahead = x * dx + y * dy;
      if (node.id === from.id || ahead <= 0) continue;
      const distance = ahead + 2.5 * Math.abs(x * dy - y * dx);
      if (distance < least) { least = distance; best = node; }
    }
    return best;
  }

  // In an overview a node is unfolded by Enter, so that the arrows can pass over it.
  function step(app, scene, direction) {
    const from = scene.nodes.find((node) => node.selected) || { id: "", ...app.drawer.camera() };
    const found = from.id ? next(scene, from, direction) : scene.nodes[0];
    if (!found) return;
    for (const node of scene.nodes) node.selected = node === found;
    document.getElementById("said").textContent = `${found.label},${GG.overview.inside(app, found)}`;
    app.drawer.redraw();
  }

  function walk(app, direction) {
    const scene = app.drawer.scene();
    if (scene.overview) { step(app, scene, direction); return; }
    const at = app.data.byKey.get(app.state.selected);
    const from = scene.nodes.find((node) => node.id === at) || { id: -1, ...app.drawer.camera() };
    const found = at === undefined ? scene.nodes[0] : next(scene, from, direction);
    if (found) app.openNode(found.id, { keepFocus: true });
  }

  function zoom(app, factor) {
    const camera = app.drawer.camera();
    app.drawer.move({ ...camera, k: Math.min(20, Math.max(0.005, camera.k * factor)) }, true);
    setTimeout(() => app.moved(), 400);
  }

  function onPicture(app, event) {
    const key = event.key;
    const node = app.data.byKey.get(app.state.selected);
    const act = {
      "+": () => zoom(app, 1.4), "=": () => zoom(app, 1.4), "-": () => zoom(app, 1 / 1.4), 0: () => app.fit(true),
      Enter: () => {
        const group = app.drawer.scene().overview && app.drawer.scene().nodes.find((one) => one.selected);
        if (group) { GG.overview.unfold(app, group.id); return; }
        const panel = document.getElementById("panel"); if (!panel.hidden) panel.focus();
      },
      f: () => node !== undefined && app.change({ focus: app.state.selected, steps: app.state.focus === app.state.selected ? (app.state.steps % 3) + 1 : 1, camera: null }),
      h: () => node !== undefined && app.change({ hidden: [...app.state.hidden, app.state.selected], selected: "" }),
      p: () => node !== undefined && app.pin(node, !app.pinned(app.state.selected)),
    }[key.length === 1 ? key.toLowerCase() : key];
    if (TURN[key]) walk(app, TURN[key]);
    else if (act) act();
    else return;
    event.preventDefault();
  }

  function everywhere(app, event) {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName || "");
    if (event.key === "Escape" && !typing && !document.getElementById("dialog").open) {
      if (app.state.pathFrom) app.change({ pathFrom: "", pathTo: "", camera: null });
      else if (app.state.selected) app.change({ selected: "" });
      else if (app.state.focus) app.change({ focus: "", camera: null });
      document.getElementById("net").focus();
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      document.getElementById("find").focus();
    } else if (event.key === "?" && !typing) GG.help.open();
  }

  function start(app) {
    document.getElementById("net").addEventListener("keydown", (event) => { if (!event.ctrlKey && !event.metaKey && !event.altKey) onPicture(app, event); });
    document.addEventListener("keydown", (event) => everywhere(app, event));
  }

  return { start, zoom };
})();

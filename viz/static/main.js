// Brings the parts together: a change of the state goes through here, and everything is shown anew from it.
(async () => {
  const { text } = GG;
  const $ = (id) => document.getElementById(id);
  const app = { base: null, data: null, query: "", state: null, seen: null, drawer: null };
  GG.app = app;

  function drawerFor(scene) {
    const large = typeof ForceGraph !== "undefined" && scene.nodes.length > app.data.limits.drawn;
    const name = large ? "force-graph" : "vis-network";
    if (app.drawer && app.drawer.name === name) return;
    if (app.drawer) app.drawer.destroy();
    const on = { node: clicked, open: (id) => typeof id === "number" && app.change({ focus: app.data.nodes[id].key, steps: 1, camera: null }), link: (id) => typeof id === "number" && app.change({ selected: app.keyOfLink(id) }), empty, hover: (at) => GG.bar.tip(app, at), dragged: (id, x, y) => typeof id === "number" && app.pin(id, true, [x, y]), moved: () => app.moved() };
    app.drawer = large ? GG.drawForce($("net"), on) : GG.drawVis($("net"), app.data.options, on, scene);
  }

  app.keyOfLink = (id) => `${app.data.nodes[app.data.edges[id].from].key}>${app.data.nodes[app.data.edges[id].to].key}`;
  app.linkOf = (key) => {
    const [a, b] = key.split(">").map((one) => app.data.byKey.get(one));
    return a === undefined || b === undefined ? undefined : (app.data.near[a].find(([other]) => other === b) || [])[1];
  };

  function clicked(id) {
    if (typeof id === "string") { GG.overview.unfold(app, id); return; }
    chosen(app.data.nodes[id].key);
  }

  function chosen(key) {
    if (app.state.pathFrom && !app.state.pathTo && app.state.pathFrom !== key) app.change({ pathTo: key, selected: "", camera: null });
    else app.change({ selected: key });
  }

  function empty() {
    if (app.state.selected) app.change({ selected: "" });
  }

  app.select = (key) => app.goTo(key);
  app.openNode = (id, { keepFocus } = {}) => {
    if (typeof id === "string") { GG.overview.unfold(app, id); return; }
    app.change({ selected: app.data.nodes[id].key });
    const node = app.data.nodes[id];
    $("said").textContent = text.t("nodeSaid", node.label, text.of(app.data.classes[node.type]), app.data.near[id].length);
    bring(id);
    if (keepFocus) $("net").focus();
  };

  // Selects a node wherever it is: filters that hide it are lifted, the picture moves to it.
  app.goTo = (key) => {
    const id = app.data.byKey.get(key);
    if (app.state.pathFrom && !app.state.pathTo) { chosen(key); return; }
    if (id === undefined) { app.change({ focus: key, steps: 1, selected: key, pathFrom: "", pathTo: "", camera: null }); return; }
    const lifted = app.seen.nodes[id] ? {} : { offTypes: [], themes: [], region: "", paper: "", from: "", to: "", focus: "", pathFrom: "", pathTo: "", signers: app.state.signers || Boolean(app.data.nodes[id].signer), lone: true, hidden: app.state.hidden.filter((one) => one !== key) };
    app.change({ ...lifted, selected: key });
    bring(id);
  };

  // The free part of the picture: what the panel does not cover.
  function room() {
    const net = $("net").getBoundingClientRect();
    const panel = $("panel").hidden ? null : $("panel").getBoundingClientRect();
    const below = panel && panel.width > net.width * 0.8;
    return { width: net.width, height: net.height, top: $("crumbs").hidden ? 0 : $("crumbs").getBoundingClientRect().bottom - net.top, right: panel && !below ? Math.max(0, net.right - panel.left) : 0, bottom: below ? Math.max(0, net.bottom - panel.top) : 0 };
  }

  GG.labels.covered = () => room().right;

  function bring(id) {
    const node = app.drawer.scene().nodes.find((one) => one.id === id);
    if (!node) return;
    const camera = app.drawer.camera();
    const free = room();
    const centre = { x: camera.x - free.right / 2 / camera.k, y: camera.y - (free.bottom - free.top) / 2 / camera.k };
    const inside = Math.abs(node.x - centre.x) * camera.k < (free.width - free.right) * 0.42 && Math.abs(node.y - centre.y) * camera.k < (free.height - free.bottom - free.top) * 0.42;
    if (inside && camera.k > 0.4) return;
    app.drawer.move(GG.scene.shifted({ x: node.x, y: node.y, k: Math.max(camera.k, 0.8) }, free), true);
    setTimeout(() => app.moved(), 450);
  }

  app.pinned = (key) => GG.scene.pinKey(app.data, app.state, key) in app.state.pins;
  app.pin = (id, on, at) => {
    const pins = { ...app.state.pins };
    const node = app.drawer.scene().nodes.find((one) => one.id === id);
    const key = GG.scene.pinKey(app.data, app.state, app.data.nodes[id].key);
    if (on && (at || node)) pins[key] = at || [node.x, node.y];
    else delete pins[key];
    app.change({ pins });
  };

  let saving = 0;
  app.moved = () => {
    GG.bar.tip(app, null);
    app.state.camera = app.drawer.camera();
    clearTimeout(saving);
    saving = setTimeout(() => GG.state.store(app.state, false), 200);
  };

  app.fit = (animate, only) => {
    const nodes = app.drawer.scene().nodes.filter((node) => !only || only.includes(node.id));
    app.drawer.move(GG.scene.cameraFor(nodes, room()), animate);
    setTimeout(() => app.moved(), animate ? 450 : 0);
  };

  app.change = (patch) => {
    clearTimeout(saving);
    const before = app.state;
    const next = { ...before, ...patch };
    const changed = (...names) => names.some((name) => String(next[name]) !== String(before[name]));
    if (changed("focus", "steps", "pathFrom", "pathTo", "region", "themes", "everything") && !("page" in patch)) next.page = 1;
    if (changed("focus", "steps", "pathFrom", "pathTo", "region", "page")) next.pins = Object.fromEntries(Object.entries(next.pins).filter(([key]) => !key.startsWith("@")));
    if (GG.parts.offline && GG.parts.query(app, next)) { GG.parts.explain(app, next); return; }
    app.state = next;
    app.update();
    GG.state.store(app.state, true);
  };

  // Shows the state; what of a large network the page has not got is fetched first.
  let turn = 0;
  app.update = async () => {
    const asked = GG.parts.query(app, app.state);
    const mine = ++turn;
    if (asked !== app.query) {
      $("status").textContent = text.t("loading");
      try {
        const data = await GG.parts.load(app, asked);
        if (mine !== turn) return; // something else was asked for meanwhile
        [app.data, app.query] = [data, asked];
      } catch (error) {
        if (mine !== turn) return;
        if (!app.drawer) app.show(); // a link to what is not there: the overview is
        $("status").textContent = text.t("notRead", String(error.message || error));
        return;
      }
    }
    app.show();
  };

  app.show = () => {
    const { data, state } = app;
    text.language = state.language;
    document.documentElement.lang = state.language === "en" ? "en" : "zh-Hans";
    document.documentElement.dataset.mode = state.mode;
    app.seen = GG.filters.apply(data, state);
    const scene = GG.overview.wanted(app, app.seen) ? GG.overview.build(app, app.seen) : GG.scene.build(data, app.seen, state);
    GG.bar.words(app, scene);
    GG.controls.refresh(app);
    GG.details.refresh(app);
    drawerFor(scene); // after the words: its place has its final size only then
    app.drawer.show(scene);
    GG.bar.crumbs(app); // before the picture is fitted into the room they leave
    if (state.camera) app.drawer.move(state.camera, false);
    else app.fit(false);
  };

  app.isDark = () => (app.state.mode ? app.state.mode === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

  function restore() {
    const { language, mode } = app.state;
    app.state = GG.state.fromHash(location.hash);
    possible(app.state);
    if (!location.hash) Object.assign(app.state, { language, mode });
    return app.update();
  }

  // A link into a part that the file cannot show opens what it can.
  function possible(state) {
    if (GG.parts.offline && GG.parts.query(app, state)) Object.assign(state, { focus: "", pathFrom: "", pathTo: "", region: "", themes: [], everything: false, selected: "", camera: null });
  }

  try {
    app.base = GG.data.index(await GG.data.read());
    app.data = app.base;
  } catch (error) {
    $("status").textContent = String(error.message || error);
    throw error;
  }
  app.state = GG.state.fromHash(location.hash);
  possible(app.state);
  await app.update();
  GG.search.start(app);
  GG.keys.start(app);
  // For pages that embed this one, and for tests: where a node is on the screen, and a way to it.
  window.gonghui = {
    where(key) {
      const at = app.drawer.screen(app.data.byKey.get(key) ?? key);
      const box = $("net").getBoundingClientRect();
      return at && { x: at.x + box.left, y: at.y + box.top };
    },
    goTo: (key) => app.goTo(key), renderer: () => app.drawer.name, labels: () => app.drawer.labels().map((label) => ({ ...label, width: GG.labels.measure(label.text, parseInt(label.font, 10), label.size) })),
  };
  window.addEventListener("popstate", restore);
  window.addEventListener("resize", () => app.drawer.redraw());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => app.show());
  $("menu").addEventListener("click", () => {
    if (document.body.classList.contains("open-side")) { GG.bar.closeMenu(); return; }
    document.body.classList.add("open-side");
    $("menu").setAttribute("aria-expanded", "true");
  });
  if (/^#?([lv]=[^&]*&?)*$/.test(location.hash)) GG.help.first(); // no more than a language and a place
  document.documentElement.dataset.ready = "1";
})();

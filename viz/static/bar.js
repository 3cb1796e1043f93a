// The words around the picture: top bar, status, source line, what is in focus, the hint under the pointer.
GG.bar = (() => {
  const { h, button, text } = GG;
  const $ = (id) => document.getElementById(id);

  function words(app, scene) {
    for (const element of document.querySelectorAll("[data-t]")) element.textContent = text.t(element.dataset.t);
    for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", text.t(element.dataset.tLabel));
    for (const element of document.querySelectorAll("[data-t-hint]")) element.setAttribute("placeholder", text.t(element.dataset.tHint));
    $("title").textContent = app.data.title;
    $("net").setAttribute("aria-label", text.t("picture"));
    const shown = app.seen.nodes.reduce((n, one) => n + (one ? 1 : 0), 0);
    $("status").textContent = scene.nodes.length ? text.t("shown", shown, app.data.nodes.length, scene.links.length) : `${text.t("empty")}。${text.t("emptyHint")}`;
    $("source").textContent = `${text.t("source")}: ${sourceLine(app)}`;
    tools(app);
  }

  const sourceLine = (app) => {
    const papers = [...new Set(app.data.pages.map((page) => page[1]).filter(Boolean))];
    const named = papers.length ? `(${papers.slice(0, 4).join("、")}${papers.length > 4 ? "…" : ""})` : "";
    return text.t("sourceLine", app.data.pages.length, named);
  };

  function tools(app) {
    const dark = app.isDark();
    $("tools").replaceChildren(
      button("↶", () => history.back(), { title: text.t("undo"), "aria-label": text.t("undo"), class: "icon wideonly" }),
      button(text.t("matrix"), () => GG.overview.matrix(app), { class: "wideonly" }), button(text.t("list"), () => GG.details.list(app), { class: "wideonly" }), button(text.t("share"), () => GG.share.open(app)), button(text.t("help"), () => GG.help.open()),
      button(dark ? "☀" : "☾", () => app.change({ mode: dark ? "light" : "dark" }), { title: text.t(dark ? "light" : "dark"), "aria-label": text.t(dark ? "light" : "dark"), class: "icon" }),
      button(text.t("language"), () => app.change({ language: app.state.language === "zh" ? "en" : "zh" }), { lang: app.state.language === "zh" ? "en" : "zh" }));
    $("zoom").replaceChildren(
      button("+", () => GG.keys.zoom(app, 1.4), { "aria-label": text.t("zoomIn"), title: text.t("zoomIn") }), button("−", () => GG.keys.zoom(app, 1 / 1.4), { "aria-label": text.t("zoomOut"), title: text.t("zoomOut") }),
      button("⤢", () => app.fit(true), { "aria-label": text.t("fit"), title: text.t("fit") }));
  }

  function crumbs(app) {
    const { state, data } = app;
    const name = (key) => (data.byKey.has(key) ? data.nodes[data.byKey.get(key)].label : "");
    const line = [];
    const overview = app.drawer.scene().overview;
    if (overview) line.push(text.t("overviewHint"), " ");
    if (state.pathFrom && !state.pathTo) line.push(text.t("pathFrom", name(state.pathFrom)));
    if (state.pathFrom && state.pathTo) line.push(app.seen.path && app.seen.path.links.length ? text.t("pathOf", name(state.pathFrom), name(state.pathTo), app.seen.path.links.length) : text.t("pathNone"));
    else if (state.focus) line.push(text.t("focusOn", name(state.focus)), " ", [1, 2, 3].map((steps) => button(text.t("steps", steps), () => app.change({ steps, camera: null }), { "aria-pressed": String(state.steps === steps) })));
    $("crumbs").hidden = !line.length;
    if (overview) $("crumbs").replaceChildren(...line, button(text.t("drawAll"), () => app.change({ everything: true, camera: null })));
    else if (line.length) $("crumbs").replaceChildren(...line.flat(), button(text.t(state.pathFrom ? "cancel" : "unfocus"), () => app.change({ focus: "", pathFrom: "", pathTo: "", camera: null })));
  }

  function tip(app, hover) {
    const box = $("tip");
    box.hidden = !hover;
    $("net").classList.toggle("over", Boolean(hover));
    if (!hover) return;
    const { data } = app;
    if (typeof (hover.node ?? hover.link) === "string") {
      const node = app.drawer.scene().nodes.find((one) => one.id === hover.node);
      const link = app.drawer.scene().links.find((one) => one.id === hover.link);
      if (node) box.replaceChildren(h("strong", null, node.label), h("span", null, GG.overview.inside(app, node)));
      else box.replaceChildren(h("span", null, `${text.t("facts")} ${link.weight}`));
    } else if (hover.node !== undefined) {
      const node = data.nodes[hover.node];
      box.replaceChildren(h("strong", null, node.label), h("span", null, [text.of(data.classes[node.type]), data.regions[node.region]].filter(Boolean).join(" · ")));
    } else {
      const facts = data.edges[hover.link].facts.filter((fact) => app.seen.facts[fact]).slice(0, 4);
      box.replaceChildren(...facts.map((fact) => {
        const [head, relation, tail, label] = data.facts[fact];
        return h("span", null, `${data.nodes[head].label} → ${text.of(data.relations[relation])}${label ? `“${label}”` : ""} → ${data.nodes[tail].label}`);
      }));
    }
    const room = $("net").clientWidth - 280;
    box.style.left = `${Math.min(hover.at.x + 14, Math.max(room, 0))}px`;
    box.style.top = `${hover.at.y + 14}px`;
  }

  return { words, crumbs, tip, sourceLine };
})();

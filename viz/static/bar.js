// The words around the picture: top bar, status, source line, what is in focus, the hint under the pointer.
GG.bar = (() => {
  const { h, button, text } = GG;
  const $ = (id) => document.getElementById(id);

  function words(app, scene) {
    for (const element of document.querySelectorAll("[data-t]")) element.textContent = text.t(element.dataset.t);
    for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", text.t(element.dataset.tLabel));
    for (const element of document.querySelectorAll("[data-t-hint]")) element.setAttribute("placeholder", text.t(element.dataset.tHint));
    $("title").textContent = text.own("site", app.data.title);
    $("net").setAttribute("aria-label", text.t("picture"));
    $("status").textContent = scene.nodes.length ? counts(app, scene) : `${text.t("empty")}。${text.t("emptyHint")}`;
    $("source").textContent = `${text.t("source")}: ${sourceLine(app)}`;
    tools(app);
  }

  function counts(app, scene) {
    const shown = app.seen.nodes.reduce((n, one) => n + (one ? 1 : 0), 0);
    if (!GG.parts.isLarge(app)) return text.t("shown", shown, app.data.nodes.length, scene.links.length, relations(app, scene));
    const { nodes } = app.base.overview;
    if (scene.overview) return text.t("merged", scene.nodes.reduce((n, node) => n + [...node.types.values()].reduce((a, b) => a + b, 0), 0), nodes, scene.nodes.length);
    return text.t("shownPart", shown, scene.links.length, nodes);
  }

  // A line between two nodes stands for all relations between them.
  const relations = (app, scene) => scene.links.reduce((n, link) => n + app.data.edges[link.id].facts.filter((fact) => app.seen.facts[fact]).length, 0);

  const sourceLine = (app) => {
    const whole = GG.parts.isLarge(app) ? app.base.overview : null;
    const papers = whole ? whole.papers : [...new Set(app.data.pages.map((page) => page[1]).filter(Boolean))];
    const named = papers.length ? `(${papers.slice(0, 4).join("、")}${papers.length > 4 ? "…" : ""})` : "";
    return text.t("sourceLine", whole ? whole.pages : app.data.pages.length, named);
  };

  // What the network can be seen as beside the picture.
  const views = (app, name) => [
    button(text.t("matrix"), () => GG.crosstab.open(app), { class: name }), button(text.t("list"), () => GG.details.list(app), { class: name }),
  ];

  // On a phone the top bar has no room for these: they open the menu.
  const ways = (app) => h("div", { class: "actions phone", onclick: () => closeMenu() }, views(app), button(text.t("undo"), () => history.back()));

  function closeMenu() {
    document.body.classList.remove("open-side");
    $("menu").setAttribute("aria-expanded", "false");
  }

  function tools(app) {
    const dark = app.isDark();
    $("tools").replaceChildren(...[
      button("↶", () => history.back(), { title: text.t("undo"), "aria-label": text.t("undo"), class: "icon wideonly" }),
      views(app, "wideonly"), button(text.t("share"), () => GG.share.open(app)), button(text.t("help"), () => GG.help.open()),
      button(dark ? "☀" : "☾", () => app.change({ mode: dark ? "light" : "dark" }), { title: text.t(dark ? "light" : "dark"), "aria-label": text.t(dark ? "light" : "dark"), class: "icon" }),
      button(text.t("language"), () => app.change({ language: app.state.language === "zh" ? "en" : "zh" }), { lang: app.state.language === "zh" ? "en" : "zh" })].flat());
    $("zoom").replaceChildren(
      button("+", () => GG.keys.zoom(app, 1.4), { "aria-label": text.t("zoomIn"), title: text.t("zoomIn") }), button("−", () => GG.keys.zoom(app, 1 / 1.4), { "aria-label": text.t("zoomOut"), title: text.t("zoomOut") }),
      button("⤢", () => app.fit(true), { "aria-label": text.t("fit"), title: text.t("fit") }));
  }

  // The regions that the one shown lies in, as a way back up.
  function trail(app) {
    const { state, data } = app;
    const [of, whole] = [state.region.replace(/=$/, ""), state.region];
    const above = [];
    for (let code = whole === "none" ? "" : of; code; code = GG.data.parent(code, data.regions)) if (code !== whole) above.unshift(code);
    const go = (region) => app.change({ region, everything: false, camera: null });
    return [button(text.t("all"), () => go(""), { class: "quiet" }), above.map((code) => [" › ", button(data.regions[code], () => go(code), { class: "quiet" })]), " › ", h("strong", null, GG.overview.place(data, whole))];
  }

  // Which nodes of how many a part of a large network shows, and the way to the others.
  function pager(app) {
    const { page, size, total } = app.data.part;
    if (total <= size) return [];
    const turn = (to) => app.change({ page: to, camera: null });
    return [h("span", null, text.t("ofMany", (page - 1) * size + 1, Math.min(page * size, total), total)), page > 1 && button(text.t("before"), () => turn(page - 1)), page * size < total && button(text.t("after"), () => turn(page + 1))];
  }

  function pathLine(app, name) {
    const { state } = app;
    if (!state.pathTo) return text.t("pathFrom", name(state.pathFrom));
    const { path } = app.seen;
    return path && path.links.length ? text.t("pathOf", name(state.pathFrom), name(state.pathTo), path.links.length) : text.t("pathNone");
  }

  function crumbs(app) {
    const { state, data } = app;
    const name = (key) => (data.byKey.has(key) ? data.nodes[data.byKey.get(key)].label : "");
    const large = data.limits.drawn < data.nodes.length || GG.parts.isLarge(app);
    const focused = state.focus || state.pathFrom;
    const overview = app.drawer.scene().overview;
    const line = [];
    if (large && state.region && !focused) line.push(...trail(app));
    if (overview && !state.region) line.push(text.t(GG.parts.isLarge(app) && GG.parts.offline ? "overviewFile" : "overviewHint"));
    if (state.pathFrom) line.push(pathLine(app, name));
    else if (state.focus) line.push(text.t("focusOn", name(state.focus)), " ", [1, 2, 3].map((steps) => button(text.steps(steps), () => app.change({ steps, camera: null }), { "aria-pressed": String(state.steps === steps) })));
    if (data.part) line.push(...pager(app));
    if (focused) line.push(button(text.t(state.pathFrom ? "cancel" : "unfocus"), () => app.change({ focus: "", pathFrom: "", pathTo: "", camera: null })));
    else if (overview && !GG.parts.isLarge(app)) line.push(button(text.t("drawAll"), () => app.change({ everything: true, camera: null })));
    else if (overview && !GG.parts.offline) line.push(button(text.t("drawFirst", app.base.limits.part), () => app.change({ everything: true, camera: null })));
    $("crumbs").hidden = !line.length;
    $("crumbs").replaceChildren(...line.flat(3).filter(Boolean));
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

  return { words, crumbs, tip, sourceLine, ways, closeMenu };
})();

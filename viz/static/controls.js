// The filters on the left, the legend among them.
GG.controls = (() => {
  const { h, button, text } = GG;
  const OPEN = ["legend", "themes", "regions"]; // boxes that are open at first

  function count(items) {
    const counts = new Map();
    for (const item of items) counts.set(item, (counts.get(item) || 0) + 1);
    return counts;
  }

  const opened = new Map(); // box -> whether the reader has it open

  // What is in a box is made when it is opened: most stay closed, and every change makes them anew.
  function box(id, title, fill) {
    const open = opened.get(id) ?? OPEN.includes(id);
    let full = open;
    const complete = () => { if (!full) { full = true; made.append(...[fill()].flat(3).filter(Boolean)); } };
    const made = h("details", { class: "box", open, "data-id": id }, h("summary", { onclick: complete }, title), open && fill());
    made.addEventListener("toggle", () => {
      opened.set(id, made.open);
      if (made.open) complete(); // opened by a search in the page
    });
    return made;
  }

  const toggled = (list, item) => (list.includes(item) ? list.filter((other) => other !== item) : [...list, item]);

  // kind, theme, region -> how many nodes: of the page's nodes, or of all that a large network's file knows from above.
  function totals(app) {
    const { data } = app;
    const whole = GG.parts.above(app, "");
    if (!whole) return { types: count(data.nodes.map((node) => node.type)), themes: count(data.nodes.flatMap((node) => node.themes || [])), regions: homes(data) };
    const found = { types: new Map(), themes: new Map(), regions: new Map() };
    const add = (map, entries) => entries.forEach(([key, n]) => map.set(key, (map.get(key) || 0) + n));
    whole.groups.forEach(([, , , types, themes]) => { add(found.types, Object.entries(types)); add(found.themes, Object.entries(themes)); });
    for (const { groups } of Object.values(app.base.overview.regions)) {
      groups.forEach((group) => { if (data.regions[group[0]]) found.regions.set(group[0], GG.parts.size({ themes: [], offTypes: [] }, group)); });
    }
    return found;
  }

  // A region counts its subregions' nodes, too.
  function homes(data) {
    const counts = new Map();
    for (const home of data.home) {
      for (let code = home; code; code = GG.data.parent(code, data.regions)) if (data.regions[code]) counts.set(code, (counts.get(code) || 0) + 1);
    }
    return counts;
  }

  // Who only signs, and what has no relation at all: neither says much in a network.
  function apart(app) {
    const { data, state } = app;
    const one = (name, n) => {
      const input = h("input", { type: "checkbox", onchange: () => app.change({ [name]: input.checked }) });
      input.checked = state[name];
      return n > 0 && h("label", { class: "check", title: text.t(`${name}Hint`) }, input, h("span", null, text.t(name)), h("span", { class: "n" }, String(n)));
    };
    return [one("signers", signers(data).length), one("lone", data.nodes.filter((node, i) => !node.signer && !data.near[i].length).length)];
  }

  const signers = (data) => data.nodes.filter((node) => node.signer);

  function legend(app, all) {
    const left = app.state.signers || GG.parts.isLarge(app) ? new Map() : count(signers(app.data).map((node) => node.type));
    const counts = new Map([...all].map(([name, n]) => [name, n - (left.get(name) || 0)]));
    const kinds = Object.entries(app.data.classes).filter(([name]) => all.get(name));
    const items = kinds.map(([name, type]) => h("li", null, button(
      [GG.shapes.icon(type.shape, type.colour, 18), h("span", null, text.of(type)), h("span", { class: "n" }, String(counts.get(name)))],
      () => app.change({ offTypes: toggled(app.state.offTypes, name) }),
      { "aria-pressed": String(!app.state.offTypes.includes(name)), title: text.language === "zh" ? type.note_zh : type.note_en, class: "entry" })));
    return [h("p", { class: "note" }, text.t("typesHint")), h("ul", { class: "plain legend" }, items), apart(app)];
  }

  function choices(app, name, entries, label, on, flip) {
    return h("ul", { class: "plain" }, entries.map(([id, n]) => {
      const input = h("input", { type: "checkbox", onchange: () => app.change(flip(id)) });
      input.checked = on(id);
      return h("li", null, h("label", { class: "check" }, input, h("span", null, label(id)), h("span", { class: "n" }, String(n))));
    }));
  }

  function relations(app) {
    const counts = [...count(app.data.facts.map((fact) => fact[1]))].sort((a, b) => b[1] - a[1]);
    return choices(app, "relation", counts, (id) => text.of(app.data.relations[id]), (id) => !app.state.offRelations.includes(id),
      (id) => ({ offRelations: toggled(app.state.offRelations, id) }));
  }

  function themes(app, found) {
    const counts = [...found].sort((a, b) => b[1] - a[1] || GG.data.compare(a[0], b[0]));
    return choices(app, "theme", counts, (id) => text.of(app.data.themes[id]) || id, (id) => app.state.themes.includes(id),
      (id) => ({ themes: toggled(app.state.themes, id) }));
  }

  // Regions that occur, in a tree by code.
  function regions(app, counts) {
    const children = new Map();
    const up = (code) => { const above = GG.data.parent(code, app.data.regions); return !above || counts.has(above) ? above : up(above); };
    for (const code of [...counts.keys()].sort()) GG.data.push(children, up(code), code);
    const select = h("select", { "aria-label": text.t("regions"), onchange: () => app.change({ region: select.value, camera: null }) }, h("option", { value: "" }, text.t("all")));
    const add = (code, depth) => {
      select.append(h("option", { value: code }, `${"\u2003".repeat(depth)}${app.data.regions[code]} (${counts.get(code)})`));
      (children.get(code) || []).forEach((child) => add(child, depth + 1));
    };
    (children.get("") || []).forEach((code) => add(code, 0));
    if (app.state.region && !counts.has(app.state.region)) select.append(h("option", { value: app.state.region }, GG.overview.place(app.data, app.state.region)));
    select.value = app.state.region;
    return select;
  }

  function papers(app) {
    const { data, state } = app;
    const names = [...new Set(data.pages.map((page) => page[1]).filter(Boolean))].sort();
    const dates = data.pages.map((page) => page[2]).filter(Boolean).sort();
    const paper = h("select", { "aria-label": text.t("papers"), onchange: () => app.change({ paper: paper.value }) }, h("option", { value: "" }, text.t("anyPaper")), names.map((name) => h("option", { value: name }, name)));
    paper.value = state.paper;
    const day = (field) => h("input", { type: "text", inputmode: "numeric", placeholder: field === "from" ? dates[0] : dates[dates.length - 1], value: state[field], pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?", "aria-label": text.t(field), onchange: (event) => app.change({ [field]: event.target.value.trim() }) });
    const undated = h("input", { type: "checkbox", onchange: () => app.change({ undated: undated.checked }) });
    undated.checked = state.undated;
    return [names.length > 0 && paper, dates.length > 0 && h("div", { class: "dates" }, h("label", null, text.t("from"), day("from")), h("label", null, text.t("to"), day("to"))),
      dates.length > 0 && dates.length < data.pages.length && h("label", { class: "check" }, undated, h("span", null, text.t("undated")))];
  }

  function confidence(app) {
    const shown = h("output", null, app.state.confidence.toFixed(2));
    const slider = h("input", { type: "range", min: 0, max: 1, step: 0.05, value: app.state.confidence, "aria-label": text.t("confidence"), oninput: () => { shown.textContent = (+slider.value).toFixed(2); }, onchange: () => app.change({ confidence: +slider.value }) });
    return [h("label", { class: "range" }, text.t("confidenceMin"), slider, shown), h("p", { class: "note" }, text.t("confidenceNote"))];
  }

  function active(state) {
    return state.offTypes.length || state.offRelations.length || state.themes.length || state.hidden.length || state.region || state.paper || state.from || state.to || state.confidence || !state.undated || state.signers || !state.lone || Object.keys(state.pins).length;
  }

  function resets(app) {
    const { state } = app;
    const cleared = { offTypes: [], offRelations: [], themes: [], region: "", paper: "", from: "", to: "", undated: true, signers: false, lone: true, confidence: 0 };
    const pins = Object.keys(state.pins).length;
    return h("div", { class: "resets" },
      state.hidden.length > 0 && h("p", null, text.t("hidden", state.hidden.length), " ", button(text.t("showHidden"), () => app.change({ hidden: [] }), { class: "quiet" })),
      pins > 0 && h("p", null, text.t("pinned", pins), " ", button(text.t("resetPins"), () => app.change({ pins: {} }), { class: "quiet" })),
      active({ ...state, hidden: [], pins: {} }) ? button(text.t("reset"), () => app.change(cleared), { class: "wide" }) : null);
  }

  function boxes(app) {
    const { data } = app;
    data.totals ||= totals(app);
    const { types, themes: chosen, regions: places } = data.totals;
    return [
      box("legend", text.t("types"), () => legend(app, types)),
      chosen.size > 0 && box("themes", text.t("themes"), () => themes(app, chosen)),
      places.size > 0 && box("regions", `${text.t("regions")}(${text.t("withinRegion")})`, () => regions(app, places)),
      data.facts.length > 0 && box("relations", text.t("relations"), () => relations(app)),
      data.pages.some((page) => page[1] || page[2]) && box("papers", text.t("papers"), () => papers(app)),
      data.facts.some((fact) => fact[4] !== null) && box("confidence", text.t("confidence"), () => confidence(app)),
    ].filter(Boolean);
  }

  // Rebuilt after every change; which boxes are open, the focus and the scroll stay.
  function refresh(app) {
    const side = document.getElementById("side");
    const focused = document.activeElement && side.contains(document.activeElement) ? [...side.querySelectorAll("button,input,select,summary")].indexOf(document.activeElement) : -1;
    const top = side.scrollTop;
    side.replaceChildren(h("h2", { class: "phone" }, text.t("filters")), GG.bar.ways(app), ...boxes(app), ...[resets(app)].filter(Boolean));
    if (focused >= 0) [...side.querySelectorAll("button,input,select,summary")][focused]?.focus();
    if (top) side.scrollTop = top;
  }

  return { refresh, count };
})();

// The panel on the right: what is known about a node or a link, and the words it rests on.
GG.details = (() => {
  const { h, button, text } = GG;
  const MANY = 12;
  const AFTER = /^(余|多|左右|上下|以上|以下|以内|不等)$/; // qualifiers that stand behind the number
  const panel = () => document.getElementById("panel");

  function chip(app, id) {
    const node = app.data.nodes[id];
    const mark = GG.shapes.icon(node.shape, node.color, 14);
    return button([mark, h("span", null, node.label)], () => app.select(node.key), { class: "chip" });
  }

  // `from`: the node whose facts are listed (its group's title says the verb); undefined for the facts of a link.
  function factLine(app, index, from) {
    const { data } = app;
    const [head, relation, tail, label, confidence, places] = data.facts[index];
    const type = data.relations[relation];
    const other = head === from ? tail : head;
    const ends = from === undefined ? [chip(app, head), h("span", { class: "verb" }, text.of(type)), chip(app, tail)] : chip(app, other);
    return h("li", { class: app.seen.facts[index] ? null : "off" },
      h("div", { class: "fact" }, ends, label && h("span", { class: "as", lang: "zh" }, `“${label}”`)), GG.quotes.fold(data, places, confidence));
  }

  function long(items, make, limit = MANY) {
    const list = h("ul", { class: "plain" }, items.slice(0, limit).map(make));
    if (items.length <= limit) return list;
    const more = button(`${text.t("more")} (${items.length - limit})`, () => { list.append(...items.slice(limit).map(make)); more.remove(); }, { class: "quiet" });
    return [list, more];
  }

  function section(title, ...content) {
    return content.flat().some(Boolean) ? h("section", null, h("h3", null, title), content) : null;
  }

  function facts(app, id) {
    const groups = new Map();
    for (const index of app.data.factsOf[id]) {
      const fact = app.data.facts[index];
      GG.data.push(groups, `${fact[1]} ${fact[0] === id ? 1 : 2}`, index);
    }
    const order = Object.keys(app.data.relations);
    const sorted = [...groups].sort(([a], [b]) => order.indexOf(a.split(" ")[0]) - order.indexOf(b.split(" ")[0]) || GG.data.compare(a, b));
    return sorted.map(([key, list]) => {
      const [relation, side] = key.split(" ");
      const type = app.data.relations[relation];
      const name = side === "1" ? text.of(type) : text.language === "zh" ? type.inverse_zh : type.inverse_en;
      return section(`${name} · ${list.length}`, long(list, (index) => factLine(app, index, id)));
    });
  }

  // Figures of others in the sentences that name the node or that its facts rest on.
  function beside(app, id) {
    const { data } = app;
    const own = [...(data.nodes[id].seen || []), ...data.factsOf[id].flatMap((fact) => data.facts[fact][5])];
    const within = ([passage, start, end]) => own.some((place) => place[0] === passage && place[1] < end && start < place[2]);
    return data.nodes[id].type === "Initiative" ? data.figures.filter((figure) => figure[0] !== id && within(figure[8])) : [];
  }

  function figureLine(app, [subject, measure, figure, qualifier, period, , , confidence, place], named) {
    return h("li", null, h("div", { class: "fact" }, named && chip(app, subject), h("span", { lang: "zh" }, [period, measure].filter(Boolean).join(" · ")), h("strong", { lang: "zh" }, AFTER.test(qualifier) ? `${figure}(${qualifier})` : `${qualifier}${figure}`)),
      GG.quotes.fold(app.data, [place], confidence));
  }

  function similar(app, id) {
    const list = (app.data.similarOf.get(id) || []).slice().sort((a, b) => b[1] - a[1]);
    const outside = app.data.elsewhereOf.get(id) || [];
    if (app.data.nodes[id].type !== "Initiative" || !(app.data.similar.length || app.data.elsewhere.length)) return null;
    return section(text.t("similar"), list.length > 0 && h("p", { class: "note" }, text.t("similarDashes"), " ", button(text.t("similarShow"), () => app.fit(true, [id, ...list.slice(0, 6).map(([other]) => other)]), { class: "quiet" })), list.length ? long(list, ([other, score, why, english]) => {
      const region = app.data.regions[app.data.nodes[other].region];
      return h("li", null, h("div", { class: "fact" }, chip(app, other), region && h("span", { class: "where" }, region), h("span", { class: "score" }, score.toFixed(2))), reason(why, english));
    }, 6) : !outside.length && h("p", { class: "note" }, text.t("similarNone")), outside.length > 0 && [h("p", { class: "note" }, text.t("elsewhereNote")), long(outside, (other) => far(app, other), 6)]);
  }

  // An initiative that the picture does not hold: a part of a large network can go to it, a file of a part only names it.
  function far(app, [key, name, region, score, why, english]) {
    const named = h("span", { lang: "zh" }, name);
    return h("li", null, h("div", { class: "fact" }, app.data.part ? button(named, () => app.goTo(key), { class: "chip" }) : named, h("span", { class: "where" }, app.data.regions[region] || ""), h("span", { class: "score" }, score.toFixed(2))), reason(why, english));
  }

  const reason = (why, english) => why && h("p", { class: "why", lang: text.language === "en" && english ? "en" : "zh" }, (text.language === "en" && english) || why);

  // What lies in a region and its subregions: kinds, themes, initiatives.
  function profile(app, node) {
    if (node.type !== "Region" || !node.adcode) return null;
    const { data } = app;
    const inside = data.nodes.filter((other) => other.type !== "Region" && GG.data.within(data.home[other.id], node.adcode));
    const initiatives = inside.filter((other) => other.type === "Initiative");
    const counts = new Map();
    initiatives.forEach((other) => (other.themes || []).forEach((theme) => counts.set(theme, (counts.get(theme) || 0) + 1)));
    const most = [...counts].sort((a, b) => b[1] - a[1] || GG.data.compare(a[0], b[0])).slice(0, 8);
    const bodies = inside.filter((other) => ["Union", "Company", "Organization"].includes(other.type));
    return section(text.t("profile"), h("p", { class: "note" }, `${text.t("initiatives", initiatives.length)} · ${text.t("bodies", bodies.length)}(${text.t("withinRegion")})`),
      most.length && h("ul", { class: "bars" }, most.map(([theme, count]) => h("li", null,
        button(text.of(data.themes[theme]), () => app.change({ region: node.adcode, themes: [theme], focus: "", pathFrom: "", pathTo: "" }), { class: "quiet" }),
        h("meter", { min: 0, max: most[0][1], value: count, "aria-label": `${text.of(data.themes[theme])} ${count}` }), h("span", null, String(count))))));
  }

  function actions(app, node) {
    const { state } = app;
    const pinned = app.pinned(node.key);
    return h("div", { class: "actions" },
      [1, 2, 3].map((steps) => button(`${steps === 1 ? text.t("focus") + " " : ""}${text.steps(steps)}`, () => app.change({ focus: node.key, steps, pathFrom: "", pathTo: "", camera: null }),
        { "aria-pressed": String(state.focus === node.key && state.steps === steps) })),
      button(text.t("path"), () => app.change({ pathFrom: node.key, pathTo: "" })),
      button(text.t(pinned ? "unpin" : "pin"), () => app.pin(node.id, !pinned), { "aria-pressed": String(pinned) }),
      button(text.t("hide"), () => app.change({ hidden: [...state.hidden, node.key], selected: "" })));
  }

  function rows(app, node) {
    const { data } = app;
    const region = data.regions[node.region] || data.regions[node.adcode];
    const themes = (node.themes || []).map((theme) => button(text.of(data.themes[theme]) || theme, () => app.change({ themes: [theme] }), { class: "tag" }));
    const entries = [
      [text.t("region"), region && node.type !== "Region" ? [region, " ", button(text.t("only"), () => app.change({ region: node.region || node.adcode }), { class: "quiet" })] : null],
      [text.t("kind"), node.kind ? text.kind(node.kind) : null], [text.t("theme"), themes.length ? themes : null],
      [text.t("first"), node.first ? [node.first[0] || text.t("undatedPage"), h("span", { class: "where" }, ` · ${node.first[1]}`)] : null],
      [text.t("aliases"), (node.aliases || []).length ? node.aliases.join("、") : null],
    ];
    return h("dl", null, entries.filter(([, value]) => value).map(([name, value]) => [h("dt", null, name), h("dd", null, value)]));
  }

  function open(type, content) {
    const close = button("✕", () => GG.app.change({ selected: "" }), { class: "icon", "aria-label": text.t("close"), title: text.t("close") });
    panel().replaceChildren(h("div", { class: "type" }, type, close), ...content.flat(3).filter(Boolean));
    panel().hidden = false;
    panel().scrollTop = 0;
    document.body.classList.add("open-panel");
  }

  function node(app, id) {
    const one = app.data.nodes[id];
    const type = app.data.classes[one.type];
    const others = beside(app, id);
    open([GG.shapes.icon(one.shape, one.color), text.of(type)], [
      h("h2", { lang: "zh" }, one.label), rows(app, one), actions(app, one), profile(app, one),
      section(text.t("figures"), (app.data.figuresOf.get(id) || []).length ? long(app.data.figuresOf.get(id), (figure) => figureLine(app, figure), 6) : null),
      section(text.t("beside"), others.length > 0 && [h("p", { class: "note" }, text.t("besideNote")), long(others, (figure) => figureLine(app, figure, true), 6)]),
      similar(app, id), facts(app, id), section(text.t("seen"), GG.quotes.fold(app.data, one.seen || [], null)),
      app.data.part && h("p", null, h("a", { href: `id/${encodeURIComponent(one.key)}` }, text.t("allFacts"))),
    ]);
  }

  function link(app, index) {
    const edge = app.data.edges[index];
    open(text.t("facts"), [h("h2", { lang: "zh" }, `${app.data.nodes[edge.from].label} — ${app.data.nodes[edge.to].label}`),
      h("ul", { class: "plain" }, edge.facts.map((fact) => factLine(app, fact)))]);
    panel().querySelectorAll("details").forEach((fold, i) => { if (i < 3) fold.open = true; });
  }

  // What the picture shows, as a list: for those who cannot see it, or want to count.
  function list(app) {
    if (app.drawer.scene().overview) { merged(app); return; }
    const items = app.data.rank.filter((id) => app.seen.nodes[id]);
    const line = (id) => {
      const node = app.data.nodes[id];
      return h("li", null, h("div", { class: "fact" }, button([GG.shapes.icon(node.shape, node.color, 14), h("span", { lang: "zh" }, node.label)],
        () => { document.getElementById("dialog").close(); app.goTo(node.key); }, { class: "chip" }),
      h("span", { class: "where" }, [text.of(app.data.classes[node.type]), app.data.regions[node.region]].filter(Boolean).join(" · ")), h("span", { class: "score" }, String(app.data.near[id].length))));
    };
    GG.help.dialog(text.t("list"), h("p", { class: "note" }, text.t("listHint", items.length)), long(items, line, 200));
  }

  function merged(app) {
    const line = (node) => h("li", null, h("div", { class: "fact" }, button(node.label, () => { document.getElementById("dialog").close(); GG.overview.unfold(app, node.id); }, { class: "chip" }), node.sub && h("span", { class: "where" }, node.sub)));
    GG.help.dialog(text.t("list"), long(app.drawer.scene().nodes, line, 200));
  }

  function close() {
    panel().hidden = true;
    panel().replaceChildren();
    document.body.classList.remove("open-panel");
  }

  // `selected` is an entity's id, or "a>b" for the link between two.
  function refresh(app) {
    const { selected } = app.state;
    if (app.data.byKey.has(selected)) return node(app, app.data.byKey.get(selected));
    const found = selected.includes(">") ? app.linkOf(selected) : undefined;
    if (found !== undefined) return link(app, found);
    return close();
  }

  return { refresh, list };
})();

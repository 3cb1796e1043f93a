// Search with suggestions: names, short forms, pinyin initials.
GG.search = (() => {
  const { h, text } = GG;
  const MOST = 12;
  let hits = [];
  let active = -1;

  // How well a node answers: lower is better, Infinity not at all.
  function score(node, wanted) {
    const name = node.label.toLowerCase();
    const forms = (node.aliases || []).map((alias) => alias.toLowerCase());
    if (name === wanted) return 0;
    if (forms.includes(wanted)) return 1;
    if (name.startsWith(wanted)) return 2;
    if (forms.some((form) => form.startsWith(wanted))) return 3;
    if (name.includes(wanted)) return 4;
    if (forms.some((form) => form.includes(wanted))) return 5;
    if (/^[a-z0-9]+$/.test(wanted) && node.py.startsWith(wanted)) return 6;
    if (wanted.length > 2 && /^[a-z0-9]+$/.test(wanted) && node.py.includes(wanted)) return 7;
    return loose(name, wanted) ? 8 : Infinity;
  }

  // All characters in this order, as in 盐城总工会 for 盐城市总工会.
  function loose(name, wanted) {
    if (wanted.length < 3) return false;
    let at = -1;
    for (const char of wanted) {
      at = name.indexOf(char, at + 1);
      if (at < 0) return false;
    }
    return true;
  }

  function find(data, query) {
    const wanted = query.trim().toLowerCase();
    if (!wanted) return [];
    const found = [];
    data.rank.forEach((id, order) => {
      const points = score(data.nodes[id], wanted);
      if (points < Infinity) found.push([points, order, id]);
    });
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, MOST).map((entry) => entry[2]);
  }

  function show(app, input, list) {
    list.replaceChildren(...hits.map((id, i) => {
      const node = app.data.nodes[id];
      const region = node.type === "Region" ? "" : app.data.regions[node.region] || "";
      return h("li", { role: "option", id: `hit${i}`, "aria-selected": String(i === active), onpointerdown: (event) => { event.preventDefault(); choose(app, input, list, i); } },
        GG.shapes.icon(node.shape, node.color, 14), h("span", { lang: "zh" }, node.label), h("span", { class: "where" }, region || text.of(app.data.classes[node.type])));
    }));
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    if (active >= 0) input.setAttribute("aria-activedescendant", `hit${active}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  function choose(app, input, list, i) {
    const node = app.data.nodes[hits[i]];
    hits = [];
    active = -1;
    input.value = "";
    show(app, input, list);
    app.goTo(node.key);
  }

  function start(app) {
    const input = document.getElementById("find");
    const list = document.getElementById("hits");
    const update = () => { hits = find(app.data, input.value); active = hits.length ? 0 : -1; show(app, input, list); };
    input.addEventListener("input", update);
    input.addEventListener("focus", update);
    input.addEventListener("blur", () => { hits = []; active = -1; show(app, input, list); });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return; // Enter belongs to the input method
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (hits.length) active = (active + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
        show(app, input, list);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        choose(app, input, list, active);
      } else if (event.key === "Escape") {
        input.value = "";
        update();
        document.getElementById("net").focus();
      }
    });
  }

  return { start, find };
})();

// Search with suggestions: names, short forms, pinyin initials.
GG.search = (() => {
  const { h, text } = GG;
  const MOST = 12;
  const WAIT = 150; // ms after a key before the server is asked
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
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, MOST).map((entry) => data.nodes[entry[2]]);
  }

  // A file that holds a large network from above knows its regions only.
  function regions(app, query) {
    const wanted = query.trim();
    const found = Object.entries(app.base.regions).filter(([, name]) => wanted && name.includes(wanted)).sort((a, b) => a[1].indexOf(wanted) - b[1].indexOf(wanted) || GG.data.compare(a[0], b[0]));
    return found.slice(0, MOST).map(([code, label]) => ({ code, label, type: "Region", shape: app.base.classes.Region.shape, color: app.base.classes.Region.colour }));
  }

  function show(app, input, list) {
    list.replaceChildren(...hits.map((node, i) => {
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
    const hit = hits[i];
    hits = [];
    active = -1;
    input.value = "";
    show(app, input, list);
    if (hit.code) app.change({ region: hit.code, focus: "", pathFrom: "", pathTo: "", everything: false, camera: null });
    else app.goTo(hit.key);
  }

  function start(app) {
    const input = document.getElementById("find");
    const list = document.getElementById("hits");
    const take = (found) => { hits = found; active = hits.length ? 0 : -1; show(app, input, list); };
    let asked = 0;
    // Answers that come late, after more was typed, are dropped.
    const ask = async () => {
      const turn = ++asked;
      await new Promise((done) => setTimeout(done, WAIT));
      if (turn !== asked) return;
      const found = input.value.trim() ? await GG.parts.find(input.value).catch(() => []) : [];
      if (turn === asked && document.activeElement === input) take(found);
    };
    const update = () => {
      if (!GG.parts.isLarge(app)) take(find(app.data, input.value));
      else if (GG.parts.offline) take(regions(app, input.value));
      else ask();
    };
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

  return { start };
})();

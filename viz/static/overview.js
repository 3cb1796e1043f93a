// Large networks from above: nodes merged by region (then by theme or kind), named by what they share; a click unfolds one.
GG.overview = (() => {
  const PLACES = [2, 4, 6, 9]; // digits of a code that name a province, prefecture, county, town

  const wanted = (app, seen) => !app.state.everything && !app.state.focus && !app.state.pathFrom && seen.nodes.reduce((n, shown) => n + (shown ? 1 : 0), 0) > app.data.limits.drawn;

  function prefix(code, digits, regions) {
    if (!code) return "none";
    const cut = digits <= 6 ? code.slice(0, digits).padEnd(6, "0") : code;
    return regions[cut] ? cut : code.slice(0, 4).padEnd(6, "0");
  }

  function by(list, key) {
    const groups = new Map();
    for (const node of list) GG.data.push(groups, key(node), node);
    return groups;
  }

  // The first division that makes at least two parts: by region one level down, else by first theme, else by kind.
  function divide(data, list, region) {
    const level = !region || region === "none" ? 0 : region.endsWith("0000") ? 1 : region.endsWith("00") ? 2 : 3;
    if (region !== "none") {
      for (const digits of PLACES.slice(level)) {
        const groups = by(list, (node) => "r:" + prefix(data.home[node.id], digits, data.regions));
        if (groups.size > 1) return groups;
      }
    }
    const themes = by(list, (node) => "t:" + ((node.themes || [])[0] || ""));
    return themes.size > 1 ? themes : by(list, (node) => "k:" + node.type);
  }

  function name(data, key) {
    const id = key.slice(2);
    if (key.startsWith("r:")) return data.regions[id] || GG.text.t("nowhere");
    if (key.startsWith("t:")) return id ? GG.text.of(data.themes[id]) || id : GG.text.t("others");
    return GG.text.of(data.classes[id]);
  }

  function shared(data, list) {
    const counts = [...GG.controls.count(list.flatMap((node) => node.themes || []))].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
    return counts.slice(0, 2).map(([theme]) => GG.text.of(data.themes[theme]) || theme);
  }

  // Discs that overlap push one another away; few enough for all pairs.
  function part(nodes, room) {
    for (let round = 0; round < 120; round++) {
      let moved = false;
      for (let i = 0; i < nodes.length; i++) {
        for (let j = 0; j < i; j++) {
          const [a, b] = [nodes[i], nodes[j]];
          let [dx, dy] = [a.x - b.x, a.y - b.y];
          if (!dx && !dy) [dx, dy] = [Math.cos(i), Math.sin(i)];
          const distance = Math.hypot(dx, dy);
          const lack = (a.r + b.r) * room - distance;
          if (lack <= 0) continue;
          moved = true;
          a.x += (dx / distance) * lack / 2; a.y += (dy / distance) * lack / 2;
          b.x -= (dx / distance) * lack / 2; b.y -= (dy / distance) * lack / 2;
        }
      }
      if (!moved) break;
    }
  }

  function build(app, seen) {
    const { data, state } = app;
    const list = data.nodes.filter((node, i) => seen.nodes[i]);
    const groups = divide(data, list, state.region);
    const of = new Map();
    const nodes = [...groups].map(([key, members]) => {
      members.forEach((node) => of.set(node.id, key));
      const mean = (axis) => members.reduce((sum, node) => sum + node[axis], 0) / members.length;
      const themes = key.startsWith("t:") ? [] : shared(data, members);
      const label = `${name(data, key)}(${members.length})`;
      return { id: key, x: mean("x"), y: mean("y"), r: 30 + 17 * Math.sqrt(members.length), shape: "dot", fill: members[0].type === "Region" || key.startsWith("r:") ? "#7d8da1" : members[0].color, label, sub: themes.join("、"), members, important: true, whole: true };
    }).sort((a, b) => b.r - a.r);
    nodes.forEach((node) => { node.x *= 1.3; });
    part(nodes, 1.6);
    const weights = new Map();
    data.edges.forEach((edge, i) => {
      if (!seen.links[i]) return;
      const [a, b] = [of.get(edge.from), of.get(edge.to)].sort();
      if (a !== b) weights.set(`${a}|${b}`, (weights.get(`${a}|${b}`) || 0) + edge.facts.length);
    });
    const links = [...weights].map(([key, weight]) => {
      const [from, to] = key.split("|");
      return { id: key, from, to, width: 2 + 6 * Math.log1p(weight), weight };
    });
    return { nodes, links, islands: [], look: GG.scene.look(), dimmed: false, overview: true };
  }

  function unfold(app, key) {
    const id = key.slice(2);
    if (key.startsWith("r:")) app.change({ region: id, camera: null });
    else if (key.startsWith("t:") && id) app.change({ themes: [id], camera: null });
    else if (key.startsWith("k:")) app.change({ offTypes: Object.keys(app.data.classes).filter((type) => type !== id), camera: null });
    else app.change({ everything: true, camera: null });
  }

  // Lines of the hint over a merged node: what is in it.
  function inside(app, node) {
    const counts = GG.controls.count(node.members.map((member) => member.type));
    return [...counts].sort((a, b) => b[1] - a[1]).map(([type, n]) => `${GG.text.of(app.data.classes[type])} ${n}`).join(" · ");
  }

  // Regions by themes as a table; a cell counts initiatives and opens them.
  function matrix(app) {
    const { h, button, text } = GG;
    const { data } = app;
    const list = data.nodes.filter((node, i) => node.type === "Initiative" && app.seen.nodes[i]);
    const rows = [...by(list, (node) => prefix(data.home[node.id], 6, data.regions))].sort((a, b) => b[1].length - a[1].length).slice(0, 60);
    const themes = [...GG.controls.count(list.flatMap((node) => node.themes || []))].sort((a, b) => b[1] - a[1]).map(([theme]) => theme);
    const open = (region, theme) => { document.getElementById("dialog").close(); app.change({ region, themes: [theme], focus: "", pathFrom: "", pathTo: "", camera: null }); };
    const most = Math.max(1, ...rows.map(([, members]) => Math.max(...themes.map((theme) => members.filter((node) => (node.themes || []).includes(theme)).length))));
    const cell = (region, members, theme) => {
      const n = members.filter((node) => (node.themes || []).includes(theme)).length;
      return h("td", null, n ? button(String(n), () => open(region, theme), { class: "cell", "data-heat": String(Math.ceil((4 * n) / most)) }) : null);
    };
    const table = h("table", null,
      h("thead", null, h("tr", null, h("th", { scope: "col" }, text.t("region")), themes.map((theme) => h("th", { scope: "col" }, h("span", null, text.of(data.themes[theme]) || theme))))),
      h("tbody", null, rows.map(([region, members]) => h("tr", null, h("th", { scope: "row" }, data.regions[region] || text.t("nowhere")), themes.map((theme) => cell(region, members, theme))))));
    GG.help.dialog(text.t("matrix"), h("p", { class: "note" }, text.t("matrixHint")), h("div", { class: "matrix", tabindex: "0", role: "region", "aria-label": text.t("matrix") }, table)).classList.add("broad");
  }

  return { part, wanted, build, unfold, inside, matrix };
})();

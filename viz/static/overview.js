// Large networks from above: nodes merged by region (then by theme or kind), named by what they share; a click unfolds one.
GG.overview = (() => {
  const PLACES = [2, 4, 6, 9]; // digits of a code that name a province, prefecture, county, town

  const wanted = (app, seen) => GG.parts.isLarge(app) ? !app.query : !app.state.everything && !app.state.focus && !app.state.pathFrom && seen.nodes.reduce((n, shown) => n + (shown ? 1 : 0), 0) > app.data.limits.drawn;

  // The division of at least so many digits that a code lies in; what lies in no part of `whole` is `whole=` (viz/overview.py does the same).
  function prefix(code, digits, regions, whole = "") {
    for (const length of PLACES) {
      const cut = length <= 6 ? code.slice(0, length).padEnd(6, "0") : code;
      if (length >= digits && regions[cut] && cut !== whole) return cut;
    }
    return whole ? `${whole}=` : "none";
  }

  function by(list, key) {
    const groups = new Map();
    for (const node of list) GG.data.push(groups, key(node), node);
    return groups;
  }

  // The first division that makes at least two parts: by region one level down, else by first theme, else by kind.
  function divide(data, list, region) {
    const level = !region || region === "none" ? 0 : region.endsWith("0000") ? 1 : region.endsWith("00") ? 2 : 3;
    if (region !== "none" && !region.endsWith("=")) {
      for (const digits of PLACES.slice(level)) {
        const groups = by(list, (node) => "r:" + prefix(data.home[node.id], digits, data.regions, region));
        if (groups.size > 1) return groups;
      }
    }
    const themes = by(list, (node) => "t:" + ((node.themes || [])[0] || ""));
    return themes.size > 1 ? themes : by(list, (node) => "k:" + node.type);
  }

  const place = (data, region) => (region.endsWith("=") ? GG.text.t("itself", data.regions[region.slice(0, -1)]) : data.regions[region] || GG.text.t("nowhere"));

  function name(data, key) {
    const id = key.slice(2);
    if (key.startsWith("r:")) return place(data, id);
    if (key.startsWith("t:")) return id ? GG.text.of(data.themes[id]) || id : GG.text.t("others");
    return GG.text.of(data.classes[id]);
  }

  function shared(data, themes) {
    const counts = [...themes].sort((a, b) => b[1] - a[1] || GG.data.compare(a[0], b[0]));
    return counts.slice(0, 2).map(([theme]) => GG.text.of(data.themes[theme]) || theme);
  }

  // Discs that overlap push one another away; few enough for all pairs.
  function part(nodes, room) {
    const name = 0.5 * nodes.reduce((most, node) => Math.max(most, node.r), 0); // a small disc has a name as long as a large one's
    const size = (node) => (node.whole ? Math.max(node.r, name) : node.r);
    for (let round = 0; round < 120; round++) {
      let moved = false;
      for (let i = 0; i < nodes.length; i++) {
        for (let j = 0; j < i; j++) {
          const [a, b] = [nodes[i], nodes[j]];
          let [dx, dy] = [a.x - b.x, a.y - b.y];
          if (!dx && !dy) [dx, dy] = [Math.cos(i), Math.sin(i)];
          const distance = Math.hypot(dx, dy);
          const lack = (size(a) + size(b)) * room - distance;
          if (lack <= 0) continue;
          moved = true;
          a.x += (dx / distance) * lack / 2; a.y += (dy / distance) * lack / 2;
          b.x -= (dx / distance) * lack / 2; b.y -= (dy / distance) * lack / 2;
        }
      }
      if (!moved) break;
    }
  }

  // One merged node; types: Map kind -> number of nodes.
  function disc(data, key, { x, y, n, types, sub, fill }) {
    return { id: key, x: 1.3 * x, y, r: 30 + 17 * Math.sqrt(n), shape: "dot", fill: fill || "#7d8da1", label: `${name(data, key)}(${n})`, sub, types, important: true, whole: true };
  }

  const scene = (nodes, links) => ({ nodes, links, islands: [], look: GG.scene.look(), dimmed: false, overview: true });

  const line = (from, to, weight) => ({ id: `${from}|${to}`, from, to, width: 2 + 6 * Math.log1p(weight), weight });

  // From above, as the file of a large network brings it.
  function given(app) {
    const { base, state } = app;
    const { groups, links } = GG.parts.above(app, state.region) || GG.parts.above(app, "") || { groups: [], links: [] };
    const shown = groups.map((group) => ({ group, key: "r:" + group[0], n: GG.parts.size(state, group) }));
    const nodes = shown.filter(({ n }) => n > 0).map(({ group: [, x, y, types, themes], key, n }) => {
      const left = Object.entries(types).filter(([type]) => !state.offTypes.includes(type));
      return disc(base, key, { x, y, n, types: new Map(left), sub: shared(base, Object.entries(themes)).join("、") });
    }).sort((a, b) => b.r - a.r);
    part(nodes, 1.6);
    const ids = new Set(nodes.map((node) => node.id));
    return scene(nodes, links.map(([a, b, weight]) => line(shown[a].key, shown[b].key, weight)).filter(({ from, to }) => ids.has(from) && ids.has(to)));
  }

  function build(app, seen) {
    if (GG.parts.isLarge(app)) return given(app);
    const { data, state } = app;
    const list = data.nodes.filter((node, i) => seen.nodes[i]);
    const groups = divide(data, list, state.region);
    const of = new Map();
    const nodes = [...groups].map(([key, members]) => {
      members.forEach((node) => of.set(node.id, key));
      const mean = (axis) => members.reduce((sum, node) => sum + node[axis], 0) / members.length;
      const themes = key.startsWith("t:") ? [] : shared(data, GG.controls.count(members.flatMap((node) => node.themes || [])));
      return disc(data, key, { x: mean("x"), y: mean("y"), n: members.length, types: GG.controls.count(members.map((member) => member.type)), sub: themes.join("、"), fill: key.startsWith("r:") ? "" : members[0].color });
    }).sort((a, b) => b.r - a.r);
    part(nodes, 1.6);
    const weights = new Map();
    data.edges.forEach((edge, i) => {
      if (!seen.links[i]) return;
      const [a, b] = [of.get(edge.from), of.get(edge.to)].sort();
      if (a !== b) weights.set(`${a}|${b}`, (weights.get(`${a}|${b}`) || 0) + edge.facts.length);
    });
    return scene(nodes, [...weights].map(([key, weight]) => line(...key.split("|"), weight)));
  }

  function unfold(app, key) {
    const id = key.slice(2);
    if (key.startsWith("r:")) app.change({ region: id, everything: false, camera: null });
    else if (key.startsWith("t:") && id) app.change({ themes: [id], camera: null });
    else if (key.startsWith("k:")) app.change({ offTypes: Object.keys(app.data.classes).filter((type) => type !== id), camera: null });
    else app.change({ everything: true, camera: null });
  }

  // Lines of the hint over a merged node: what is in it.
  function inside(app, node) {
    return [...node.types].sort((a, b) => b[1] - a[1]).map(([type, n]) => `${GG.text.of(app.data.classes[type])} ${n}`).join(" · ");
  }

  return { part, wanted, build, unfold, inside, place, prefix };
})();

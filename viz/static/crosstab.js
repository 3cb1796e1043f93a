// Regions by themes as a table; a cell counts initiatives and opens them.
GG.crosstab = (() => {
  const { h, button, text } = GG;
  const ROWS = 60;

  // [[region, Map theme -> initiatives], …]: of what is seen, or of a large network's parts from above.
  function counted(app) {
    const { data } = app;
    const picture = GG.parts.above(app, app.state.region) || GG.parts.above(app, "");
    if (picture) return picture.groups.map(([code, , , , themes]) => [code, new Map(Object.entries(themes))]);
    const rows = new Map();
    data.nodes.forEach((node, i) => {
      if (node.type === "Initiative" && app.seen.nodes[i]) GG.data.push(rows, GG.overview.prefix(data.home[i], 6, data.regions), node.themes || []);
    });
    return [...rows].map(([code, lists]) => [code, GG.controls.count(lists.flat())]);
  }

  const sum = (counts) => [...counts.values()].reduce((a, b) => a + b, 0);

  function open(app) {
    const { data } = app;
    const rows = counted(app).filter(([, counts]) => counts.size).sort((a, b) => sum(b[1]) - sum(a[1]) || GG.data.compare(a[0], b[0])).slice(0, ROWS);
    const totals = new Map();
    rows.forEach(([, counts]) => counts.forEach((n, theme) => totals.set(theme, (totals.get(theme) || 0) + n)));
    const themes = [...totals].sort((a, b) => b[1] - a[1] || GG.data.compare(a[0], b[0])).map(([theme]) => theme);
    const most = Math.max(1, ...rows.map(([, counts]) => Math.max(...counts.values())));
    const go = (region, theme) => { document.getElementById("dialog").close(); app.change({ region, themes: [theme], focus: "", pathFrom: "", pathTo: "", everything: false, camera: null }); };
    const cell = (region, theme, n) => h("td", null, n ? button(String(n), () => go(region, theme), { class: "cell", "data-heat": String(Math.ceil((4 * n) / most)) }) : null);
    const table = h("table", null,
      h("thead", null, h("tr", null, h("th", { scope: "col" }, text.t("region")), themes.map((theme) => h("th", { scope: "col" }, h("span", null, text.of(data.themes[theme]) || theme))))),
      h("tbody", null, rows.map(([region, counts]) => h("tr", null, h("th", { scope: "row" }, GG.overview.place(data, region)), themes.map((theme) => cell(region, theme, counts.get(theme)))))));
    GG.help.dialog(text.t("matrix"), h("p", { class: "note" }, text.t("matrixHint")), h("div", { class: "matrix", tabindex: "0", role: "region", "aria-label": text.t("matrix") }, table)).classList.add("broad");
  }

  return { open };
})();

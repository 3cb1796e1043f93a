// The matrix: a table with a row for each region and a column for each theme; arrow keys walk, Enter opens.
GG.table = (() => {
  const { h, text } = GG;
  const count = (cell) => cell.own.length + cell.below.length;
  const shade = (number) => (number >= 16 ? 5 : number >= 8 ? 4 : number >= 4 ? 3 : number >= 2 ? 2 : 1);

  function distinct(row) {
    const ids = new Set();
    for (const cell of row.values()) for (const id of [...cell.own, ...cell.below]) ids.add(id);
    return ids.size;
  }

  const firstOf = (row) => [...row.values()].map((cell) => cell.first).filter(Boolean).sort()[0] || "9999";

  function ordered(data, rows, state) {
    const key = {
      code: () => 0, total: ([, row]) => -distinct(row), first: ([, row]) => firstOf(row),
    }[state.sort] || (([, row]) => -(row.has(state.sort) ? count(row.get(state.sort)) : 0));
    const byKey = (a, b) => { const x = key(a), y = key(b); return x < y ? -1 : x > y ? 1 : 0; };
    return [...rows].sort((a, b) => byKey(a, b) || (data.regions[a[0]].code < data.regions[b[0]].code ? -1 : 1));
  }

  function walk(event) {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const at = event.target.closest("[data-x]");
    if (!at || (!step && event.key !== "Home" && event.key !== "End")) return;
    const buttons = [...event.currentTarget.querySelectorAll("[data-x]")];
    const place = (one) => [Number(one.dataset.y), Number(one.dataset.x)];
    const [y, x] = place(at);
    let next;
    if (!step) next = buttons.filter((one) => place(one)[0] === y).at(event.key === "Home" ? 0 : -1);
    else {
      const ahead = buttons.filter((one) => { const [b, a] = place(one); return step[0] ? (b - y) * step[0] > 0 : b === y && (a - x) * step[1] > 0; });
      const far = (one) => { const [b, a] = place(one); return Math.abs(b - y) * 1000 + Math.abs(a - x); };
      next = ahead.sort((one, other) => far(one) - far(other))[0];
    }
    if (!next) return;
    event.preventDefault();
    at.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  function draw(app) {
    const { data, state } = app;
    const rows = GG.state.cells(data, state);
    if (!rows.size) return h("p", { class: "empty" }, text.t("none"));
    const themes = Object.keys(data.themes).filter((theme) => (!state.theme || theme === state.theme) && [...rows.values()].some((row) => row.has(theme)));
    const shown = ordered(data, rows, state).filter(([, row]) => themes.some((theme) => row.has(theme)));
    if (!shown.length) return h("p", { class: "empty" }, text.t("none"));
    const everything = new Set(shown.flatMap(([, row]) => [...row.values()].flatMap((cell) => [...cell.own, ...cell.below])));
    let free = true;
    const button = (region, theme, cell, y, x) => {
      const key = `${data.regions[region].code}.${theme}`;
      const first = free;
      free = false;
      return h("button", {
        type: "button", class: `n s${shade(count(cell))}${cell.own.length ? "" : " rolled"}`, "data-x": x, "data-y": y, "data-cell": key, tabindex: first ? 0 : -1, "aria-pressed": String(state.cell === key),
        "aria-label": text.t("cell", GG.state.called(data.regions[region]), text.of(data.themes[theme]), count(cell)), onclick: () => app.change({ cell: key }),
      }, String(count(cell)));
    };
    const head = h("tr", {}, h("th", { scope: "col", class: "corner" }, text.t("region")), h("th", { scope: "col", class: "sum" }, text.t("total")), themes.map((theme) =>
      h("th", { scope: "col", "aria-sort": state.sort === theme ? "descending" : "none" }, h("button", { type: "button", class: "head", onclick: () => app.change({ sort: state.sort === theme ? "code" : theme }) }, text.of(data.themes[theme])),
        h("span", { class: "head", "aria-hidden": "true" }, text.of(data.themes[theme])))));  // printed: buttons are not repeated on every sheet
    const body = shown.map(([region, row], y) => {
      const place = data.regions[region];
      const where = place.level === "province" || !place.province ? "" : h("span", { class: "where" }, place.province);
      return h("tr", { class: place.level }, h("th", { scope: "row" }, GG.state.called(place), " ", where), h("td", { class: "sum" }, String(distinct(row))),
        themes.map((theme, x) => h("td", {}, row.has(theme) ? button(region, theme, row.get(theme), y, x) : "")));
    });
    return [h("div", { class: "scroll", tabindex: -1, onkeydown: walk }, h("table", {}, h("caption", {}, h("span", {}, text.t("caption", shown.length, everything.size))), h("thead", {}, head), h("tbody", {}, body)))];
  }

  return { draw };
})();

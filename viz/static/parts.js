// Networks too large for one file: the file holds them from above; what lies below comes from the local server, a part at a time.
GG.parts = (() => {
  const { h, text } = GG;
  const KEPT = 12; // parts that are not asked for again
  const kept = new Map();
  const offline = location.protocol === "file:";

  const isLarge = (app) => Boolean(app.base.overview.regions);

  // The picture from above of a region, when it has one.
  const above = (app, region) => (isLarge(app) ? app.base.overview.regions[region] : undefined);

  // How many nodes of a merged part the filters by kind and theme leave.
  function size(state, [, , , types, themes]) {
    if (state.themes.length) return state.themes.reduce((n, theme) => n + (themes[theme] || 0), 0);
    return Object.entries(types).reduce((n, [type, count]) => n + (state.offTypes.includes(type) ? 0 : count), 0);
  }

  // What to ask the server for, as the query of an address; "" where the file itself knows enough.
  function query(app, state) {
    if (!isLarge(app)) return "";
    if (state.pathFrom && state.pathTo) return new URLSearchParams({ from: state.pathFrom, to: state.pathTo }).toString();
    if (state.focus) return new URLSearchParams({ focus: state.focus, steps: state.steps, page: state.page }).toString();
    const picture = above(app, state.region);
    if (picture && !state.everything && picture.groups.reduce((n, group) => n + size(state, group), 0) > app.base.limits.part) return "";
    return new URLSearchParams([["region", state.region], ["page", state.page], ...state.themes.map((theme) => ["theme", theme])]).toString();
  }

  async function get(address) {
    const reply = await fetch(address, { credentials: "same-origin" });
    if (!reply.ok) throw new Error((reply.headers.get("content-type") || "").startsWith("text/plain") ? (await reply.text()).trim() : text.t("noServer"));
    return reply.json();
  }

  async function load(app, asked) {
    if (!asked) return app.base;
    if (!kept.has(asked)) {
      kept.set(asked, GG.data.index({ ...app.base, ...(await get(`network/part?${asked}`)) }));
      if (kept.size > KEPT) kept.delete(kept.keys().next().value);
    }
    return kept.get(asked);
  }

  const find = (words) => get(`network/find?${new URLSearchParams({ q: words })}`);

  // Opened from disk, the file can show no part: it says what can.
  function explain(app, state) {
    const region = app.base.regions[state.region];
    const command = `gonghui view OUT ${region ? `--region ${region}` : "--focus …"} -o part.html`;
    GG.help.dialog(text.t("onlyAbove"), h("p", null, text.t("onlyAboveHow")), h("pre", { class: "code" }, "gonghui serve OUT"), h("p", null, text.t("onlyAbovePart")), h("pre", { class: "code" }, command));
  }

  return { offline, isLarge, above, size, query, load, find, explain };
})();

// The quotes behind a number: initiatives of a region under a theme, each with its sentences and their sources.
GG.details = (() => {
  const { h, text, button } = GG;

  function source(app, quote) {
    const [page, start, end] = app.data.quotes[quote];
    const [name, paper, date] = app.data.pages[page];
    return [paper, date || text.t("undatedPage"), name, text.t("chars", start, end)].filter(Boolean).join(" · ");
  }

  function quoted(app, quote, title) {
    const words = app.data.quotes[quote][3].trim();
    const cite = button(text.t("cite"), async () => {
      const done = await GG.copy(`${title ? title + ":" : ""}“${words}”(${source(app, quote)})`);
      app.say(text.t(done ? "copied" : "copyFailed"));
    }, { class: "quiet" });
    return h("figure", {}, h("blockquote", {}, words), h("figcaption", {}, source(app, quote), " ", cite));
  }

  function initiative(app, id) {
    const { data } = app;
    const one = data.initiatives[id];
    const facts = [text.of(data.kinds[one.kind]), one.themes.map((theme) => text.of(data.themes[theme])).filter(Boolean).join(text.language === "zh" ? "、" : ", "), one.first];
    const alike = data.pairs.filter(([a, b]) => a === id || b === id).slice(0, 5);
    return h("article", {}, h("h3", {}, one.name), h("p", { class: "soft" }, facts.filter(Boolean).join(" · ")),
      one.quotes.length ? one.quotes.map((quote) => quoted(app, quote, one.name)) : h("p", { class: "soft" }, text.t("noQuote")),
      alike.length ? h("details", {}, h("summary", {}, text.t("alike", alike.length)), h("ul", {}, alike.map(([a, b, score, why, , , , ra, rb]) =>
        h("li", {}, `${data.initiatives[a === id ? b : a].name} (${data.names[a === id ? rb : ra] || "?"}) ${score} ${text.one(why)}`)))) : "");
  }

  function draw(app) {
    const panel = document.getElementById("panel");
    const { data, state } = app;
    const [code, theme] = state.cell.split(".");
    const region = data.regions.findIndex((one) => one.code === code);
    const row = GG.state.cells(data, { ...state, find: "" }).get(region);
    const cell = row && row.get(theme);
    panel.hidden = !cell || state.view !== "matrix";
    if (panel.hidden) return;
    const first = cell.first ? text.t("firstSeen", cell.first) : "";
    const byDate = (ids) => [...ids].sort((a, b) => ((data.initiatives[a].first || "9999") < (data.initiatives[b].first || "9999") ? -1 : 1));
    const group = (title, ids) => (ids.length ? [h("h4", {}, title), byDate(ids).map((id) => initiative(app, id))] : "");
    panel.replaceChildren(...[
      button("✕", () => app.change({ cell: "" }), { class: "close", "aria-label": text.t("close") }),
      h("h2", {}, `${GG.state.called(data.regions[region])} · ${text.of(data.themes[theme])}`),
      h("p", { class: "soft" }, text.t("numbers", cell.own.length + cell.below.length, cell.bodies, cell.figures, first)),
      group(text.t("own"), cell.own), group(text.t("below"), cell.below),
    ].flat(3).filter(Boolean));
  }

  return { draw, quoted };
})();

// The ranked list: pairs of initiatives of different regions, why they are alike, both quotes.
GG.list = (() => {
  const { h, text, button } = GG;
  const STEP = 30;
  let most = STEP;

  function parts(app, values) {
    const named = values.map((value, i) => [value, text.of(app.data.parts[i])]).filter(([value]) => value > 0).sort((a, b) => b[0] - a[0]);
    return h("ul", { class: "parts" }, named.map(([value, name]) => h("li", {}, text.t("part", name, value.toFixed(2)), h("meter", { min: 0, max: 0.25, value, "aria-hidden": "true" }))));
  }

  function earlier(app, a, b, where) {
    const [one, other] = [a, b].map((id) => app.data.initiatives[id]);
    const length = Math.min(one.first.length, other.first.length);
    const [x, y] = [one.first.slice(0, length), other.first.slice(0, length)];
    if (!length || x === y) return "";
    const first = x < y ? 0 : 1;
    return h("p", { class: "soft" }, text.t("earlier", [app.data.names[where[first]], [one, other][first].name].filter(Boolean).join(" · "), [one, other][first].first));
  }

  function pair(app, [a, b, score, why, values, quoteA, quoteB, regionA, regionB]) {
    const { data } = app;
    const end = (id, region, quote) => h("div", {}, h("h3", {}, data.initiatives[id].name, " ", h("span", { class: "where" }, data.names[region] || "")),
      quote === null ? h("p", { class: "soft" }, text.t("noQuote")) : GG.details.quoted(app, quote, data.initiatives[id].name));
    return h("li", {}, h("article", {}, h("p", { class: "score" }, h("strong", {}, text.t("score", score.toFixed(2))), " ", text.one(why)), earlier(app, a, b, [regionA, regionB]),
      h("div", { class: "ends" }, end(a, regionA, quoteA), end(b, regionB, quoteB)), h("details", {}, h("summary", {}, text.t("parts")), parts(app, values))));
  }

  function draw(app) {
    const found = GG.state.pairs(app.data, app.state);
    if (!found.length) return h("p", { class: "empty" }, text.t("none"));
    const cut = app.data.total > app.data.pairs.length ? " " + text.t("cut", app.data.total) : "";
    const rest = found.length - most;
    return [h("p", { class: "soft" }, text.t("pairs", found.length) + cut), h("ol", { class: "pairs" }, found.slice(0, most).map((one) => pair(app, one))),
      rest > 0 ? button(text.t("more", Math.min(STEP, rest)), () => { most += STEP; app.draw(); }, {}) : ""];
  }

  return { draw, reset() { most = STEP; } };
})();

// What is chosen (kept in the link) and what of the data fits it.
GG.state = (() => {
  const start = { view: "matrix", lang: "zh", province: "", level: "", theme: "", from: "", to: "", undated: true, rolled: true, sort: "code", find: "", cell: "" };

  async function read() {
    const element = document.getElementById("data");
    if (element.type === "application/json") return JSON.parse(element.textContent);
    if (typeof DecompressionStream === "undefined") throw new Error(GG.text.t("damaged"));
    const bytes = Uint8Array.from(atob(element.textContent), (char) => char.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  }

  function fromHash(hash) {
    const state = { ...start };
    for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
      if (name in start) state[name] = typeof start[name] === "boolean" ? value === "1" : value;
    }
    return state;
  }

  function toHash(state) {
    const changed = Object.keys(start).filter((name) => state[name] !== start[name]);
    return "#" + new URLSearchParams(changed.map((name) => [name, typeof state[name] === "boolean" ? (state[name] ? "1" : "0") : state[name]]));
  }

  // A date may be a year, a month or a day: it fits when it can lie in the span.
  function inTime(first, state) {
    if (!state.from && !state.to) return true;
    if (!first) return state.undated;
    const cut = (bound) => bound.slice(0, first.length);
    return (!state.from || first >= cut(state.from)) && (!state.to || first.slice(0, state.to.length) <= state.to);
  }

  const called = (place) => place.name || GG.text.t("nowhere");

  const inProvince = (code, state) => !state.province || code.slice(0, 2) === state.province;

  // region number -> theme -> {own, below, bodies, figures, first}; only what fits
  function cells(data, state) {
    const rows = new Map();
    const fits = (id) => inTime(data.initiatives[id].first, state);
    for (const [region, theme, bodies, figures, first, own, below] of data.cells) {
      const place = data.regions[region];
      if (!inProvince(place.code, state) || (state.level && place.level !== state.level)) continue;
      if (state.find && !place.name.includes(state.find) && ![...own, ...below].some((id) => data.initiatives[id].name.includes(state.find))) continue;
      const cell = { own: own.filter(fits), below: state.rolled ? below.filter(fits) : [], bodies, figures, first };
      if (!cell.own.length && !cell.below.length) continue;
      if (!rows.has(region)) rows.set(region, new Map());
      rows.get(region).set(theme, cell);
    }
    return rows;
  }

  function pairs(data, state) {
    const of = (id) => data.initiatives[id];
    return data.pairs.filter(([a, b, , why, , , , regionA, regionB]) =>
      (inProvince(regionA, state) || inProvince(regionB, state))
      && (!state.theme || of(a).themes.includes(state.theme) || of(b).themes.includes(state.theme))
      && inTime(of(a).first, state) && inTime(of(b).first, state)
      && (!state.find || [of(a).name, of(b).name, ...why, data.names[regionA] || "", data.names[regionB] || ""].some((text) => text.includes(state.find))));
  }

  return { start, called, read, fromHash, toHash, cells, pairs };
})();

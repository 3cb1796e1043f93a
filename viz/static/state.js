// What is seen, as plain values: what the address holds, what history goes back to, what filters and drawing read.
GG.state = (() => {
  const LISTS = { t: "offTypes", r: "offRelations", th: "themes", h: "hidden" };
  const WORDS = { g: "region", p: "paper", d1: "from", d2: "to", f: "focus", s: "selected", a: "pathFrom", b: "pathTo", l: "language", m: "mode" };

  function fresh() {
    return {
      offTypes: [], offRelations: [], themes: [], hidden: [], region: "", paper: "", from: "", to: "", undated: true, signers: false, lone: true, confidence: 0, focus: "", steps: 1,
      page: 1, selected: "", pathFrom: "", pathTo: "", language: "zh", mode: "", pins: {}, camera: null, everything: false,
    };
  }

  function toHash(state) {
    const out = new URLSearchParams();
    for (const [short, name] of Object.entries(LISTS)) if (state[name].length) out.set(short, state[name].join("~"));
    for (const [short, name] of Object.entries(WORDS)) if (state[name] && !(name === "language" && state[name] === "zh")) out.set(short, state[name]);
    if (!state.undated) out.set("u", "0");
    if (state.signers) out.set("sg", "1");
    if (!state.lone) out.set("ln", "0");
    if (state.confidence) out.set("c", String(state.confidence));
    if (state.focus) out.set("k", String(state.steps));
    if (state.page > 1) out.set("n", String(state.page));
    if (state.everything) out.set("e", "1");
    const pins = Object.entries(state.pins).map(([key, [x, y]]) => `${key}*${Math.round(x)}*${Math.round(y)}`);
    if (pins.length) out.set("pin", pins.join("~"));
    if (state.camera) out.set("v", [state.camera.x.toFixed(1), state.camera.y.toFixed(1), state.camera.k.toFixed(4)].join("*"));
    return out.toString();
  }

  function number(text, low, high, otherwise) {
    const value = Number(text);
    return text !== null && text !== "" && Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : otherwise;
  }

  function fromHash(hash) {
    const state = fresh();
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    for (const [short, name] of Object.entries(LISTS)) state[name] = (given.get(short) || "").split("~").filter(Boolean);
    for (const [short, name] of Object.entries(WORDS)) state[name] = given.get(short) || state[name];
    if (state.language !== "en") state.language = "zh";
    if (!["dark", "light"].includes(state.mode)) state.mode = "";
    state.undated = given.get("u") !== "0";
    state.signers = given.get("sg") === "1";
    state.lone = given.get("ln") !== "0";
    state.confidence = number(given.get("c"), 0, 1, 0);
    state.steps = Math.round(number(given.get("k"), 1, 3, 1));
    state.page = Math.round(number(given.get("n"), 1, 9999, 1));
    state.everything = given.get("e") === "1";
    for (const pin of (given.get("pin") || "").split("~").filter(Boolean)) {
      const [key, x, y] = pin.split("*");
      if (Number.isFinite(+x) && Number.isFinite(+y)) state.pins[key] = [+x, +y];
    }
    const [x, y, k] = (given.get("v") || "").split("*").map(Number);
    if ([x, y, k].every(Number.isFinite)) state.camera = { x, y, k: Math.min(20, Math.max(0.005, k)) };
    return state;
  }

  // A new address for a change that "back" undoes; the same address for one that it need not (moving the picture).
  function store(state, remember) {
    const hash = "#" + toHash(state);
    if (hash === location.hash) return;
    if (remember) history.pushState(null, "", hash);
    else history.replaceState(null, "", hash);
  }

  return { fresh, toHash, fromHash, store };
})();

// Search with suggestions: names, short forms, pinyin initials, regions, quotes. That nothing was found is said, too.
GG.search = (() => {
  const { h, text } = GG;
  const MOST = 12;
  const WAIT = 150; // ms after a key before the server is asked
  const SAID = 600; // ms after a key before it is said that nothing was found
  const AROUND = 12; // characters shown on either side of a word in a quote
  let hits = [];
  let active = -1;

  // A file that holds a large network from above knows its regions only.
  function regions(app, query) {
    const wanted = query.trim();
    const found = Object.entries(app.base.regions).filter(([, name]) => wanted && name.includes(wanted)).sort((a, b) => a[1].indexOf(wanted) - b[1].indexOf(wanted) || GG.data.compare(a[0], b[0]));
    return found.slice(0, MOST).map(([code, label]) => ({ code, label, type: "Region", shape: app.base.classes.Region.shape, color: app.base.classes.Region.colour }));
  }

  // A few characters of the quote around the word that no name holds.
  function around({ place, word }, data) {
    const quote = GG.quotes.exact(data, place).replace(/\s+/g, " ");
    const at = quote.toLowerCase().indexOf(word);
    const [from, to] = [Math.max(0, at - AROUND), at + word.length + AROUND];
    return h("span", { class: "said", lang: "zh" }, from ? "…" : "", quote.slice(from, at), h("mark", null, quote.slice(at, at + word.length)), quote.slice(at + word.length, to), to < quote.length ? "…" : "");
  }

  // The list when nothing answers: a row that says so, in which there is nothing to choose.
  let saying = 0;
  function nothing(input, list, words) {
    list.replaceChildren(h("li", { role: "option", "aria-disabled": "true", class: "none" }, words));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    saying = setTimeout(() => { document.getElementById("said").textContent = words; }, SAID);
  }

  function show(app, input, list) {
    clearTimeout(saying);
    list.replaceChildren(...hits.map((node, i) => {
      const region = node.type === "Region" ? "" : app.data.regions[node.region] || "";
      return h("li", { role: "option", id: `hit${i}`, "aria-selected": String(i === active), onpointerdown: (event) => { event.preventDefault(); choose(app, input, list, i); } },
        GG.shapes.icon(node.shape, node.color, 14), h("span", { lang: "zh" }, node.label), node.place && around(node, app.data), h("span", { class: "where" }, region || text.of(app.data.classes[node.type])));
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
    const none = () => text.t(GG.parts.isLarge(app) ? (GG.parts.offline ? "noRegionHit" : "noNameHit") : "noHit", input.value.trim());
    const take = (found, otherwise) => {
      hits = found;
      active = hits.length ? 0 : -1;
      show(app, input, list);
      if (!hits.length && input.value.trim()) nothing(input, list, otherwise || none());
    };
    let asked = 0;
    // Answers that come late, after more was typed, are dropped.
    const ask = async () => {
      const turn = ++asked;
      await new Promise((done) => setTimeout(done, WAIT));
      if (turn !== asked) return;
      let [found, failed] = [[], ""];
      try {
        if (input.value.trim()) found = await GG.parts.find(input.value);
      } catch (error) {
        failed = text.t("notRead", String(error.message || error));
      }
      if (turn === asked && document.activeElement === input) take(found, failed);
    };
    const update = () => {
      if (!GG.parts.isLarge(app)) take(GG.matches.find(app.data, input.value, MOST).map(({ node, ...how }) => ({ ...node, ...how })));
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

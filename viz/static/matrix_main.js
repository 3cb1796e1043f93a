// Brings the parts of the matrix page together: every change goes through here, and the page is shown anew from the state.
(async () => {
  const { h, text, button } = GG;
  const $ = (id) => document.getElementById(id);
  const app = { data: null, state: null };

  app.say = (words) => { $("said").textContent = words; };
  app.change = (changes, { remember = true } = {}) => {
    Object.assign(app.state, changes);
    if (!("cell" in changes)) GG.list.reset();
    const hash = GG.state.toHash(app.state);
    if (hash !== location.hash) history[remember ? "pushState" : "replaceState"](null, "", hash);
    app.draw();
    if (changes.cell) $("panel").focus();
  };

  const option = (value, label, chosen) => h("option", { value, selected: value === chosen }, label);
  const choice = (name, options) => h("label", {}, text.t(name === "find" ? "find" : name), " ", h("select", { name, onchange: (event) => app.change({ [name]: event.target.value }) }, options.map(([value, label]) => option(value, label, app.state[name]))));
  const tick = (name) => h("label", {}, h("input", { type: "checkbox", name, checked: app.state[name], onchange: (event) => app.change({ [name]: event.target.checked }) }), " ", text.t(name));

  function filters() {
    const { data, state } = app;
    const all = ["", text.t("all")];
    const provinces = [...new Map(data.regions.filter((one) => one.province).map((one) => [one.code.slice(0, 2), one.province]))];
    const levels = ["province", "prefecture", "county", "town"].filter((level) => data.regions.some((one) => one.level === level));
    const dates = [...new Set(data.initiatives.map((one) => one.first).filter(Boolean))].sort();
    const times = dates.map((date) => [date, date]);
    const themes = Object.entries(data.themes).map(([id, theme]) => [id, text.of(theme)]);
    const sorts = [["code", text.t("byCode")], ["total", text.t("byTotal")], ...(dates.length ? [["first", text.t("byFirst")]] : [])];
    if (data.themes[state.sort]) sorts.push([state.sort, text.t("byTheme", text.of(data.themes[state.sort]))]);
    const matrix = state.view === "matrix";
    const find = h("input", { type: "search", name: "find", value: state.find, placeholder: text.t("findHint"), oninput: (event) => app.change({ find: event.target.value.trim() }, { remember: false }) });
    const open = $("filters").classList.contains("open");
    const toggle = button(text.t("filters"), () => { $("filters").classList.toggle("open"); app.draw(); }, { type: "button", class: "toggle", name: "toggle", "aria-expanded": String(open) });
    return [
      h("label", { class: "always" }, text.t("find"), " ", find), toggle, choice("province", [all, ...provinces]), matrix ? choice("level", [all, ...levels.map((level) => [level, text.t(`${level}Level`)])]) : "", choice("theme", [all, ...themes]),
      dates.length ? [choice("from", [all, ...times]), choice("to", [all, ...times]), tick("undated")] : "", matrix ? [choice("sort", sorts), tick("rolled")] : "",
      button(text.t("reset"), () => app.change({ ...GG.state.start, view: state.view, lang: state.lang }), {}),
    ].flat().filter(Boolean);
  }

  const tab = (view, label) => button(label, () => app.change({ view, cell: "" }), { role: "tab", "aria-selected": String(app.state.view === view), "aria-controls": "main" });

  function focused() {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    return at.dataset.cell ? `[data-cell="${CSS.escape(at.dataset.cell)}"]` : at.name ? `#filters [name="${at.name}"]` : null;
  }

  app.draw = () => {
    text.language = app.state.lang === "en" ? "en" : "zh";
    document.documentElement.lang = text.language === "zh" ? "zh-Hans" : "en";
    const back = focused();
    const caret = document.activeElement && document.activeElement.selectionStart;
    $("title").textContent = `${text.own("site", app.data.title)} · ${text.t("heading")}`;
    document.title = $("title").textContent;
    document.querySelectorAll("[data-t]").forEach((one) => { one.textContent = text.t(one.dataset.t); });
    document.querySelectorAll("[data-t-label]").forEach((one) => one.setAttribute("aria-label", text.t(one.dataset.tLabel)));
    $("views").replaceChildren(tab("matrix", text.t("matrix")), tab("list", text.t("list")));
    $("tools").replaceChildren(
      h("a", { href: "network.html" }, text.t("network")), button(text.t("print"), () => window.print(), {}),
      button(text.t("language"), () => app.change({ lang: app.state.lang === "zh" ? "en" : "zh" }), { "aria-label": text.t("languageLabel") }),
    );
    $("filters").replaceChildren(...filters());
    $("main").replaceChildren(...[app.state.view === "list" ? GG.list.draw(app) : GG.table.draw(app)].flat().filter(Boolean));
    GG.details.draw(app);
    const again = back && document.querySelector(back);
    if (again) {
      again.focus();
      if (again.type === "search" && caret !== null) again.setSelectionRange(caret, caret);
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !app.state.cell) return;
    const cell = app.state.cell;
    app.change({ cell: "" });
    const opener = document.querySelector(`[data-cell="${CSS.escape(cell)}"]`);
    if (opener) opener.focus();
  });
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("popstate", () => { app.state = GG.state.fromHash(location.hash); app.draw(); });
  try {
    app.data = await GG.state.read();
    app.state = GG.state.fromHash(location.hash);
    app.draw();
    document.documentElement.dataset.ready = "1";
  } catch (error) {
    $("main").textContent = error.message;
  }
})();

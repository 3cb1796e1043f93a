// The dialog for handing the view on: link, pictures, code to embed, print.
GG.share = (() => {
  const { h, button, text } = GG;

  const file = (app) => app.data.title.replace(/[\\/:*?"<>|\s]+/g, "_") || "gonghui";

  function frame() {
    const address = location.protocol === "file:" ? location.pathname.split("/").pop() + location.hash : location.href;
    const holder = h("iframe", { src: address, width: "100%", height: "640", frameborder: "0", title: document.title, loading: "lazy" });
    return holder.outerHTML;
  }

  function copying(value, label, said) {
    return button(label, async () => { said.textContent = text.t((await GG.copy(value())) ? "copied" : "copyFailed"); });
  }

  function open(app) {
    app.state.camera = app.drawer.camera();
    GG.state.store(app.state, false);
    const said = h("span", { class: "said", role: "status" });
    const code = h("textarea", { class: "code", rows: 3, readonly: true, "aria-label": text.t("iframe") });
    code.value = frame();
    GG.help.dialog(text.t("share"),
      h("p", { class: "note" }, text.t("shareHint")),
      h("div", { class: "actions" }, copying(() => location.href, text.t("copyLink"), said), said),
      h("div", { class: "actions" },
        button(text.t("png"), async () => GG.picture.save(await GG.picture.png(app), `${file(app)}.png`)),
        button(text.t("svg"), () => GG.picture.save(new Blob([GG.picture.svg(app)], { type: "image/svg+xml" }), `${file(app)}.svg`)),
        button(text.t("print"), () => { document.getElementById("dialog").close(); window.print(); })),
      h("h3", null, text.t("iframe")), code, copying(() => code.value, text.t("copyCode"), h("span")));
  }

  return { open };
})();

// Dialogs: how to read the picture (on the first visit, and whenever asked for).
GG.help = (() => {
  const SEEN = "gonghui-help-seen";

  function dialog(title, ...content) {
    const box = document.getElementById("dialog");
    const heading = GG.h("h2", { id: "dialogTitle" }, title);
    box.setAttribute("aria-labelledby", "dialogTitle");
    box.className = "";
    box.replaceChildren(GG.button("✕", () => box.close(), { class: "close", "aria-label": GG.text.t("close") }), heading, ...content.flat(3).filter(Boolean));
    if (!box.open) box.showModal();
    box.scrollTop = 0; // the browser scrolls to what it focuses: a small window would open at the end
    return box;
  }

  function open() {
    const { h, text } = GG;
    dialog(text.t("helpTitle"), h("ol", { class: "help" }, text.help().map((line) => h("li", null, line))), h("p", { class: "note keys" }, text.t("keyhint")),
      GG.button(text.t("start"), () => document.getElementById("dialog").close(), { class: "wide strong", autofocus: true }));
  }

  // Storage may be closed to pages opened from disk or in frames: then the help is shown again.
  function first() {
    try {
      if (localStorage.getItem(SEEN)) return;
      localStorage.setItem(SEEN, "1");
    } catch { /* shown each time */ }
    open();
  }

  return { open, first, dialog };
})();

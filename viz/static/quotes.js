// Quotes in their paragraph, with their source, and citations of them.
GG.quotes = (() => {
  const points = new Map(); // passage -> its text as a list of code points: offsets count these, not UTF-16 units

  function chars(data, passage) {
    if (!points.has(passage)) points.set(passage, Array.from(data.passages[passage][2]));
    return points.get(passage);
  }

  const ENTITIES = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', ldquo: "“", rdquo: "”", middot: "·", hellip: "…", mdash: "—" };

  // The words of a piece of HTML; it may begin or end inside a tag.
  const words = (piece) => piece.replace(/^[^<>]*>|<[^<>]*>|<[^<>]*$/g, "").replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole).replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Math.min(+code, 0x10ffff)));

  // A quote as it is written, but in one line: a line of a newspaper breaks inside words, so the break itself is no space (between Latin words it is).
  const line = (quote) => quote.trim().replace(/\s*[\r\n]\s*/g, (_, at, whole) => (/\w$/.test(whole.slice(0, at)) && /^\s*\w/.test(whole.slice(at)) ? " " : ""));

  // Before the quote, the quote, after it. Offsets count the file as it is; tags are not shown.
  function parts(data, [passage, start, end]) {
    const list = chars(data, passage);
    const pieces = [list.slice(0, start), list.slice(start, end), list.slice(end)].map((piece) => piece.join(""));
    return /\.x?html?$/i.test(data.pages[data.passages[passage][0]][0]) ? pieces.map(words) : pieces;
  }

  const exact = (data, place) => parts(data, place)[1]; // the quote as it is written

  function source(data, [passage, start, end, article]) {
    const [page, offset] = data.passages[passage];
    const [file, paper, date] = data.pages[page];
    const [, headline, taken] = article >= 0 ? data.articles[article] : [0, "", ""];
    return { file, paper, date, headline, taken, from: offset + start, to: offset + end };
  }

  function citation(data, place) {
    const s = source(data, place);
    const quote = line(exact(data, place));
    const where = [s.headline && `《${s.headline.trim()}》`, s.paper && (s.paper.startsWith("《") ? s.paper : `《${s.paper}》`), s.date].filter(Boolean).join(", ");
    return `“${quote}”${where ? " — " + where : ""}(${s.file}, ${GG.text.t("chars", s.from, s.to)})`;
  }

  function element(data, place, confidence) {
    const { h, text } = GG;
    const [before, quote, after] = parts(data, place);
    const s = source(data, place);
    const said = h("span", { class: "said", role: "status" });
    const cite = GG.button(text.t("cite"), async () => { said.textContent = text.t((await GG.copy(citation(data, place))) ? "copied" : "copyFailed"); }, { class: "quiet" });
    const where = [s.headline && `《${s.headline.trim()}》`, s.paper, s.date, s.taken].filter(Boolean).join(" · ");
    return h("figure", { class: "quote" },
      h("blockquote", { lang: "zh" }, before.trimStart(), h("mark", null, quote), after.trimEnd()),
      h("figcaption", null,
        where && h("span", null, where), h("span", { class: "file" }, `${s.file} · ${text.t("chars", s.from, s.to)}`),
        confidence !== null && confidence !== undefined && h("span", null, text.t("conf", confidence.toFixed(2))), cite, said));
  }

  // The first quote in short; its paragraph and the other quotes are made when it is opened.
  function fold(data, places, confidence, open) {
    if (!places.length) return null;
    const details = GG.h("details", { class: "fold", open }, GG.h("summary", null,
      GG.h("span", { class: "short", lang: "zh" }, line(exact(data, places[0]))), places.length > 1 && GG.h("span", { class: "n" }, GG.text.t("evidenceN", places.length))));
    let made = false;
    const fill = () => { if (details.open && !made) { made = true; details.append(...places.map((place) => element(data, place, confidence))); } };
    details.addEventListener("toggle", fill);
    fill();
    return details;
  }

  return { fold, citation, element, exact };
})();

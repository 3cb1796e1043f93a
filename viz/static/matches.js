// Which nodes answer a search: each word in a name, another name, the pinyin initials, the region's names, or a quote. Pure: no element of the page.
GG.matches = (() => {
  const [IN_REGION, IN_QUOTE] = [9, 10]; // behind all ways in which a name answers

  // How well a node's names answer: lower is better, Infinity not at all.
  function score(node, wanted) {
    const name = node.label.toLowerCase();
    const forms = (node.aliases || []).map((alias) => alias.toLowerCase());
    if (name === wanted) return 0;
    if (forms.includes(wanted)) return 1;
    if (name.startsWith(wanted)) return 2;
    if (forms.some((form) => form.startsWith(wanted))) return 3;
    if (name.includes(wanted)) return 4;
    if (forms.some((form) => form.includes(wanted))) return 5;
    if (/^[a-z0-9]+$/.test(wanted) && node.py.startsWith(wanted)) return 6;
    if (wanted.length > 2 && /^[a-z0-9]+$/.test(wanted) && node.py.includes(wanted)) return 7;
    return loose(name, wanted) ? 8 : Infinity;
  }

  // All characters in this order, as in 盐城总工会 for 盐城市总工会.
  function loose(name, wanted) {
    if (wanted.length < 3) return false;
    let at = -1;
    for (const char of wanted) {
      at = name.indexOf(char, at + 1);
      if (at < 0) return false;
    }
    return true;
  }

  // The codes of the regions that are called so, or lie in one that is.
  function places(data, word) {
    const found = new Set();
    for (const code of new Set(data.home)) {
      for (let above = code; above; above = GG.data.parent(above, data.regions)) if ((data.regions[above] || "").toLowerCase().includes(word)) found.add(code);
    }
    return found;
  }

  // passage -> [[node, place], …]: the sentences that facts and figures rest on. Made when a search first asks.
  function quotesOf(data) {
    if (!data.quoted) {
      data.quoted = new Map();
      const add = (node, place) => GG.data.push(data.quoted, place[0], [node, place]);
      data.facts.forEach(([head, , tail, , , list]) => list.forEach((place) => { add(head, place); if (tail !== head) add(tail, place); }));
      data.figures.forEach((figure) => add(figure[0], figure[8]));
    }
    return data.quoted;
  }

  // node -> the first of its quotes that holds the word
  function quotes(data, word) {
    const found = new Map();
    if (word.length < 2) return found;
    for (const [passage, list] of quotesOf(data)) {
      if (!data.passages[passage][2].toLowerCase().includes(word)) continue;
      for (const [node, place] of list) if (!found.has(node) && GG.quotes.exact(data, place).toLowerCase().includes(word)) found.set(node, place);
    }
    return found;
  }

  // The best answers to a query whose words must all be answered: [{node, place: of the quote that alone holds a word, word}, …].
  function find(data, query, most) {
    const whole = query.trim().toLowerCase();
    if (!whole) return [];
    const words = whole.split(/\s+/).map((word) => ({ word, places: places(data, word), quotes: quotes(data, word) }));
    const found = [];
    data.rank.forEach((id, order) => {
      const node = data.nodes[id];
      let points = score(node, whole);
      const hit = { node };
      if (points === Infinity) points = words.reduce((sum, one) => sum + answer(data, hit, one), 0);
      if (points < Infinity) found.push([points, order, hit]);
    });
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, most).map((entry) => entry[2]);
  }

  function answer(data, hit, { word, places: regions, quotes: said }) {
    const points = score(hit.node, word);
    if (points < Infinity) return points;
    if (regions.has(data.home[hit.node.id])) return IN_REGION;
    if (!said.has(hit.node.id)) return Infinity;
    Object.assign(hit, { place: said.get(hit.node.id), word });
    return IN_QUOTE;
  }

  return { find };
})();

// The page's data with the indexes that everything else looks things up in. Read-only after load.
GG.data = (() => {
  async function read() {
    const element = document.getElementById("data");
    if (element.type === "application/json") return JSON.parse(element.textContent);
    if (typeof DecompressionStream === "undefined") throw new Error(GG.text.t("damaged"));
    const binary = atob(element.textContent);
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).json();
  }

  // 320922 lies in 320900 lies in 320000; a town's nine digits lie in its county's six.
  function within(code, region) {
    if (region === "none") return !code;
    if (region.endsWith("=")) return code === region.slice(0, -1); // a region without its subregions
    if (!code || !region) return false;
    if (region.endsWith("0000")) return code.startsWith(region.slice(0, 2));
    if (region.endsWith("00") && region.length === 6) return code.startsWith(region.slice(0, 4));
    return code.startsWith(region);
  }

  function parent(code, regions) {
    const above = code.length > 6 ? [code.slice(0, 6)] : [];
    above.push(code.slice(0, 4) + "00", code.slice(0, 2) + "0000");
    return above.find((upper) => upper !== code && regions[upper]) || "";
  }

  function index(data) {
    data.byKey = new Map(data.nodes.map((node) => [node.key, node.id]));
    data.near = data.nodes.map(() => []); // node -> [[other node, edge], …]
    data.edges.forEach((edge, i) => {
      data.near[edge.from].push([edge.to, i]);
      if (edge.to !== edge.from) data.near[edge.to].push([edge.from, i]);
    });
    data.factsOf = data.nodes.map(() => []);
    data.facts.forEach((fact, i) => {
      data.factsOf[fact[0]].push(i);
      if (fact[2] !== fact[0]) data.factsOf[fact[2]].push(i);
    });
    data.figuresOf = new Map();
    data.figures.forEach((figure) => push(data.figuresOf, figure[0], figure));
    data.similarOf = new Map();
    data.similar.forEach(([a, b, ...why]) => { push(data.similarOf, a, [b, ...why]); push(data.similarOf, b, [a, ...why]); });
    data.elsewhereOf = new Map();
    data.elsewhere.forEach(([a, ...other]) => push(data.elsewhereOf, a, other));
    data.home = data.nodes.map((node) => node.region || node.adcode || node.group); // where a node is counted
    // most links first: the order in which labels are placed and lists are shown
    data.rank = data.nodes.map((node) => node.id).sort((a, b) => data.near[b].length - data.near[a].length || data.nodes[b].mentions - data.nodes[a].mentions || a - b);
    return data;
  }

  // What a node is drawn with: its region, "" without any; those who only sign stand apart (graph/layout.py).
  const island = (node) => (node.signer ? "~" : node.group);

  // Plain order of characters: the collation of a language takes long to load.
  const compare = (a, b) => (a < b ? -1 : Number(a > b));

  // Which pages each fact and each node is on: made when a filter by paper or date first asks.
  function pagesOf(data) {
    if (!data.onPages) {
      const facts = data.facts.map((fact) => [...new Set(fact[5].map((place) => data.passages[place[0]][0]))]);
      const nodes = data.nodes.map((node) => {
        const pages = new Set((node.seen || []).map((place) => data.passages[place[0]][0]));
        data.factsOf[node.id].forEach((fact) => facts[fact].forEach((page) => pages.add(page)));
        return [...pages];
      });
      data.onPages = { facts, nodes };
    }
    return data.onPages;
  }

  function push(map, key, value) {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(value);
  }

  return { read, index, within, parent, pagesOf, push, compare, island };
})();

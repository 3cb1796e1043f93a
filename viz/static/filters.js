// State and data -> which nodes and links are to be seen. Pure: no element of the page is touched here.
GG.filters = (() => {
  function pageOk(data, state, page) {
    const [, paper, date] = data.pages[page];
    if (state.paper && paper !== state.paper) return false;
    if (!date) return state.undated || !(state.from || state.to);
    if (state.from && date < state.from.slice(0, date.length)) return false;
    return !(state.to && date.slice(0, state.to.length) > state.to);
  }

  // Whether one of the "facts" or "nodes" is on a page that passes.
  function pageTest(data, state, which) {
    if (!(state.paper || state.from || state.to)) return () => true;
    const ok = data.pages.map((_, page) => pageOk(data, state, page));
    const pages = GG.data.pagesOf(data)[which];
    return (i) => pages[i].some((page) => ok[page]);
  }

  // Facts that pass by relation, confidence, paper and date.
  function facts(data, state) {
    const off = new Set(state.offRelations);
    const onPage = pageTest(data, state, "facts");
    return data.facts.map((fact, i) => !off.has(fact[1]) && !(fact[4] !== null && fact[4] < state.confidence) && onPage(i));
  }

  function nodes(data, state) {
    const off = new Set(state.offTypes);
    const hidden = new Set(state.hidden);
    const onPage = pageTest(data, state, "nodes");
    return data.nodes.map((node, i) => !off.has(node.type) && !hidden.has(node.key) && (node.signer ? state.signers : state.lone || data.near[i].length > 0) && onPage(i));
  }

  // A filter by theme or region keeps what matches, and of the rest only what can have none of its own and touches a match.
  function narrow(data, shown, links, matches, blank) {
    const core = data.nodes.map((node, i) => shown[i] && matches(node, i));
    return data.nodes.map((node, i) => core[i] || (shown[i] && blank(node, i) && data.near[i].some(([other, edge]) => core[other] && links[edge])));
  }

  function linkFacts(data, keep) {
    return data.edges.map((edge) => edge.facts.some((fact) => keep[fact]));
  }

  // {nodes: [bool], links: [bool], facts: [bool]}
  function apply(data, state) {
    const keep = facts(data, state);
    const links = linkFacts(data, keep);
    let shown = nodes(data, state);
    if (state.region) shown = narrow(data, shown, links, (node, i) => GG.data.within(data.home[i], state.region), (node, i) => !data.home[i]);
    if (state.themes.length) {
      const wanted = new Set(state.themes);
      shown = narrow(data, shown, links, (node) => (node.themes || []).some((theme) => wanted.has(theme)), (node) => node.type !== "Initiative");
    }
    const seen = data.edges.map((edge, i) => links[i] && shown[edge.from] && shown[edge.to]);
    const result = { nodes: shown, links: seen, facts: keep, path: null };
    if (state.pathFrom && state.pathTo) return GG.walks.onlyPath(data, result, data.byKey.get(state.pathFrom), data.byKey.get(state.pathTo));
    if (state.focus && data.byKey.has(state.focus)) return GG.walks.around(data, result, data.byKey.get(state.focus), state.steps);
    return result;
  }

  return { apply };
})();

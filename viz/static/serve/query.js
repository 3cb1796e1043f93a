// The SPARQL editor: YASGUI with completion from our own vocabulary; it asks no other server.
"use strict";

const STANDARD_CLASSES = ["org:Membership", "org:Role", "skos:Concept", "rdf:Statement", "qb:Observation", "oa:SpecificResource"];
const STANDARD_PROPERTIES = [
  "rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel", "rdf:subject", "rdf:predicate", "rdf:object", "prov:wasDerivedFrom",
  "oa:hasSelector", "oa:hasSource", "oa:exact", "oa:start", "oa:end", "org:member", "org:organization", "org:role", "dcterms:title",
  "dcterms:date", "schema:mentions",
];

function expand(name, prefixes) {
  const colon = name.indexOf(":");
  return prefixes[name.slice(0, colon)] + name.slice(colon + 1);
}

function names(data, kind, standard) {
  const own = data.terms.filter((term) => term.kind === kind).map((term) => term.name);
  return own.concat(standard).map((name) => expand(name, data.prefixes)).sort();
}

function setCompletion(Yasqe, data) {
  const local = { persistenceId: null, bulk: true };
  const prefixes = Object.entries(data.prefixes).map(([name, space]) => `${name}: <${space}>`).sort();
  Yasqe.forkAutocompleter("class", { ...local, name: "our-classes", get: () => names(data, "class", STANDARD_CLASSES) });
  Yasqe.forkAutocompleter("property", { ...local, name: "our-properties", get: () => names(data, "property", STANDARD_PROPERTIES) });
  Yasqe.forkAutocompleter("prefixes", { ...local, name: "our-prefixes", get: () => prefixes });
  Yasqe.defaults.autocompleters = ["our-prefixes", "our-classes", "our-properties", "variables"];
}

// Addresses of things in the answers open their pages here.
function openHere(event, base) {
  const link = event.target.closest("a[href]");
  const space = `${base}id/`;
  if (link && link.getAttribute("href").startsWith(space)) {
    event.preventDefault();
    event.stopPropagation();
    window.open(`/id/${link.getAttribute("href").slice(space.length)}`, "_blank", "noopener");
  }
}

function offerQuestions(data, yasgui) {
  const select = document.getElementById("questions");
  for (const question of data.questions) {
    const option = document.createElement("option");
    option.value = question.name;
    option.textContent = question.said;
    select.append(option);
  }
  const show = (name) => {
    const question = data.questions.find((candidate) => candidate.name === name);
    if (!question) return;
    select.value = name;
    yasgui.getTab().setQuery(question.query);
    yasgui.getTab().query();
  };
  select.addEventListener("change", () => show(select.value));
  show(new URLSearchParams(location.search).get("ask"));
}

async function start() {
  document.body.classList.add("wide");
  const data = await (await fetch("/editor.json")).json();
  setCompletion(Yasgui.Yasqe, data);
  const used = ["gh", "id", "theme", "rdfs", "skos", "rdf"];
  const head = used.map((name) => `PREFIX ${name}: <${data.prefixes[name]}>`).join("\n");
  Yasgui.Yasqe.defaults.value = `${head}\nSELECT ?name ?type WHERE {\n  ?thing rdfs:label ?name ; a ?type .\n} LIMIT 20\n`;
  const endpoint = `${location.origin}/sparql`;
  const yasgui = new Yasgui(document.getElementById("editor"), {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: false,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    persistenceId: "gonghui",
    yasr: { prefixes: data.prefixes },
  });
  document.addEventListener("click", (event) => openHere(event, data.base), true);
  offerQuestions(data, yasgui);
}

start();

import { wholeData } from "./data.js";
import { h } from "./dom.js";
import { build, buildAll, forget } from "./lazy.js";
import { chartsPanel, detailOf, findingsPanel, matcher, narrativePanel, tablesPanel } from "./panels.js";
import { confirmation, decisionsPanel, editorOf, reviewBar } from "./review.js";
import { ruleName } from "./rules.js";
import { viewer } from "./viewer.js";
import { isChinese, switchLanguage, word } from "./words.js";

/** `isWhole` once the data of tables and places has come: until then it has pages and findings, and `rest` says how it stands. */
const state = { data: JSON.parse(document.getElementById("head").textContent), isWhole: false, rest: "coming" };
const TABS = [
  "findings",
  "tables",
  "narrative",
  "performance",
  "structure",
  ...(state.data.review ? ["decisions"] : []),
];
/** Where each kind of place stands. */
const TAB_OF = { cell: "tables", text: "tables", performance: "performance", statement: "narrative" };
const filter = { text: "", form: "", rule: "" };
let tab = "findings";
let chosen = [];
let pages;
let panel;
let detail;
/** What was clicked before the data came. */
let waiting = () => {};
/** Selectors of what a value was chosen with, the best first. */
let origin = ["#panel"];

/** Where an element, or what stands in its place later, is found. */
function trailOf(element) {
  const item = element.closest("#panel li");
  return [
    element.id && `#${element.id}`,
    element.dataset.id && `#panel [data-id="${element.dataset.id}"]`,
    item && `#panel li:nth-child(${[...item.parentElement.children].indexOf(item) + 1}) button`,
    ...(detail.contains(element) ? ["#detail input", ...origin] : []),
    "#panel",
  ].filter(Boolean);
}

/** Who works with keys is not thrown to the top of the page when what had the focus goes. */
function keepFocus(change) {
  const old = document.activeElement;
  const trail = old === document.body ? [] : trailOf(old);
  change();
  if (document.activeElement !== document.body) return;
  trail
    .map((selector) => document.querySelector(selector))
    .find(Boolean)
    ?.focus({ preventScroll: true });
}

/** Shows places on their pages, and the first in its table where that was not what was clicked. */
function select(ids, reveal, page) {
  if (!state.isWhole) {
    waiting = () => select(ids, reveal, page);
    if (page) pages.show(page);
    return;
  }
  chosen = ids;
  if (page) pages.show(page);
  pages.light(ids);
  for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
  const { activeElement } = document;
  if (ids.length > 0 && activeElement !== document.body && !detail.contains(activeElement))
    origin = trailOf(activeElement);
  keepFocus(() => {
    detail.replaceChildren();
    if (ids.length === 0) return;
    const editor = state.data.review ? editorOf(ids[0], state, take) : null;
    detail.append(detailOf(ids[0], state.data, select, () => select([], false), editor));
  });
  if (ids.length === 0) return;
  if (reveal && tab !== "findings") openTab(TAB_OF[state.data.places[ids[0]].kind]);
  const tables = new Set(ids.map((id) => String(state.data.places[id].performance ?? state.data.places[id].table)));
  for (const frame of panel.querySelectorAll("section.table")) if (tables.has(frame.dataset.of)) build(frame);
  for (const id of ids) for (const one of panel.querySelectorAll(`[data-id="${id}"]`)) one.classList.add("chosen");
  if (reveal) panel.querySelector(`[data-id="${ids[0]}"]`)?.scrollIntoView({ block: "center", inline: "nearest" });
}

function openTab(name) {
  tab = name;
  for (const button of document.querySelectorAll('[role="tab"]')) {
    button.setAttribute("aria-selected", String(button.dataset.tab === name));
    button.tabIndex = button.dataset.tab === name ? 0 : -1;
    button.textContent = labelOf(button.dataset.tab);
  }
  forget();
  panel.setAttribute("aria-labelledby", `tab-${name}`);
  const isHere = state.isWhole || name === "findings" || name === "decisions";
  panel.replaceChildren(isHere ? contentOf(name) : h("p", { class: "none", role: "status" }, word(state.rest)));
}

function labelOf(name) {
  const { findings, review } = state.data;
  const count = { findings: findings.length, decisions: review?.entries.length }[name];
  return count === undefined ? word(name) : `${word(name)} ${count}`;
}

function contentOf(name) {
  const { data } = state;
  const match = matcher(filter, data);
  const confirm = data.review ? (index) => confirmation(index, state, take) : () => null;
  if (name === "findings") return findingsPanel(data, match, select, confirm);
  if (name === "narrative") return narrativePanel(data, match, select);
  if (name === "structure") return chartsPanel(data, select);
  if (name === "decisions") return decisionsPanel(state, take);
  return tablesPanel(name === "tables" ? data.tables : data.indicators, data, match, select);
}

/** Other data of the same document: what is looked at stays where it is. */
function take(data) {
  state.data = data;
  pages.update();
  const { scrollTop } = panel;
  keepFocus(() => {
    openTab(tab);
    select(chosen, false);
  });
  const row = panel.querySelector("td.chosen, .fact.chosen");
  if (row) row.scrollIntoView({ block: "center", inline: "nearest" });
  else panel.scrollTop = scrollTop;
}

function choice(name, options, all) {
  const list = h(
    "select",
    {
      "aria-label": word(all),
      change: (event) => {
        filter[name] = event.target.value;
        openTab(tab);
      },
    },
    h("option", { value: "" }, word(all)),
    ...options.map(([value, text]) => h("option", { value }, text)),
  );
  list.value = filter[name];
  return list;
}

function start() {
  const { data } = state;
  panel = h("div", { id: "panel", role: "tabpanel", tabindex: 0 });
  detail = h("div", { id: "detail" });
  pages = viewer(state, select);
  document.body.querySelector("main")?.remove();
  document.body.prepend(
    h(
      "main",
      {},
      heading(),
      pages.root,
      h(
        "section",
        { class: "side", "aria-label": word("side") },
        h("div", { role: "tablist", "aria-label": word("side"), keydown: moveTab }, ...TABS.map(tabButton)),
        data.review ? reviewBar(data.review) : null,
        panel,
        detail,
        h(
          "p",
          { class: "keys" },
          ...["held", "unproved", "contradicted", "doubtful"].map((proof) =>
            h("span", { class: `chip ${proof}` }, word(proof)),
          ),
          word("keys"),
        ),
      ),
    ),
  );
  openTab(tab);
}

function tabButton(name) {
  const click = () => openTab(name);
  const attributes = { type: "button", role: "tab", id: `tab-${name}`, "data-tab": name, "aria-controls": "panel" };
  return h("button", { ...attributes, click }, labelOf(name));
}

function heading() {
  const { document: identity, status, source, missing, findings, tables } = state.data;
  const { title, entity, fiscalYear } = identity;
  const names = missing.map(({ id, title: name }) => (isChinese() ? name : id));
  const absent = missing.length > 0 ? `${word("missing")}: ${names.join(isChinese() ? "、" : ", ")}` : null;
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const named = (rule) => [rule, isChinese() && ruleName(rule) ? `${rule}  ${ruleName(rule)}` : rule];
  const search = (event) => {
    filter.text = event.target.value;
    openTab(tab);
  };
  const turn = () => {
    const { scrollTop } = pages.root;
    switchLanguage();
    keepFocus(start);
    if (state.isWhole) select(chosen, false);
    pages.root.scrollTop = scrollTop;
  };
  return h(
    "header",
    {},
    h("h1", {}, h("bdi", {}, title ?? entity ?? source.file)),
    h("p", {}, [fiscalYear, word(status), source.file, absent].filter(Boolean).join(" · ")),
    h(
      "div",
      { class: "filters", role: "search", "aria-label": word("filters") },
      h("input", {
        type: "search",
        id: "search",
        value: filter.text,
        placeholder: word("search"),
        "aria-label": word("search"),
        input: search,
      }),
      choice("form", [...new Map(tables.map(({ id, title: name }) => [id, name]))], "allForms"),
      choice("rule", rules.map(named), "allRules"),
      h("button", { type: "button", id: "language", click: turn }, word("language")),
    ),
  );
}

function moveTab(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  openTab(TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length]);
  document.getElementById(`tab-${tab}`).focus();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") select([], false);
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input,select")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("search").focus();
  }
  if (event.key !== "n" && event.key !== "p") return;
  if (tab !== "findings") openTab("findings");
  const all = [...panel.querySelectorAll(".finding")];
  const next = all[(all.indexOf(document.activeElement) + (event.key === "n" ? 1 : -1) + all.length) % all.length];
  next?.focus();
  next?.click();
});
// On paper stand the findings, then every table.
addEventListener("beforeprint", () => {
  panel.replaceChildren(contentOf("findings"), contentOf("structure"), contentOf("tables"));
  buildAll();
});
addEventListener("afterprint", () => openTab(tab));
start();
wholeData(state.data.review !== null)
  .then((data) => {
    state.data = data;
    state.isWhole = true;
    pages.update();
    if (tab !== "findings") openTab(tab);
    waiting();
  })
  .catch((error) => {
    console.error(error);
    state.rest = "lost";
    openTab(tab);
  });

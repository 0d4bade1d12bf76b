import { h } from "./dom.js";
import { chartsPanel, detailOf, findingsPanel, matcher, narrativePanel, tableView } from "./panels.js";
import { viewer } from "./viewer.js";
import { switchLanguage, word } from "./words.js";

const TABS = ["findings", "tables", "narrative", "performance", "structure"];
const data = JSON.parse(document.getElementById("data").textContent);
const filter = { text: "", form: "", rule: "" };
let tab = "findings";
let pages;
let panel;
let detail;

/** Shows places on their pages, and the first in its table where that was not what was clicked. */
function select(ids, reveal, page) {
  if (page) pages.show(page);
  pages.light(ids);
  for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
  detail.replaceChildren();
  if (ids.length === 0) return;
  detail.append(detailOf(ids[0], data, select, () => select([], false)));
  const { table, path } = data.places[ids[0]];
  if (reveal && tab !== "findings") openTab(table !== undefined ? "tables" : path !== undefined ? "narrative" : tab);
  for (const id of ids) for (const one of panel.querySelectorAll(`[data-id="${id}"]`)) one.classList.add("chosen");
  if (reveal) panel.querySelector(`[data-id="${ids[0]}"]`)?.scrollIntoView({ block: "center", inline: "nearest" });
}

function openTab(name) {
  tab = name;
  for (const button of document.querySelectorAll('[role="tab"]')) {
    button.setAttribute("aria-selected", String(button.dataset.tab === name));
    button.tabIndex = button.dataset.tab === name ? 0 : -1;
  }
  panel.setAttribute("aria-labelledby", `tab-${name}`);
  panel.replaceChildren(contentOf(name));
}

function contentOf(name) {
  const match = matcher(filter, data);
  if (name === "findings") return findingsPanel(data, match, select);
  if (name === "narrative") return narrativePanel(data, match, select);
  if (name === "structure") return chartsPanel(data, select);
  const tables = name === "tables" ? data.tables.filter(match.table) : data.indicators;
  return h("div", {}, ...tables.map((table) => tableView(table, data, match, select)));
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
  const forms = new Map(data.tables.map(({ id, title }) => [id, title]));
  const rules = [...new Set(data.findings.map(({ rule }) => rule))].sort().map((rule) => [rule, rule]);
  const tabs = TABS.map((name) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${name}`,
        "data-tab": name,
        "aria-controls": "panel",
        click: () => openTab(name),
      },
      `${word(name)}${name === "findings" ? ` ${data.findings.length}` : ""}`,
    ),
  );
  panel = h("div", { id: "panel", role: "tabpanel", tabindex: 0 });
  detail = h("div", { id: "detail" });
  pages = viewer(data, select);
  const { title, entity, fiscalYear } = data.document;
  document.body.querySelector("main")?.remove();
  document.body.prepend(
    h(
      "main",
      {},
      h(
        "header",
        {},
        h("h1", {}, h("bdi", {}, title ?? entity ?? data.source.file)),
        h(
          "p",
          {},
          [
            fiscalYear,
            word(data.status),
            data.source.file,
            data.missing.length > 0 ? `${word("missing")}: ${data.missing.join(", ")}` : null,
          ]
            .filter(Boolean)
            .join(" · "),
        ),
        h(
          "div",
          { class: "filters", role: "search", "aria-label": word("filters") },
          h("input", {
            type: "search",
            id: "search",
            value: filter.text,
            placeholder: word("search"),
            "aria-label": word("search"),
            input: (event) => {
              filter.text = event.target.value;
              openTab(tab);
            },
          }),
          choice("form", [...forms], "allForms"),
          choice("rule", rules, "allRules"),
          h(
            "button",
            {
              type: "button",
              id: "language",
              click: () => {
                switchLanguage();
                start();
              },
            },
            word("language"),
          ),
        ),
      ),
      pages.root,
      h(
        "section",
        { class: "side", "aria-label": word("tables") },
        h("div", { role: "tablist", "aria-label": word("tables"), keydown: moveTab }, ...tabs),
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
addEventListener("beforeprint", () =>
  panel.replaceChildren(contentOf("findings"), contentOf("structure"), contentOf("tables")),
);
addEventListener("afterprint", () => openTab(tab));
start();

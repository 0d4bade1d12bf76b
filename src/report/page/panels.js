import { h, svg } from "./dom.js";
import { later } from "./lazy.js";
import { ruleName } from "./rules.js";
import { isChinese, word } from "./words.js";

const plain = (text) => text.normalize("NFKC").replace(/[\s,]/g, "").toLowerCase();

/** What the filters let pass. */
export function matcher({ text, form, rule }, data) {
  const wanted = plain(text);
  const has = (...texts) => wanted === "" || texts.some((one) => one && plain(one).includes(wanted));
  return {
    isNarrow: wanted !== "" || form !== "" || rule !== "",
    finding: (f) =>
      (form === "" || f.place.table === form) &&
      (rule === "" || f.rule === rule) &&
      has(f.rule, ruleName(f.rule), f.message, f.actual, f.expected, f.label),
    table: (t) => form === "" || t.id === form,
    row: (r) =>
      (rule === "" || r.cells.some((id) => data.places[id]?.proofs.some((p) => data.proofs[p].rule === rule))) &&
      has(
        r.label,
        r.code,
        ...r.cells.flatMap((id) => [data.places[id]?.text, data.places[id]?.override && data.places[id].value]),
      ),
    section: (s) => form === "" && has(s.heading, ...s.paragraphs.map((p) => p.text)),
  };
}

/** @param confirm what stands behind the finding of an index, or null */
export function findingsPanel(data, match, select, confirm) {
  const found = [...data.findings.entries()].filter(([, f]) => match.finding(f));
  if (found.length === 0) return h("p", { class: "none" }, word("none"));
  const items = found.map(([index, f]) => {
    const ids = [...new Set([...(f.at === null ? [] : [f.at]), ...f.places])];
    const values = [
      ["actual", f.actual],
      ["expected", f.expected],
    ].filter(([, value]) => value !== null);
    return h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: `finding ${f.severity}`,
          "data-rule": f.rule,
          click: () => (ids.length > 0 ? select(ids, true) : select([], false, f.place.page)),
        },
        h(
          "span",
          { class: "head" },
          h("b", {}, word(f.severity)),
          h("code", {}, f.rule),
          isChinese() ? h("span", { class: "rule" }, ruleName(f.rule)) : null,
          h("span", {}, f.place.page ? word("page", f.place.page) : ""),
        ),
        h("bdi", { class: "label" }, f.label),
        values.length > 0
          ? h(
              "span",
              { class: "values" },
              ...values.map(([key, value]) => h("span", {}, `${word(key)} `, h("bdi", {}, value))),
            )
          : null,
        h("span", { class: "message" }, isChinese() ? `${word("english")}: ` : "", h("bdi", { lang: "en" }, f.message)),
        f.confirmed
          ? h("bdi", { class: "confirmed" }, `✓ ${word("confirmed")} · ${f.confirmed.author} · ${f.confirmed.reason}`)
          : null,
      ),
      confirm(index),
    );
  });
  return h("ul", { class: "findings" }, ...items);
}

/** Rows that are built at once: more than a document of 30 pages shows at a time, fewer than take long (NOTES.md). */
const ROWS_AT_ONCE = 400;
/** Height of a row, px, until it is there. */
const ROW_HEIGHT = 30;

/** What is far down is built when it comes near; of what is searched for, only tables that have it. */
export function tablesPanel(tables, data, match, select) {
  let count = 0;
  const sections = tables.flatMap((table, index) => {
    const rows = match.table(table) ? table.rows.filter(match.row) : [];
    if (rows.length === 0 && match.isNarrow) return [];
    const frame = h("section", { class: "table", "data-of": tables === data.tables ? index : table.id });
    frame.append(
      h("h2", {}, h("bdi", {}, table.title), h("small", {}, word("page", [...new Set(table.pages)].join("–")))),
    );
    frame.style.containIntrinsicBlockSize = `auto ${(rows.length + 3) * ROW_HEIGHT}px`;
    const fill = () => frame.append(...tableView(table, rows, data, select));
    count += rows.length;
    if (count > ROWS_AT_ONCE) return later(frame, fill);
    fill();
    return frame;
  });
  return sections.length === 0 ? h("p", { class: "none" }, word("none")) : h("div", {}, ...sections);
}

function tableView(table, rows, data, select) {
  const heads = [table.unit ? `(${table.unit})` : word("item"), ...table.columns];
  const alignment = (at) => (at > 0 && !data.places[rows[0]?.cells[at - 1]]?.isText ? "amount" : null);
  const body = rows.map((row) => {
    const click = () => select([], false, row.page);
    const label = h(
      "th",
      { scope: "row", tabindex: -1, click, keydown: (event) => event.key === "Enter" && click() },
      row.code ? h("code", {}, row.code) : null,
      h("bdi", row.override ? { title: `${word("printed")}: ${row.override.printed}` } : {}, row.label),
      row.override ? h("span", { class: "mark" }, "✎") : null,
    );
    label.style.paddingInlineStart = `${0.5 + row.depth * 0.9}em`;
    return h("tr", { class: row.role }, label, ...row.cells.map((id) => cellOf(id, data, select)));
  });
  const grid = h(
    "table",
    { role: "grid", "aria-label": table.title, keydown: moveInGrid },
    h(
      "thead",
      {},
      h("tr", {}, ...heads.map((text, at) => h("th", { scope: "col", class: alignment(at) }, h("bdi", {}, text)))),
    ),
    h("tbody", {}, ...body),
  );
  const entry = grid.querySelector("td[data-id]") ?? grid.querySelector("tbody th");
  entry?.setAttribute("tabindex", "0");
  // Who has only a keyboard scrolls what is wider than the screen by its cells, or where there are none, itself.
  const scroll = entry ? {} : { tabindex: 0, role: "region", "aria-label": table.title };
  return [
    ...(table.emptyStatement ? [h("p", {}, table.emptyStatement)] : []),
    h("div", { class: "scroll", ...scroll }, grid),
    ...table.notes.map((note) => h("p", { class: "note" }, note)),
  ];
}

function cellOf(id, data, select) {
  if (id === null) return h("td", {});
  const { text, value, proof, override, isText } = data.places[id];
  // What is printed; where a person decided, the person's value.
  const shown = override ? (value ?? word("blank")) : text || value || "";
  const mark = shown ? (override ? "✎" : "") + ({ contradicted: "≠", doubtful: "?" }[proof] ?? "") : "";
  return h(
    "td",
    {
      "data-id": id,
      class: (shown ? proof : "blank") + (isText ? " text" : ""),
      tabindex: -1,
      title: override ? `${word("printed")}: ${text || word("blank")}` : shown ? word(proof) : null,
      click: () => select([id], false),
      keydown: (event) => event.key === "Enter" && select([id], false),
    },
    mark ? h("span", { class: "mark" }, mark) : null,
    h("bdi", {}, shown),
  );
}

function moveInGrid(event) {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  const cell = event.target.closest("td,th");
  if (!step || !cell) return;
  const row = event.currentTarget.rows[cell.parentElement.rowIndex + step[0]];
  const next = row?.parentElement.tagName === "TBODY" ? row.cells[cell.cellIndex + step[1]] : null;
  event.preventDefault();
  if (!next) return;
  for (const old of event.currentTarget.querySelectorAll('[tabindex="0"]')) old.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

export function narrativePanel(data, match, select) {
  return h(
    "div",
    {},
    ...data.sections.filter(match.section).map((s) =>
      h(
        "section",
        { class: "section" },
        h("h2", {}, h("bdi", {}, s.heading), h("small", {}, word("page", s.page))),
        ...s.paragraphs.map(({ text }) => h("p", { dir: "auto" }, text)),
        s.facts.length === 0
          ? null
          : h(
              "ul",
              { class: "facts" },
              ...s.facts.map((id) => {
                const { path, value, header, proof } = data.places[id];
                return h(
                  "li",
                  {},
                  h(
                    "button",
                    { type: "button", class: `fact ${proof}`, "data-id": id, click: () => select([id], false) },
                    h("bdi", {}, `${value ?? word("blank")} ${header}`),
                    h("small", {}, path),
                  ),
                );
              }),
            ),
      ),
    ),
  );
}

export function chartsPanel(data, select) {
  return h(
    "div",
    {},
    ...data.charts.map(({ kind, unit, items }) => {
      // For bars only: what is printed stands beside them as text.
      const most = Math.max(...items.map(({ value }) => Math.abs(Number(value))));
      const rows = items.map(({ label, value, place }) => {
        const show = () => select([place], true);
        const width = Math.max(2, (Math.abs(Number(value)) / most) * 300);
        return h(
          "tr",
          {},
          h("th", { scope: "row" }, h("bdi", {}, label)),
          h("td", {}, h("button", { type: "button", "data-id": place, click: show }, value)),
          // The amount beside it says the same.
          h(
            "td",
            { class: "share", "aria-hidden": "true" },
            svg(
              "svg",
              { viewBox: "0 0 300 14", preserveAspectRatio: "none" },
              svg("rect", { width, height: 14, class: "bar", click: show }),
            ),
          ),
        );
      });
      return h(
        "section",
        { class: "chart" },
        h("h2", {}, `${word(kind)} (${unit})`),
        h(
          "table",
          { "aria-label": word(kind) },
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              h("th", { scope: "col" }, word("item")),
              h("th", { scope: "col", class: "amount" }, word("amount")),
              h("td", { "aria-hidden": "true" }),
            ),
          ),
          h("tbody", {}, ...rows),
        ),
      );
    }),
  );
}

/** @param editor what can be decided about it, or null */
export function detailOf(id, data, select, close, editor) {
  const { label, header, text, value, page, proof, proofs, proposal, override } = data.places[id];
  return h(
    "aside",
    { class: "detail", "aria-live": "polite", "aria-label": label },
    h("button", { type: "button", class: "close", "aria-label": word("close"), click: close }, "×"),
    h("p", {}, h("b", { class: `chip ${proof}` }, word(proof)), ` ${word("page", page)}`),
    h("p", {}, h("bdi", { class: "label" }, `${label}  ${header}`)),
    h("p", { class: "big" }, h("bdi", {}, value ?? word("blank"))),
    h("p", {}, `${word("printed")}: `, h("bdi", {}, text || word("blank"))),
    override
      ? h(
          "p",
          {},
          `✎ ${word("decided")}: `,
          h("bdi", {}, [override.author, override.time.slice(0, 10), override.reason].join(" · ")),
        )
      : null,
    proposal
      ? h(
          "p",
          {},
          `${word("proposal")}: `,
          h("b", {}, proposal.value ?? word("blank")),
          ` (${proposal.because.join(", ")})`,
        )
      : null,
    editor,
    proofs.length > 0
      ? h(
          "ul",
          { "aria-label": word("proofs") },
          ...proofs.map((index) => {
            const one = data.proofs[index];
            return h(
              "li",
              {},
              h(
                "button",
                { type: "button", class: `proof ${one.status}`, click: () => select([id, ...one.places], true) },
                h("code", {}, one.rule),
                ` ${word(one.status)} ${isChinese() ? ruleName(one.rule) : ""}`,
                h("small", { lang: "en" }, data.formulas[one.rule] ?? ""),
              ),
            );
          }),
        )
      : null,
  );
}

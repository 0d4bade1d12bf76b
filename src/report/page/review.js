import { h } from "./dom.js";
import { word } from "./words.js";

/** Who decides, and why: stands over every decision until it is changed. */
const person = { author: null, reason: "" };
let said;

/** The bar of who and why, and what the server last said. */
export function reviewBar({ author }) {
  person.author ??= author;
  const field = (name) =>
    h(
      "label",
      {},
      `${word(name)} `,
      h("input", {
        id: name,
        value: person[name],
        maxlength: name === "author" ? 200 : 2000,
        input: (event) => {
          person[name] = event.target.value;
        },
      }),
    );
  said = h("p", { role: "status", id: "said" });
  return h(
    "div",
    { class: "reviewer", role: "group", "aria-label": word("review") },
    field("author"),
    field("reason"),
    said,
  );
}

function say(text) {
  said.textContent = text;
}

/** Sends one decision; `take` gets the page's data as it is then. */
async function decide(decision, state, take) {
  const author = person.author.trim();
  const reason = person.reason.trim() || (decision.kind === "proposal" ? word("proved") : "");
  const missing = author === "" ? "author" : reason === "" ? "reason" : null;
  if (missing) {
    say(word("wanted", word(missing)));
    document.getElementById(missing).focus();
    return;
  }
  const { token, entries } = state.data.review;
  const answer = await fetch("decide", {
    method: "POST",
    headers: { "content-type": "application/json", "x-juesuan-token": token },
    body: JSON.stringify({ ...decision, author, reason, seen: entries.length }),
  }).then(
    (response) => response.json(),
    () => ({ error: word("unreachable") }),
  );
  if (answer.data) take(answer.data);
  if (!answer.error) person.reason = document.getElementById("reason").value = "";
  say(answer.error ?? word("saved"));
}

/** What can be decided about one value. */
export function editorOf(id, state, take) {
  const { kind: place, value, proposal, override, label } = state.data.places[id];
  const send = (decision) => decide({ ...decision, id }, state, take);
  const field = (name, text, kind) => {
    const input = h("input", { id: name, value: text, "aria-label": word(name) });
    return h(
      "form",
      {
        class: "edit",
        submit: (event) => {
          event.preventDefault();
          send({ kind, text: input.value });
        },
      },
      input,
      h("button", { type: "submit", id: `set-${name}` }, word(`set-${name}`)),
    );
  };
  return h(
    "div",
    { class: "editor" },
    proposal && !override
      ? h("button", { type: "button", id: "accept", click: () => send({ kind: "proposal" }) }, word("accept"))
      : null,
    field("value", value ?? "", place === "cell" ? "value" : place),
    place === "cell" ? field("label", label, "label") : null,
  );
}

/** The button that says: the document does print it so. */
export function confirmation(index, state, take) {
  const { confirmed, rule } = state.data.findings[index];
  if (confirmed || rule.startsWith("override.")) return null;
  const click = () => decide({ kind: "finding", finding: index }, state, take);
  return h("button", { type: "button", class: "confirm", click }, word("confirm"));
}

/** Every decision, the latest first, and a way to take it back. */
export function decisionsPanel(state, take) {
  const { entries } = state.data.review;
  if (entries.length === 0) return h("p", { class: "none" }, word("undecided"));
  const items = entries.map(({ entry, counts }, index) => {
    const { kind, author, time, reason } = entry;
    const back = () => decide({ kind: "withdrawal", of: index + 1 }, state, take);
    return h(
      "li",
      { class: counts ? "decision" : "decision idle" },
      h("b", {}, `${index + 1}. ${word(`kind-${kind}`)}`),
      " ",
      h("bdi", {}, aboutOf(entry)),
      h("p", {}, h("bdi", {}, `${author} · ${time.slice(0, 16).replace("T", " ")} UTC · ${reason}`)),
      counts && kind !== "withdrawal" ? h("button", { type: "button", click: back }, word("withdraw")) : null,
    );
  });
  return h("ol", { class: "decisions" }, ...items.reverse());
}

function aboutOf({ kind, place, printed, value, label, text, rule, of }) {
  if (kind === "withdrawal") return word("entry", of);
  if (kind === "finding") return `${rule} ${place.page ? word("page", place.page) : ""}`;
  const row = kind === "performance" ? (label ?? place.row) : kind === "text" ? place.row + 1 : place.row;
  const column = kind === "text" ? place.column + 1 : place.column;
  const name = place.path ?? [place.table, row, column].filter(Boolean).join(" · ");
  const now = kind === "label" ? label : kind === "text" ? text : value;
  return `${name}: ${printed || word("blank")} → ${now || word("blank")}`;
}

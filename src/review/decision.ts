/** What the page sends → an entry of overrides.json; what it was made against is taken from the document, not from the page. */
import { type CellOverride, JuesuanError, type Override, type TextOverride } from "../model/index.js";
import type { ReportData, ReportPlace, ReportRow } from "../report/index.js";
import { parseCell } from "../text/index.js";

/** Of the page; every member is checked here. */
type Request = Readonly<Record<string, unknown>>;

const AMOUNT = /^-?[0-9]+(\.[0-9]+)?$/;

/** What steers a terminal, or turns the text around it: nobody types it. */
const STEERING = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** As in the schema, characters. */
const LONGEST = { author: 200, reason: 2000 };

/** @throws JuesuanError "usage" that says what is wrong with it */
export function overrideOf(request: unknown, data: ReportData, time: string): Override {
  if (!isRequest(request)) throw wrong("no decision came in");
  const person = { author: textOf(request, "author"), time, reason: textOf(request, "reason") };
  for (const [name, most] of Object.entries(LONGEST))
    if (textOf(request, name).length > most) throw wrong(`${name} is longer than ${most} characters`);
  if (request.kind === "withdrawal") return { kind: "withdrawal", of: entryOf(request, data), ...person };
  const { source, document: identity } = data;
  const document = { sha256: source.sha256, entity: identity.entity, fiscalYear: identity.fiscalYear };
  if (request.kind === "finding") {
    const found = data.findings[numberOf(request, "finding")];
    if (!found) throw wrong("there is no such finding");
    const { rule, place, actual, expected } = found;
    return { kind: "finding", rule, place, actual, expected, document, ...person };
  }
  const id = numberOf(request, "id");
  const place = data.places[id];
  if (!place) throw wrong("there is no such place");
  switch (request.kind) {
    case "proposal": {
      const { proposal } = place;
      if (!proposal) throw wrong("nothing is proposed there");
      return { ...cellOf("proposal", place, data, proposal.value), because: proposal.because, document, ...person };
    }
    case "value":
      if (place.kind !== "cell") throw wrong("there is no cell");
      return { ...cellOf("value", place, data, amountOf(textOf(request, "text", ""))), document, ...person };
    case "statement": {
      const { path, page, text: printed, value: previous } = place;
      if (path === undefined) throw wrong("there is no statement");
      const text = textOf(request, "text", "");
      const value = previous !== null && AMOUNT.test(previous) ? amountOf(text) : text || null;
      return { kind: "statement", place: { page, path }, value, previous, printed, document, ...person };
    }
    case "performance": {
      const { performance: table } = place;
      if (table === undefined) throw wrong("there is no value of a 绩效自评表");
      const at = { page: place.page, table, ...keysOf(place) };
      const text = textOf(request, "text", "");
      const value = place.isText ? text.replace(/\s/g, "") || null : amountOf(text, true);
      const { text: printed, value: previous, indicator: label = null } = place;
      return { kind: "performance", place: at, label, value, previous, printed, document, ...person };
    }
    case "text": {
      const { row, column } = keysOf(place);
      const table = data.tables[place.table ?? -1]?.id;
      if (place.kind !== "text" || table === undefined || !place.box) throw wrong("there is no cell without keys");
      const { page, box, text: printed, value: previous } = place;
      const at: TextOverride["place"] = { page, table, row: Number(row), column: Number(column), box: [...box] };
      const text = textOf(request, "text", "");
      return { kind: "text", place: at, text, previous: previous ?? "", printed, document, ...person };
    }
    case "label": {
      if (place.kind !== "cell") throw wrong("there is no label");
      const row = rowOf(id, place, data);
      const table = data.tables[place.table ?? -1]?.id;
      if (!row || table === undefined || place.row === undefined) throw wrong("there is no label");
      const printed = row.override?.printed ?? row.label;
      const at = { page: row.page, table, row: place.row };
      const label = textOf(request, "text").replace(/\s/g, "");
      return { kind: "label", place: at, label, previous: row.label, printed, document, ...person };
    }
  }
  throw wrong("that is no kind of decision");
}

function cellOf<Kind extends CellOverride["kind"]>(
  kind: Kind,
  at: ReportPlace,
  data: ReportData,
  value: string | null,
) {
  const { page, row, column, box, text: printed, value: previous } = at;
  const table = data.tables[at.table ?? -1]?.id;
  if (table === undefined || row === undefined || column === undefined) throw wrong("there is no cell");
  const place: CellOverride["place"] = { page, table, row, column };
  if (box) place.box = [...box];
  return { kind, place, value, previous, printed };
}

function keysOf({ row, column }: ReportPlace): { row: string; column: string } {
  if (row === undefined || column === undefined) throw wrong("there is no cell");
  return { row, column };
}

function rowOf(id: number, { table }: ReportPlace, data: ReportData): ReportRow | undefined {
  return data.tables[table ?? -1]?.rows.find(({ cells }) => cells.includes(id));
}

function entryOf(request: Request, { review }: ReportData): number {
  const of = numberOf(request, "of");
  const taken = review?.entries[of - 1];
  if (!taken?.counts || taken.entry.kind === "withdrawal") throw wrong("there is no such decision to take back");
  return of;
}

/** As people write amounts: separators and full-width digits are read as in print. Blank is no value. */
function amountOf(text: string, mayBePercent = false): string | null {
  const cell = parseCell(text);
  if (cell.kind === "blank") return null;
  if (cell.kind === "amount" || (mayBePercent && cell.kind === "percent")) return cell.value;
  throw wrong(`"${text}" is no amount`);
}

function isRequest(value: unknown): value is Request {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(request: Request, name: string, least?: string): string {
  const value = request[name];
  const text = typeof value === "string" ? value.replace(STEERING, "").trim() : (least ?? "");
  if (text === "" && least === undefined) throw wrong(`${name} is missing`);
  return text;
}

export function numberOf(request: unknown, name: string): number {
  const value = isRequest(request) ? request[name] : undefined;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw wrong(`${name} is missing`);
  return value;
}

const wrong = (message: string) => new JuesuanError("usage", message);

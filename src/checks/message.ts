import { amountOf, grouped } from "./amount.js";
import { tableName } from "./forms.js";
import type { EvaluatedOperand, Relation } from "./types.js";

/** Up to so many operands a message lists them; more are counted. */
const LISTED = 4;

/** ` (p. 8)`, ` (p. 8 and p. 9)`, or nothing where no page is known. */
export const pagesOf = (operands: readonly EvaluatedOperand[]): string => {
  const found = [...new Set(operands.flatMap(({ place }) => place.page ?? []))].sort((a, b) => a - b);
  const [first, ...rest] = found;
  if (first === undefined) return "";
  if (rest.length === 0) return ` (p. ${first})`;
  return found.length === 2 ? ` (p. ${first} and p. ${rest[0]})` : ` (pp. ${found.join(", ")})`;
};

/** What a message need not repeat with every operand. */
interface Shared {
  /** All operands are of one row, named once. */
  row: boolean;
  /** Operands are of several forms, or partly of the text: each says where it is. */
  forms: boolean;
  /** All operands are of the text, said once. */
  text: boolean;
  /** Operands are in several units: each says its own. */
  units: boolean;
}

function sharedBy(operands: readonly EvaluatedOperand[]): Shared {
  const several = (key: (operand: EvaluatedOperand) => unknown): boolean => new Set(operands.map(key)).size > 1;
  const forms = several(({ place }) => place.table);
  const row =
    !forms &&
    operands.length > 1 &&
    !several(({ place }) => place.row) &&
    operands.every(({ header }) => header !== null);
  const text = operands.every(({ place }) => place.path !== undefined);
  return { row, forms, text, units: several(({ unit }) => unit) };
}

/** The one row of 09 has no label. */
const UNNAMED_ROW = "values";

/** What a message calls an operand by itself. */
export function nameOf({ label, header }: EvaluatedOperand): string {
  if (header === null) return label;
  return label === UNNAMED_ROW ? header : `${label} (${header})`;
}

/** `合计 (财政拨款收入) 2,940.05`, with the form's number when the identity spans forms, and the unit when it spans units. */
function named({ place, label, header, unit, value }: EvaluatedOperand, shared: Shared): string {
  const bare = shared.row || label === UNNAMED_ROW;
  const name = header === null ? label : bare ? header : `${label} (${header})`;
  const where =
    place.path !== undefined
      ? shared.text
        ? ""
        : "narrative "
      : shared.forms && place.table !== undefined
        ? `${tableName(place.table)} `
        : "";
  const figure = value === null ? "(blank)" : `${grouped(value)}${shared.units && unit !== null ? ` ${unit}` : ""}`;
  return `${where}${name} ${figure}`;
}

/** One side of an identity in words: an operand by its name, a few as a sum, many by their number. */
function side(operands: readonly EvaluatedOperand[], sum: string, noun: string | null, shared: Shared): string {
  const [only] = operands;
  if (only === undefined) return `no ${noun ?? "figures"}`;
  if (operands.length === 1) return named(only, shared);
  const printed = operands.filter(({ value }) => amountOf(value) !== null);
  if (noun !== null || printed.length > LISTED) {
    const [table, ...others] = new Set(operands.map(({ place }) => place.table));
    const form = shared.forms && table !== undefined && others.length === 0 ? ` of ${tableName(table)}` : "";
    return `the sum of ${operands.length} ${noun ?? "figures"}${form} ${grouped(sum)}`;
  }
  if (printed.length === 0)
    return `${operands.map(({ label, header }) => (shared.row ? header : label)).join(" + ")} (all blank)`;
  const terms = printed.map((operand) => named(operand, shared)).join(" + ");
  return printed.length === 1 ? terms : `${terms} = ${grouped(sum)}`;
}

export interface MessageInput {
  operands: readonly EvaluatedOperand[];
  relation: Relation;
  left: string;
  right: string;
  difference: string;
  /** What several operands of the right side are called: `类 rows`; null to list them. */
  noun: string | null;
}

const verbOf = (relation: Relation, difference: string): "equals" | "differs from" | "is within" | "exceeds" => {
  const amount = amountOf(difference);
  if (relation === "<=") return amount?.gt(0) ? "exceeds" : "is within";
  return amount?.isZero() ? "equals" : "differs from";
};

/** `合计 2,946.25 differs from the sum of 4 类 rows 2,946.26 by -0.01 (p. 8)`. */
export function sumMessage({ operands, relation, left, right, difference, noun }: MessageInput): string {
  const shared = sharedBy(operands);
  const lefts = operands.filter((operand) => operand.side === "left");
  const rights = operands.filter((operand) => operand.side === "right");
  const verb = verbOf(relation, difference);
  const unit = shared.units && lefts[0]?.unit ? ` ${lefts[0].unit}` : "";
  const by = verb === "exceeds" || verb === "differs from" ? ` by ${grouped(difference)}${unit}` : "";
  const start = shared.text
    ? "narrative "
    : shared.row && lefts[0] !== undefined && lefts[0].label !== UNNAMED_ROW
      ? `${lefts[0].label}: `
      : "";
  return `${start}${side(lefts, left, null, shared)} ${verb} ${side(rights, right, noun, shared)}${by}${pagesOf(operands)}`;
}

import { grouped } from "../checks/amount.js";
import type { Finding } from "../model/index.js";
import { Exact } from "../text/index.js";
import { cutToWidth, displayWidth, wrapToWidth } from "../text/width.js";
import { type CheckedDocument, type Counts, SEVERITIES } from "./checked.js";

export interface TableStyle {
  readonly colour: boolean;
  /** Columns of the terminal; null where there is none: then every finding is one line. */
  readonly width: number | null;
}

const HEADER = ["severity", "rule", "page", "printed", "expected", "difference"] as const;
/** Columns of figures stand right. */
const FIGURES: ReadonlySet<number> = new Set([2, 3, 4, 5]);
/** A printed text that is no figure may be a sentence; the message has it whole. Columns. */
const WIDEST_FIGURE = 18;
/** With less room beside the figures, the message goes under them. Columns. */
const NARROWEST_MESSAGE = 36;
const GAP = "  ";
const INDENT = "    ";

/** One document's findings for people: a heading, and a line per finding. */
export function findingsTable(document: CheckedDocument, style: TableStyle): string {
  const heading = `${paint(clean(document.name), "bold", style)}: ${document.status}`;
  if (document.findings.length === 0) return `${heading}, ${nothing(document.hidden)}\n`;
  const rows = document.findings.map((finding) => cellsOf(finding));
  const widths = HEADER.map((name, column) =>
    Math.max(...[name, ...rows.map((row) => row[column] ?? "")].map(displayWidth)),
  );
  const lines = [heading, paint(`${line(HEADER, widths)}${GAP}message`, "dim", style)];
  for (const [index, { severity, message, note }] of document.findings.entries()) {
    const [first = "", ...rest] = rows[index] ?? [];
    const figures = line([first, ...rest], widths);
    const painted = paint(figures.slice(0, first.length), COLOURS[severity], style) + figures.slice(first.length);
    lines.push(
      ...withMessage(
        painted,
        displayWidth(figures),
        clean(note === null ? message : `${message} [${note}]`),
        style.width,
      ),
    );
  }
  return `${lines.join("\n")}\n`;
}

/** "2 errors, 1 warning in 3 documents; not shown: 5 info (--severity info)". */
export function closingLine(shown: Counts, hidden: Counts, documents: number): string {
  const found = counted(shown) || "no findings";
  const rest = counted(hidden);
  const mildest = SEVERITIES.findLast((severity) => hidden[severity] > 0);
  const others = rest === "" ? "" : `; not shown: ${rest} (--severity ${mildest})`;
  return `${found} in ${documents} document${documents === 1 ? "" : "s"}${others}\n`;
}

function nothing(hidden: Counts): string {
  const rest = counted(hidden);
  return rest === "" ? "no findings" : `nothing to show but ${rest}`;
}

function counted(counts: Counts): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}${severity === "info" || counts[severity] === 1 ? "" : "s"}`)
    .join(", ");
}

function cellsOf({ severity, rule, place, actual, expected }: Finding): string[] {
  const difference = differenceOf(actual, expected);
  const show = (text: string | null) => figure(text, difference !== null);
  return [severity, clean(rule), String(place.page ?? ""), show(actual), show(expected), difference ?? ""];
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** printed − expected, with its sign, where both are numbers. */
function differenceOf(actual: string | null, expected: string | null): string | null {
  if (actual === null || expected === null || !DECIMAL.test(actual) || !DECIMAL.test(expected)) return null;
  const difference = new Exact(actual).minus(expected);
  const scale = Math.max(...[actual, expected].map((value) => value.split(".")[1]?.length ?? 0));
  return `${difference.gt(0) ? "+" : ""}${grouped(difference.toFixed(scale))}`;
}

/** Thousands apart where it is an amount; a whole number alone may be a code. */
function figure(text: string | null, isNumber: boolean): string {
  if (text === null) return "";
  if (DECIMAL.test(text) && (isNumber || text.includes("."))) return grouped(text);
  return cutToWidth(clean(text), WIDEST_FIGURE);
}

function line(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => {
      const space = " ".repeat((widths[column] ?? 0) - displayWidth(cell));
      return FIGURES.has(column) ? space + cell : cell + space;
    })
    .join(GAP);
}

/** The message behind the figures, wrapped where there is a terminal; under them where that leaves no room. */
function withMessage(figures: string, used: number, message: string, width: number | null): string[] {
  if (width === null) return [`${figures}${GAP}${message}`];
  const indent = used + GAP.length;
  if (width - indent < NARROWEST_MESSAGE) {
    const lines = wrapToWidth(message, Math.max(1, width - INDENT.length));
    return [figures.trimEnd(), ...lines.map((text) => INDENT + text)];
  }
  const [first = "", ...more] = wrapToWidth(message, width - indent);
  return [`${figures}${GAP}${first}`, ...more.map((text) => " ".repeat(indent) + text)];
}

/** ECMA-48 SGR. */
const SGR = { bold: "1", dim: "2", red: "31", yellow: "33", cyan: "36" } as const;
const COLOURS = { error: "red", warning: "yellow", info: "cyan" } as const;

function paint(text: string, how: keyof typeof SGR, { colour }: TableStyle): string {
  return colour ? `\u001b[${SGR[how]}m${text}\u001b[0m` : text;
}

/** What a document prints must not steer the terminal: controls and direction marks become spaces. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ");
}

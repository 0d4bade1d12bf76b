/** What is said of each entry of overrides.json. */
import type { Finding, Override } from "../../model/index.js";
import { finding } from "../status.js";
import type { Decision } from "./in-force.js";

export function applied({ override }: Decision): Finding {
  const { author, time, reason } = override;
  return {
    ...finding(
      "override.applied",
      "info",
      `${thing(override)}: ${what(override)}: ${reason} (${author}, ${time.slice(0, 10)}${page(override)})`,
      placeOf(override),
    ),
    ...figures(override),
  };
}

export function stale({ number, override }: Decision<Override>, why: string): Finding {
  return {
    ...finding(
      "override.stale",
      "warning",
      `entry ${number} of overrides.json was not applied: ${thing(override)}: ${why} (${override.author}, ${override.time.slice(0, 10)}${page(override)})`,
      placeOf(override),
    ),
    ...figures(override),
  };
}

const shown = (text: string | null) => (text === null || text === "" ? "blank" : `"${text}"`);

function what(override: Override): string {
  switch (override.kind) {
    case "proposal":
    case "value":
    case "statement":
      return `${shown(override.printed)} is printed, ${override.value ?? "blank"} is taken`;
    case "label":
      return `${shown(override.printed)} is printed, ${shown(override.label)} is taken`;
    case "text":
      return `${shown(override.printed)} is printed, ${shown(override.text)} is taken`;
    case "performance":
      return `${shown(override.printed)} is printed, ${shown(override.value)} is taken`;
    case "finding":
      return "confirmed in the source";
    case "withdrawal":
      return "withdrawn";
  }
}

function thing(override: Override): string {
  switch (override.kind) {
    case "proposal":
    case "value":
    case "text":
      return `${override.place.table}, ${override.place.row}, ${override.place.column}`;
    case "performance":
      return `${override.place.table}, ${override.label ?? override.place.row}, ${override.place.column}`;
    case "statement":
      return override.place.path;
    case "label":
      return `${override.place.table}, ${override.place.row}`;
    case "finding":
      return override.rule;
    case "withdrawal":
      return `the withdrawal of entry ${override.of}`;
  }
}

function placeOf(override: Override): Finding["place"] {
  switch (override.kind) {
    case "withdrawal":
      return {};
    case "proposal":
    case "value":
    case "text": {
      const { page, table, row, column } = override.place;
      return { page, table, row: String(row), column: String(column) };
    }
    default:
      return { ...override.place };
  }
}

function page(override: Override): string {
  const { page } = placeOf(override);
  return page === undefined ? "" : `; p. ${page}`;
}

function figures(override: Override): Pick<Finding, "actual" | "expected"> {
  switch (override.kind) {
    case "proposal":
    case "value":
    case "statement":
    case "performance":
      return { actual: override.printed || null, expected: override.value };
    case "text":
      return { actual: override.printed || null, expected: override.text };
    case "label":
      return { actual: override.printed || null, expected: override.label };
    case "finding":
      return { actual: override.actual, expected: override.expected };
    case "withdrawal":
      return { actual: null, expected: null };
  }
}

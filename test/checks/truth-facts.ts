import type { Fact } from "../../src/model/index.js";

/** The narrative of a made-up document's truth: facts as a tree of objects instead of a list of paths. */
export interface Nested {
  [key: string]: unknown;
}

/** How the members of a list are told apart in a path: `components[basic]`, `structure[208]`, `items[1]`. */
const LIST_KEY: Readonly<Record<string, string>> = {
  components: "key",
  incomeComponents: "key",
  structure: "classCode",
};
/** Members that describe a fact and are none. */
const ABOUT = new Set([
  "section",
  "quote",
  "unit",
  "basis",
  "year",
  "key",
  "no",
  "classCode",
  "classLabel",
  "sectionLabel",
  "itemLabel",
  "code",
  "printedNo",
  "shareBase",
]);
const NOT_MONEY =
  /Pct|pct|share|Share|direction|reason|isEmpty|Status|budgetKind|asOf|AsOf|delegations|personTimes|PersonTimes|Groups|holdings|count|vehicles|equipment|Projects|units|indicators|Score|label|name|items$/;

const isNested = (value: unknown): value is Nested =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function leaf(path: string, value: unknown, quote: string): Fact {
  const percent = /(Pct|pct|hare(Of\w+)?)$/.test(path);
  return {
    path,
    value: value === null || value === undefined ? null : Array.isArray(value) ? value.join("、") : String(value),
    unit: percent ? "%" : NOT_MONEY.test(path) ? null : "万元",
    kind: "text",
    period: null,
    quote,
    page: 1,
    box: [0, 0, 0, 0],
  };
}

function walk(path: string, node: unknown, quote: string): Fact[] {
  if (Array.isArray(node) && node.every(isNested)) {
    const key = LIST_KEY[path.split(".").at(-1) ?? ""];
    return node.flatMap((member, index) =>
      walk(`${path}[${key === undefined ? index + 1 : String(member[key])}]`, member, quote),
    );
  }
  if (!isNested(node)) return node === null ? [] : [leaf(path, node, quote)];
  // `total: {amount, unit}` states `overview.total`.
  if ("amount" in node && "unit" in node && path.endsWith(".total")) return [leaf(path, node.amount, quote)];
  const own = typeof node.quote === "string" ? node.quote : quote;
  const titled = ["code", "classLabel", "sectionLabel", "itemLabel"].flatMap((key) =>
    "itemLabel" in node && typeof node[key] === "string"
      ? [leaf(`${path}.${key === "itemLabel" ? "label" : key}`, node[key], quote)]
      : [],
  );
  return [
    ...titled,
    ...Object.entries(node).flatMap(([key, value]) =>
      ABOUT.has(key) ? [] : walk(path === "" ? key : `${path}.${key}`, value, own),
    ),
  ];
}

/** The tree's leaves as facts, with the paths of SPEC §4. */
export const factsOf = (narrative: Nested): Fact[] => walk("", narrative, "");

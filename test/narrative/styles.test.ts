import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDisclosure } from "../../src/checks/index.js";
import { readNarrative } from "../../src/narrative/index.js";
import { allSections, flowOf } from "./flow.js";

/**
 * How the regions write the standard sections, in our own words and with made-up figures: `@id heading`, then paragraphs in
 * which `[value](path)` marks the figure that this path must give. Written without a look at the patterns.
 */
const FOLDER = join(import.meta.dirname, "styles");

const DIRECTIONS: Readonly<Record<string, string>> = {
  增加: "increase",
  增长: "increase",
  减少: "decrease",
  下降: "decrease",
  大于: "greater",
  小于: "less",
};

interface Style {
  readonly text: string;
  readonly year: number;
  readonly headings: readonly { readonly id: string; readonly heading: string }[];
  /** Path → the values marked with it. */
  readonly truth: ReadonlyMap<string, ReadonlySet<string>>;
}

function readStyle(file: string): Style {
  const headings: { id: string; heading: string }[] = [];
  const truth = new Map<string, Set<string>>();
  const lines = readFileSync(join(FOLDER, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [, id = "", heading = ""] = /^@(\S+) (.*)$/u.exec(line) ?? [];
      if (id !== "") headings.push({ id, heading });
      return (id === "" ? line : heading).replace(/\[([^\]]*)\]\(([^)]*)\)/gu, (_, value: string, path: string) => {
        truth.set(path, (truth.get(path) ?? new Set()).add(DIRECTIONS[value] ?? value.replaceAll(",", "")));
        return value;
      });
    });
  const year = Number(/20\d\d/u.exec(file)?.[0]);
  return { text: ["# 第三部分 部门决算情况说明", ...lines].join("\n"), year, headings, truth };
}

const sectionsOf = ({ text, year }: Style) =>
  readNarrative(flowOf(text), { fiscalYear: year, entity: "某局", kind: "final-accounts" }).sections;

describe.each(readdirSync(FOLDER).toSorted())("%s", (file) => {
  const style = readStyle(file);
  const sections = sectionsOf(style);
  const all = [...allSections(sections)];
  const facts = all.flatMap((section) => section.facts);

  it("gives every marked figure under its path, and no other value under these paths", () => {
    const given = new Map<string, Set<string>>();
    for (const { path, value } of facts)
      if (style.truth.has(path)) given.set(path, (given.get(path) ?? new Set()).add(String(value)));
    expect(Object.fromEntries(given)).toEqual(Object.fromEntries(style.truth));
  });

  it("knows its sections", () => {
    const known = all.map(({ id, heading }) => ({ id, heading }));
    for (const heading of style.headings) expect(known).toContainEqual(heading);
  });

  it("explains every amount", () => {
    expect(all.flatMap((section) => section.unexplained)).toEqual([]);
  });

  it("finds no fault with figures that agree", () => {
    const kind = "final-accounts" as const;
    const document = { kind, scope: null, fiscalYear: style.year, title: null, entity: null, amountUnit: null };
    const marked = (path: string | null | undefined) => style.truth.has(path ?? "");
    const faults = checkDisclosure({ document, tables: [], sections, performance: [] }).filter(
      ({ severity, place }) => severity !== "info" && "path" in place && marked(place.path),
    );
    expect(faults.map(({ message }) => message)).toEqual([]);
  });
});

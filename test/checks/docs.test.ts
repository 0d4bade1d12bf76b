import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RULES } from "../../src/checks/index.js";
import { examplesOf, findingsText, headOf, indexOf, refreshed } from "./rule-page.js";

const PAGES = new URL("../../docs/rules/", import.meta.url);
/** Writes the heads, findings and the index anew; read the diff before it is committed. */
const UPDATE = process.env.UPDATE_RULE_PAGES === "1";

const pageOf = (id: string): string => readFileSync(new URL(`${id}.md`, PAGES), "utf8");

if (UPDATE) {
  for (const rule of RULES) writeFileSync(new URL(`${rule.id}.md`, PAGES), refreshed(pageOf(rule.id), rule));
  writeFileSync(new URL("identities.md", PAGES), indexOf(RULES));
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))("docs/rules/%s.md", (id, rule) => {
  test("says what the catalogue says", () => {
    expect(pageOf(id).startsWith(headOf(rule))).toBe(true);
  });

  test("its examples give the findings that it shows", () => {
    const examples = examplesOf(pageOf(id));
    expect(examples.length).toBeGreaterThan(0);
    for (const { input, findings } of examples) expect(findingsText(id, input)).toBe(findings);
  });
});

test("every identity has its page, every page of an identity its rule", () => {
  // Rules of the pipeline (pdf.*, layout.*, …) have pages of their own beside these.
  const pages = readdirSync(PAGES).filter((name) => /^(?:[A-Z]+\d*(?:\.\w+)?)\.md$/.test(name));
  expect(pages.map((name) => name.slice(0, -".md".length)).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

test("the index lists the catalogue", () => {
  expect(readFileSync(new URL("identities.md", PAGES), "utf8")).toBe(indexOf(RULES));
});

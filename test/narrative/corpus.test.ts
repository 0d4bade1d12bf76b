import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Section } from "../../src/model/index.js";
import { type Narrative, readNarrative } from "../../src/narrative/index.js";
import { findMoney } from "../../src/text/index.js";
import { allSections } from "./flow.js";
import { flowOfPdf, TIMEOUT } from "./read-pdf.js";

const corpus = new URL("../../../shared/corpus/", import.meta.url);
const there = existsSync(corpus);

interface Truth {
  document: { title: string; entity: string; fiscalYear: number; scope: string; kind: string; amountUnit: string };
  toc: { text: string; level: number; page: number }[];
  units: { no: string; name: string; remark: string | null; page: number }[];
  glossary: { no: string; term: string; definitionStart: string; definitionLength: number; page: number }[];
  narrative: {
    sections: { id: string; heading: string; level: number; firstPage: number }[];
    facts: { path: string; value: unknown }[];
  };
}

const sectionsOf = (narrative: Narrative): Section[] => [...allSections(narrative.sections)];

/** As shared/tools/facts.py compares: numbers by value, texts without white space and commas, True for a boolean. */
function canon(value: unknown): string {
  const text = value === true ? "true" : String(value ?? "").replace(/[,，\s]/gu, "");
  return /^-?\d+(\.\d+)?%?$/u.test(text) ? String(Number(text.replace("%", ""))) : text;
}

/** Amounts printed in the narrative, and those no fact explains. */
function amounts(narrative: Narrative): { printed: number; unexplained: number } {
  const sections = sectionsOf(narrative).filter((section) => !/^part-2-forms/u.test(section.id));
  const printed = sections.flatMap((section) =>
    section.paragraphs.flatMap(({ text }) => findMoney(text.normalize("NFKC"))),
  );
  const unexplained = sections.flatMap((section) => section.unexplained.flatMap((sentence) => sentence.amounts));
  return { printed: printed.length, unexplained: unexplained.length };
}

const DEPARTMENTS = [
  "sh-putuo-planning-2024",
  "sh-putuo-finance-2024",
  "sh-putuo-finance-2024-tampered",
  "sh-template",
];

describe.skipIf(!there).each(DEPARTMENTS)("department/%s", (name) => {
  let narrative: Narrative;
  let truth: Truth;
  beforeAll(async () => {
    narrative = readNarrative(await flowOfPdf(new URL(`department/${name}.pdf`, corpus)));
    truth = JSON.parse(readFileSync(new URL(`department/${name}.truth.json`, corpus), "utf8"));
  }, TIMEOUT);

  it("gives the facts of the truth, none with a wrong value", () => {
    const facts = sectionsOf(narrative).flatMap((section) => section.facts);
    const given = new Map(facts.map((fact) => [fact.path, canon(fact.value)]));
    const wanted = truth.narrative.facts.filter((fact) => !Array.isArray(fact.value));
    expect(wanted.filter((fact) => given.get(fact.path) !== canon(fact.value))).toEqual([]);
    expect(given.size).toBe(facts.length);
  });

  it("gives lists of names one by one", () => {
    const given = new Map(
      sectionsOf(narrative).flatMap((section) => section.facts.map((fact) => [fact.path, fact.value])),
    );
    for (const { path, value } of truth.narrative.facts) {
      if (!Array.isArray(value)) continue;
      expect(value.map((_, at) => given.get(`${path}[${at + 1}]`))).toEqual(value);
    }
  });

  it("gives contents, units, glossary and sections of the truth", () => {
    expect(narrative.toc).toEqual(truth.toc);
    const sections = sectionsOf(narrative);
    expect(sections.flatMap((section) => section.units ?? [])).toEqual(
      truth.units.map(({ no, name, remark, page }) => ({ no, name, remark, page })),
    );
    expect(
      sections
        .flatMap((section) => section.glossary ?? [])
        .map(({ no, term, definition, page }) => [no, term, definition.slice(0, 20), definition.length, page]),
    ).toEqual(truth.glossary.map((t) => [t.no, t.term, t.definitionStart.slice(0, 20), t.definitionLength, t.page]));
    expect(sections.map(({ id, heading, level, pageStart }) => [id, heading, level, pageStart])).toEqual(
      truth.narrative.sections.map(({ id, heading, level, firstPage }) => [id, heading, level, firstPage]),
    );
  });

  it("knows the document", () => {
    const { title, entity, fiscalYear, scope, kind, amountUnit } = truth.document;
    expect(narrative.identity).toEqual({ title, entity, fiscalYear, scope, kind, amountUnit });
  });
});

const OTHERS = [
  ...DEPARTMENTS.map((name) => `department/${name}`),
  "layouts/yunnan-2023-yuan",
  "layouts/horizontal-rules",
  "layouts/large-header-repeated",
  "budget/js-high-court-budget-2019",
  "budget/sh-putuo-commerce-budget-2025",
  "budget/sh-putuo-wanli-budget-2024",
  "government/gov-hebei-2021",
];

describe.skipIf(!there)("amounts of the narrative", () => {
  it.each(OTHERS)("%s leaves at most one in fifty unexplained", async (name) => {
    const { printed, unexplained } = amounts(readNarrative(await flowOfPdf(new URL(`${name}.pdf`, corpus))));
    expect(unexplained).toBeLessThanOrEqual(0.02 * printed);
  });
});

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { FlowItem, PerformanceTable } from "../../src/model/index.js";
import { type Narrative, readNarrative, readPerformance } from "../../src/narrative/index.js";
import { allSections } from "./flow.js";
import { flowOfPdf, TIMEOUT } from "./read-pdf.js";

const sample = new URL("../../samples/wuhan-2024/", import.meta.url);
const expected = (name: string) => JSON.parse(readFileSync(new URL(`expected/${name}.json`, sample), "utf8"));

/** Indicators know their place; the expected file tells none. */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      ["page", "box", "boxes", "places"].includes(key) ? [] : [[key, withoutPlaces(inner)]],
    ),
  );
}

describe("the Wuhan sample", () => {
  let flow: readonly FlowItem[];
  let narrative: Narrative;
  let all: readonly ReturnType<typeof sections>[number][];
  const sections = () => [...allSections(narrative.sections)];
  beforeAll(async () => {
    flow = await flowOfPdf(new URL("wuhan-2024.pdf", sample));
    narrative = readNarrative(flow);
    all = sections();
  }, TIMEOUT);

  it("gives contents, units, glossary, key work and figures", () => {
    const { document, toc, units, glossary, keyWork, figures } = expected("document");
    expect(narrative.identity).toEqual(document);
    expect(narrative.toc).toEqual(toc);
    expect(all.flatMap((section) => section.units ?? [])).toEqual(units);
    expect(all.flatMap((section) => section.keyWork ?? [])).toEqual(keyWork);
    expect(all.flatMap((section) => section.figures ?? [])).toEqual(figures);
    const terms = all.flatMap((section) => section.glossary ?? []);
    expect(terms.map(({ term, code, page }) => ({ term, code, page }))).toEqual(
      glossary.map(({ term, code, page }: { term: string; code: string | null; page: number }) => ({
        term,
        code,
        page,
      })),
    );
  });

  it("gives the figures of every section", () => {
    const given = new Map(all.flatMap((section) => section.facts.map((fact) => [fact.path, fact.value])));
    // Names of outputs are cut by eye there; lists are one fact a name here; booleans are spelt as facts.py does.
    const own = /keyOutputs.*label|\.items$/u;
    const wanted: { path: string; value: string }[] = expected("facts");
    const wrong = wanted.filter(({ path, value }) => !own.test(path) && given.get(path)?.toLowerCase() !== value);
    expect(wrong).toEqual([]);
  });

  it("gives the nine performance tables", () => {
    const tables: PerformanceTable[] = expected("performance");
    expect(withoutPlaces(readPerformance(flow).tables)).toEqual(tables);
  });
});

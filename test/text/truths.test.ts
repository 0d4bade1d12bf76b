import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readNumber } from "../../src/text/index.js";

interface Measure {
  raw: string | null;
  comparator: string | null;
  value: string | null;
  unit: string | null;
}
interface Indicator {
  target: Measure | null;
  actual: Measure | null;
}
interface Truth {
  performance: { indicators?: Indicator[]; goals?: { indicators: Indicator[] }[] }[];
}

const truth = new URL("../../../shared/spec/wuhan-2024.truth.json", import.meta.url);

/** A reading in the terms of the truth, where %, ‰ are units and a date is no value. */
function asMeasure(raw: string): Omit<Measure, "raw"> {
  const reading = readNumber(raw, "measure");
  const none = { comparator: null, value: null, unit: null };
  switch (reading.kind) {
    case "percent":
      return { ...none, value: reading.value, unit: "%" };
    case "permille":
      return { ...none, value: reading.value, unit: "‰" };
    case "amount":
      return { ...none, value: reading.value };
    case "money":
    case "count":
      return { ...none, value: reading.value, unit: reading.unit };
    case "target":
      return { comparator: reading.comparator, value: reading.value, unit: reading.unit };
    default:
      return none;
  }
}

test.skipIf(!existsSync(truth))("every target and actual of the Wuhan performance tables", () => {
  const { performance }: Truth = JSON.parse(readFileSync(truth, "utf8"));
  const measures = performance
    .flatMap(({ indicators = [], goals = [] }) => [...indicators, ...goals.flatMap((goal) => goal.indicators)])
    .flatMap(({ target, actual }) => [target, actual])
    .flatMap((measure) => (measure?.raw ? [{ ...measure, raw: measure.raw }] : []));
  expect(measures.length).toBeGreaterThan(300);
  for (const { raw, comparator, value, unit } of measures)
    expect({ raw, ...asMeasure(raw) }).toEqual({ raw, comparator, value, unit });
});

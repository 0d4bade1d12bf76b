import { describe, expect, test } from "vitest";
import { checkDisclosure, type Evaluation, evaluate, RULES, type Status } from "../../src/checks/index.js";
import { inputOf, readShared, readTruth, type TruthCheck } from "./truth.js";

/** `E09(extra)` is our E09, whose instances we name otherwise; a base in brackets is part of our note. */
const listed = (checks: readonly TruthCheck[] = []): string[] =>
  checks
    .map(({ identity, instance }) =>
      identity.startsWith("E")
        ? identity.replace("(extra)", "")
        : `${identity} ${instance.replace(/ \(.*/, "")}`.trim(),
    )
    .sort();

const found = (evaluations: readonly Evaluation[], status: Status): string[] =>
  evaluations
    .filter((evaluation) => evaluation.status === status)
    .map(({ rule, instance }) => (rule.startsWith("E") ? rule : `${rule} ${instance}`.trim()))
    .sort();

const PUBLISHED = [
  "department/sh-putuo-finance-2024",
  "department/sh-putuo-finance-2024-tampered",
  "department/sh-putuo-planning-2024",
  "department/sh-template",
];

describe.each(PUBLISHED)("published: %s", (name) => {
  const truth = readTruth(`corpus/${name}.truth.json`);
  test.skipIf(truth === null)("fails, rounds and notes where the truth says, and nowhere else", () => {
    if (truth === null) return;
    const evaluations = evaluate(inputOf(truth));
    expect(found(evaluations, "fail")).toEqual(listed(truth.checks?.failed));
    expect(found(evaluations, "rounding")).toEqual(listed(truth.checks?.rounding));
    expect(found(evaluations, "info")).toEqual(listed(truth.checks?.info));
  });
});

/** Fewest identities that must have been found to hold, so that nothing holds for want of being looked at. */
const MADE_UP: [string, number][] = [
  ["layouts/horizontal-rules", 450],
  ["layouts/large-header-repeated", 1000],
  ["layouts/yunnan-2023-yuan", 1000],
  ["scans/yunnan-200dpi-stamp", 900],
  ["hostile/encrypted-empty-password", 300],
];

describe.each(MADE_UP)("made up: %s", (name, atLeast) => {
  const truth = readTruth(`corpus/${name}.truth.json`);
  test.skipIf(truth === null)("every identity holds", () => {
    if (truth === null) return;
    const evaluations = evaluate(inputOf(truth));
    expect(found(evaluations, "fail")).toEqual([]);
    expect(found(evaluations, "info")).toEqual([]);
    expect(found(evaluations, "ok").length).toBeGreaterThanOrEqual(atLeast);
  });
});

describe("Wuhan 2024", () => {
  const truth = readTruth("spec/wuhan-2024.truth.json");
  test.skipIf(truth === null)("deviates where SPEC §3.2 says, and nowhere else", () => {
    if (truth === null) return;
    const evaluations = evaluate(inputOf(truth));
    expect(found(evaluations, "fail")).toEqual(["N13.7", "N6.4 personnel"]);
    expect(found(evaluations, "rounding")).toEqual([
      "N11.2 sum of categories",
      "N5.1 structure 208 vs 04",
      "N5.1 structure 208 vs 05",
      "N5.1 sum of structure",
      "N5.11 openingBudget",
      "N5.12",
      "N5.14 2080101",
      "N6.1 basic vs 05.total.basic",
      "X0305.1 2080101 basic",
      "X0305.1 2080101 total",
      "X0506.1",
    ]);
    expect(found(evaluations, "info")).toEqual([
      "PCT item completion 21",
      "PCT project execution rate 5",
      "PCT structure share 210",
      "X0506.2 2080505",
      "X0506.2 2080506",
      "YOY overview",
      "YOY threePublic.vehicle",
    ]);
    const notes = evaluations
      .filter(({ rule, status }) => status === "info" && (rule === "PCT" || rule === "YOY"))
      .map(({ note }) => note);
    expect(notes).toEqual(["double rounding", "double rounding", "truncation", "double rounding", "double rounding"]);
  });

  test.skipIf(truth === null)("its performance tables satisfy SPEC §5.2", () => {
    if (truth === null) return;
    const evaluations = evaluate(inputOf(truth)).filter(({ rule }) => /^P\d/.test(rule));
    expect(new Set(evaluations.map(({ status }) => status))).toEqual(new Set(["ok"]));
    expect(new Set(evaluations.map(({ rule }) => rule)).size).toBe(9);
  });
});

describe.each([...PUBLISHED, ...MADE_UP.map(([name]) => name)])("%s", (name) => {
  const truth = readTruth(`corpus/${name}.truth.json`);
  test.skipIf(truth === null)("the same input gives the same findings", () => {
    if (truth === null) return;
    expect(JSON.stringify(checkDisclosure(inputOf(truth)))).toBe(JSON.stringify(checkDisclosure(inputOf(truth))));
  });
});

describe("the contract's identities", () => {
  const listedIds = readShared<{ id: string; severity: string }[]>("spec/identities.json");
  test.skipIf(listedIds === null)("are all evaluated, with the contract's severity", () => {
    const ours = new Map(RULES.map(({ id, severity }) => [id, severity]));
    for (const { id, severity } of listedIds ?? [])
      expect([id, ours.get(id)]).toEqual([id, severity === "warn" ? "warning" : severity]);
  });
});

import { describe, expect, test } from "vitest";
import { type Evaluation, evaluate, type Status } from "../../src/checks/index.js";
import { inputOf, readTruth, type TruthCheck } from "./truth.js";

const FAMILIES = /^(F|X|E)\d/;

const listed = (checks: readonly TruthCheck[]): string[] =>
  checks
    .map(({ identity, instance }) =>
      `${identity.replace("(extra)", "")} ${identity.startsWith("E") ? "" : instance}`.trim(),
    )
    .filter((text) => FAMILIES.test(text));

const found = (evaluations: readonly Evaluation[], status: Status): string[] =>
  evaluations
    .filter((evaluation) => evaluation.status === status && FAMILIES.test(evaluation.rule))
    .map(({ rule, instance }) => `${rule} ${rule.startsWith("E") ? "" : instance}`.trim());

const PUBLISHED = [
  "department/sh-putuo-finance-2024",
  "department/sh-putuo-finance-2024-tampered",
  "department/sh-putuo-planning-2024",
  "department/sh-template",
];

describe.each(PUBLISHED)("published: %s", (name) => {
  const truth = readTruth(`corpus/${name}.truth.json`);
  test.skipIf(truth === null)("fails and rounds where the truth says, and nowhere else", () => {
    if (truth === null) return;
    const evaluations = evaluate(inputOf(truth));
    expect(found(evaluations, "fail").sort()).toEqual(listed(truth.checks?.failed ?? []).sort());
    expect(found(evaluations, "rounding").sort()).toEqual(listed(truth.checks?.rounding ?? []).sort());
  });
});

const MADE_UP = [
  "layouts/horizontal-rules",
  "layouts/large-header-repeated",
  "layouts/yunnan-2023-yuan",
  "scans/yunnan-200dpi-stamp",
  "hostile/encrypted-empty-password",
];

describe.each(MADE_UP)("made up: %s", (name) => {
  const truth = readTruth(`corpus/${name}.truth.json`);
  test.skipIf(truth === null)("every identity holds", () => {
    if (truth === null) return;
    const evaluations = evaluate(inputOf(truth));
    expect(found(evaluations, "fail")).toEqual([]);
    expect(evaluations.filter(({ status }) => status === "ok").length).toBeGreaterThan(150);
  });
});

describe("Wuhan 2024", () => {
  const truth = readTruth("spec/wuhan-2024.truth.json");
  test.skipIf(truth === null)("deviates between its forms where SPEC §3.2 says", () => {
    if (truth === null) return;
    const evaluations = evaluate(inputOf(truth));
    expect(found(evaluations, "fail")).toEqual([]);
    expect(found(evaluations, "rounding")).toEqual(["X0305.1 2080101 total", "X0305.1 2080101 basic", "X0506.1"]);
    expect(evaluations.filter(({ note }) => note === "tail-plug").map(({ rule }) => rule)).toEqual([
      "X0305.1",
      "X0305.1",
    ]);
    expect(found(evaluations, "info")).toEqual(["X0506.2 2080505", "X0506.2 2080506"]);
  });
});

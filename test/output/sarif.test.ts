import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/index.js";
import { boxesOf, type CheckedDocument, countFindings } from "../../src/output/checked.js";
import { sarif } from "../../src/output/sarif.js";
import { sampleDisclosure } from "./sample.js";
import { sarifErrors } from "./sarif-schema.js";

const { source, tables, sections, findings } = sampleDisclosure();
const fact = sections[0]?.facts[0];

const STATEMENT: Finding = {
  rule: "N1.1",
  severity: "info",
  message: "narrative differs",
  place: { page: fact?.page ?? 0, section: "overview", path: fact?.path ?? "" },
  actual: "1",
  expected: null,
  tolerance: null,
  operands: [],
  note: "tail-plug",
};

function documentOf(shown: readonly Finding[], file = source.file): CheckedDocument {
  return {
    name: file,
    source: { ...source, file },
    status: "partial",
    findings: shown,
    hidden: countFindings([]),
    boxes: boxesOf(shown, tables, sections),
  };
}

const parsed = (...documents: CheckedDocument[]) => JSON.parse(sarif(documents, []));

describe("SARIF", () => {
  it("is valid, whatever is found", () => {
    for (const documents of [
      [],
      [documentOf([])],
      [documentOf([...findings, STATEMENT]), documentOf(findings, "a b#1.pdf")],
    ])
      expect(sarifErrors(JSON.parse(sarif(documents, [{ name: "x.pdf", message: "no PDF" }])))).toEqual([]);
  });

  it("is told wrong by the test's schema when it is wrong", () => {
    const log = parsed(documentOf([STATEMENT]));
    log.runs[0].results[0].level = "info";
    log.runs[0].tool.driver.rules[0].helpUri = "docs/rules/N1.1.md";
    log.runs[0].artifacts[0].location.uri = "某局.pdf";
    expect(sarifErrors(log)).toHaveLength(3);
  });

  it("gives each rule its page", () => {
    const [rule] = parsed(documentOf([STATEMENT])).runs[0].tool.driver.rules;
    expect(rule).toMatchObject({
      id: "N1.1",
      shortDescription: { text: "overview.total = 01.grandTotal" },
      helpUri: expect.stringMatching(/^pkg:npm\/juesuan@[^#]+#docs\/rules\/N1\.1\.md$/),
      defaultConfiguration: { level: "error" },
    });
    expect(rule.help.text).toMatch(/^# N1\.1\n.*Dropped trailing zeros are no difference[^`]*$/s);
    expect(rule.help.markdown).toContain("```json findings");
  });

  it("says where: file, page, box, and the cell with its operands", () => {
    const box = tables.find(({ id }) => id === "income-by-function")?.rows.find(({ key }) => key === "2080101")
      ?.evidence.total?.box;
    const [result] = parsed(documentOf(findings)).runs[0].results;
    const artifactLocation = { uri: "%E6%9F%90%E5%B1%80.pdf", index: 0 };
    expect(result).toMatchObject({
      ruleId: "F02.total",
      ruleIndex: 0,
      level: "error",
      locations: [
        {
          physicalLocation: { artifactLocation },
          logicalLocations: [
            {
              name: "total",
              fullyQualifiedName: "income-by-function/total/total",
              properties: { table: "income-by-function", row: "total", column: "total" },
            },
          ],
          properties: { page: 2 },
        },
      ],
      relatedLocations: [{ id: 0, message: { text: "11.00" }, properties: { page: 2, ...(box && { box }) } }],
      properties: { actual: "10.00", expected: "11.00", tolerance: "0.01" },
    });
  });

  it("says where a statement stands", () => {
    const [result] = parsed(documentOf([STATEMENT])).runs[0].results;
    expect(fact).toBeDefined();
    expect(result).toMatchObject({
      level: "note",
      locations: [{ properties: { page: fact?.page, box: fact?.box } }],
      properties: { actual: "1", note: "tail-plug" },
    });
    expect(Object.keys(result.properties)).toEqual(["actual", "note"]);
  });

  it("lists every file once, and what could not be read", () => {
    const [run] = parsed(documentOf(findings), documentOf([STATEMENT]), documentOf([STATEMENT], "b.pdf")).runs;
    expect(run.artifacts.map(({ location }: { location: unknown }) => location)).toEqual([
      { uri: "%E6%9F%90%E5%B1%80.pdf", index: 0 },
      { uri: "b.pdf", index: 1 },
    ]);
    expect(run.invocations[0]).toEqual({ executionSuccessful: true, toolExecutionNotifications: [] });
    const unread = JSON.parse(sarif([], [{ name: "x.pdf", message: "no PDF" }])).runs[0].invocations[0];
    expect(unread).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: "error", message: { text: "no PDF" } }],
    });
  });
});

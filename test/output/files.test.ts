import { describe, expect, it } from "vitest";
import { disclosureJson, outputFiles } from "../../src/output/files.js";
import { SchemaError } from "../../src/output/schemas.js";
import { sampleDisclosure } from "./sample.js";

describe("outputFiles", () => {
  const files = [...outputFiles(sampleDisclosure(), "某局")];

  it("are the contract's files, a form that occurs twice numbered", () => {
    expect(files.map((file) => file.path)).toEqual([
      "document.json",
      "tables/income-expenditure-summary.json",
      "tables/income-by-function.json",
      "tables/income-by-function-2.json",
      "tables/unrecognised-1.json",
      "narrative/general-budget.json",
      "performance/1.json",
      "findings.json",
      "values.csv",
      "facts.csv",
    ]);
  });

  it("refer to each other", () => {
    const document: unknown = JSON.parse(files[0]?.text ?? "");
    expect(document).toMatchObject({
      status: "partial",
      tables: [{}, {}, { id: "income-by-function", pageStart: 3, file: "tables/income-by-function-2.json" }, {}],
      sections: [{ id: "general-budget", heading: "五、情况说明", file: "narrative/general-budget.json" }],
      performance: [{ id: "project-1", title: "项目自评表", file: "performance/1.json" }],
    });
    expect(document).not.toHaveProperty("findings");
  });

  it("are the same bytes each time", () => {
    expect([...outputFiles(sampleDisclosure(), "某局")]).toEqual(files);
  });

  it("refuse a disclosure that breaks the contract, wherever", () => {
    const [table, ...rest] = sampleDisclosure().tables;
    const broken = { ...sampleDisclosure(), tables: [...rest, { id: "No Id", ...table, unit: undefined }] };
    // @ts-expect-error: undefined is no unit
    expect(() => outputFiles(broken, "某局").next()).toThrow(SchemaError);
    // @ts-expect-error: the same
    expect(() => disclosureJson(broken)).toThrow(SchemaError);
  });
});

it("disclosureJson is the whole disclosure", () => {
  expect(JSON.parse(disclosureJson(sampleDisclosure()))).toEqual(sampleDisclosure());
});

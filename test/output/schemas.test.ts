import { describe, expect, it } from "vitest";
import { SchemaError, schemaNames, schemaText, validate } from "../../src/output/schemas.js";
import { sampleDisclosure } from "./sample.js";

describe("schemas", () => {
  it("are named, readable and all of draft 2020-12", () => {
    expect(schemaNames()).toEqual([
      "document",
      "facts-row",
      "finding",
      "form-definition",
      "overrides",
      "performance",
      "section",
      "table",
      "values-row",
    ]);
    for (const name of schemaNames()) {
      expect(JSON.parse(schemaText(name))).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
    }
    expect(() => schemaText("../package")).toThrow(RangeError);
  });

  it("pass what keeps the contract", () => {
    const { tables, sections, findings } = sampleDisclosure();
    for (const table of tables) validate("table", table);
    for (const section of sections) validate("section", section);
    for (const finding of findings) validate("finding", finding);
  });

  it("name the path of what is wrong", () => {
    const [table] = sampleDisclosure().tables;
    const rows = [{ ...table?.rows[0], values: { total: "1,234" } }];
    const wrongValue = caught(() => validate("table", { ...table, rows }));
    expect(wrongValue).toBeInstanceOf(SchemaError);
    expect(wrongValue).toMatchObject({ schema: "table", path: "/rows/0/values/total" });
    const extraKey = caught(() => validate("table", { ...table, extra: 1 }));
    expect(extraKey).toMatchObject({ path: "", message: expect.stringContaining('("extra")') });
  });

  it("reach into sub-sections and refuse numbers that are not finite", () => {
    const [section] = sampleDisclosure().sections;
    const inner = { ...section, paragraphs: [{ text: "", page: 1, box: [0, 0, 0, Number.NaN] }] };
    expect(caught(() => validate("section", { ...section, sections: [inner] }))).toMatchObject({
      path: "/sections/0/paragraphs/0/box/3",
    });
  });
});

function caught(call: () => void): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

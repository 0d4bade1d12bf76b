import { expect, it } from "vitest";
import { documentRows } from "../../src/batch/collection/rows.js";
import { VALUES } from "../../src/batch/collection/tables.js";
import { sampleDisclosure } from "../output/sample.js";

it("gives each row the entity and year of the document that stands on its page", () => {
  const disclosure = sampleDisclosure();
  const [table] = disclosure.tables;
  if (!table) throw new Error("the sample has no table");
  const { document } = disclosure;
  const second = { ...document, entity: "乙局", fiscalYear: 2023 };
  disclosure.tables = [table, { ...table, pageStart: 9, pageEnd: 9 }];
  disclosure.documents = [
    { pageStart: 1, pageEnd: 8, document },
    { pageStart: 9, pageEnd: 12, document: second },
  ];
  // The document's name is put in front of its rows later.
  const at = VALUES.columns.findIndex(({ name }) => name === "entity") - 1;
  const owners = documentRows(disclosure).values.map((row) => row.slice(at, at + 2).join(" "));
  expect(new Set(owners)).toEqual(new Set([`${document.entity} ${document.fiscalYear}`, "乙局 2023"]));
});

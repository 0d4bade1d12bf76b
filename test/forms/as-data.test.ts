/** The last forms of two families, taken out of the engine and put back as JSON in a user's folder: no engine line knows them. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { useForms } from "../../src/cli/form-folder.js";
import { type FormDefinition, knownForms, readForms } from "../../src/forms/index.js";
import { CORPUS, readCorpus } from "./read-forms.js";

const LAST: readonly [file: string, family: string, ids: readonly string[]][] = [
  ["budget/js-high-court-budget-2019.pdf", "department-budget", ["agency-operation-expenditure", "procurement"]],
  ["government/gov-hebei-2021.pdf", "government-final-accounts", ["debt-issue-and-service", "bond-use"]],
];

const folder = mkdtempSync(join(tmpdir(), "juesuan-as-data-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!existsSync(CORPUS))("forms as data", () => {
  test.each(LAST)(
    "%s: without them, unrecognised; with them as JSON files, as with the built-in ones",
    async (file, family, ids) => {
      const { flow, performance, document, forms } = await readCorpus(file);
      const isLast = (form: FormDefinition) => form.family === family && ids.includes(form.id);
      const tablesOf = (definitions: readonly FormDefinition[]) =>
        readForms(flow, definitions, performance.grids, document.kind).tables.map(({ table }) => table);

      const others = knownForms().filter((form) => !isLast(form));
      for (const form of knownForms().filter(isLast))
        writeFileSync(join(folder, `${form.id}.json`), JSON.stringify(form));
      const fromFolder = (await useForms(folder)).filter(isLast);
      expect(fromFolder.map(({ id }) => id).sort()).toEqual([...ids].sort());

      const built = forms.tables.map(({ table }) => table);
      const printed = built.filter((table) => ids.includes(table.id));
      expect(printed.length).toBeGreaterThan(0);
      expect(tablesOf(others).filter((table) => ids.includes(table.id))).toEqual([]);
      expect(tablesOf([...others, ...fromFolder])).toEqual(built);
    },
  );
});

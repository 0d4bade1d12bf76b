#!/usr/bin/env node
/**
 * The sample's nine forms printed by another program than Chromium, read back and compared cell by cell:
 * `npm run bench:producers [NAME...]`. Needs LibreOffice (SOFFICE names another), and says so where it is absent.
 * `--keep DIR` keeps the PDFs, `--reuse` reads those that are there, `--verbose` lists what differs.
 */
import { workbook } from "./producers/calc.js";
import { isThere, print } from "./producers/soffice.js";
import { WORKBOOKS } from "./producers/workbooks.js";
import { tables } from "./variants/compare.js";
import { readBack } from "./variants/read-back.js";

await readBack("workbook", Object.keys(WORKBOOKS), (making) => {
  if (!isThere()) {
    console.error("LibreOffice (soffice) is not there: nothing was printed and nothing compared.");
    process.exit(2);
  }
  print(making.map(({ name, file }) => [workbook(tables, WORKBOOKS[name]), "fods", file]));
});

/**
 * Makes the scanned sample: forms 01 and 02 of the sample as three askew, noisy, stamped pages, and what they must give.
 * `node samples/scanned/scan.js` (after `npm ci`); the same each time.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FIRST = 5;
const LAST = 7;

const sample = join(import.meta.dirname, "../wuhan-2024");
const rasterise = join(import.meta.dirname, "../../bench/rasterise.js");
const made = spawnSync(
  process.execPath,
  [
    ...[rasterise, join(sample, "wuhan-2024.pdf"), join(import.meta.dirname, "scanned.pdf")],
    ...["--pages", `${FIRST}-${LAST}`, "--kind", "colour", "--dpi", "200", "--seed", "7"],
  ],
  { stdio: "inherit" },
);
if (made.status !== 0) process.exit(made.status ?? 1);

const tables = JSON.parse(readFileSync(join(sample, "expected/tables.json"), "utf8"));
const scanned = tables
  .filter(({ pageStart, pageEnd }) => pageStart >= FIRST && pageEnd <= LAST)
  .map(({ id, pageStart, pageEnd, rows }) => ({
    id,
    pageStart: pageStart - FIRST + 1,
    pageEnd: pageEnd - FIRST + 1,
    rows: rows.map(({ key, label, values }) => ({ key, label, values })),
  }));
writeFileSync(join(import.meta.dirname, "expected.json"), `${JSON.stringify(scanned, null, 1)}\n`);

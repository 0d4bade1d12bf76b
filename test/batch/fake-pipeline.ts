import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleDisclosure } from "../output/sample.js";

/**
 * A pipeline for tests of the batch room, as JavaScript: a "PDF" is a line of text "<word> <entity> <year> <milliseconds>".
 * The word says what happens; every document has figures of its own.
 */
export const FAKE_PIPELINE = `
import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { JuesuanError } from "./model/index.js";
const sample = ${JSON.stringify(sampleDisclosure())};
export async function extract(bytes, { fileName, onProgress, overrides }) {
  const [word, entity, year, milliseconds] = Buffer.from(bytes).toString("utf8").trim().split(" ");
  const hash = createHash("sha256").update(bytes).digest("hex");
  onProgress?.({ phase: "read", page: 1, pages: 4 });
  await wait(Number(milliseconds ?? 0));
  if (word === "crash") process.abort();
  if (word === "crash-once" && !existsSync(process.env.JUESUAN_TEST_MARK)) {
    writeFileSync(process.env.JUESUAN_TEST_MARK, "");
    process.kill(process.pid, "SIGKILL");
  }
  if (word === "hang") for (;;);
  if (word === "heap") for (const all = [];;) all.push(new Array(1e5).fill({}));
  if (word === "outside") for (const all = [];;) { all.push(Buffer.alloc(2 ** 24, 1)); await wait(1); }
  if (word === "bug") throw new TypeError("a fault");
  if (word === "page") throw new JuesuanError("not-pdf", fileName + " is a web page");
  const disclosure = structuredClone(sample);
  Object.assign(disclosure.source, { file: fileName, sha256: hash, bytes: bytes.length });
  Object.assign(disclosure.document, { entity, fiscalYear: Number(year) });
  if (overrides) disclosure.document.title = overrides.overrides[0].reason;
  for (const row of disclosure.tables[0].rows)
    for (const key of Object.keys(row.values)) if (row.values[key]) row.values[key] = parseInt(hash.slice(0, 7), 16) + ".50";
  if (word === "complete") disclosure.status = "complete";
  return disclosure;
}`;

/** Writes "PDFs" into a new folder: name → text. */
export function writeInputs(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Some ordinary documents. */
export function ordinary(count: number, milliseconds = 0): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const entity = `局${"戊丙乙甲丁"[index % 5]}`;
      return [
        `d${String(index).padStart(3, "0")}.pdf`,
        `partial ${entity} ${2020 + (index % 4)} ${milliseconds} ${index}`,
      ];
    }),
  );
}

/** The files of a collection that do not tell when and how they were made: name → text. */
export function collectionOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) =>
    /^(documents|values|facts|findings)\.|^datapackage\.json$/.test(name),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}

/** Rows of a CSV without line breaks in its fields, as objects of raw fields. */
export function csvRows(folder: string, table: string): Record<string, string>[] {
  const [header = "", ...lines] = readFileSync(join(folder, `${table}.csv`), "utf8")
    .trim()
    .split("\r\n");
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((field, index) => [names[index] ?? "", field])));
}

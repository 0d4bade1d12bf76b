/** A document's rows as one compressed file, so that the collection is put together without reading the documents again. */
import { gunzipSync, gzipSync } from "node:zlib";
import type { DocumentRows, Row } from "./collection/rows.js";
import { ROW_TABLES, type RowTableName } from "./collection/tables.js";
import type { Store } from "./store.js";

const FOLDER = ".juesuan/parts/";
const SUFFIX = ".jsonl.gz";

/** One line per row, led by its table. Byte-identical for the same rows. */
export async function writePart(store: Store, key: string, rows: DocumentRows): Promise<void> {
  const lines = ROW_TABLES.flatMap(({ name }) => rows[name].map((row) => JSON.stringify([name, ...row])));
  await store.write(`${FOLDER}${key}${SUFFIX}`, gzipSync(lines.map((line) => `${line}\n`).join("")));
}

/** @throws JuesuanError "io" when it is not there */
export async function readPart(store: Store, key: string): Promise<DocumentRows> {
  const rows: Record<RowTableName, Row[]> = { values: [], facts: [], findings: [] };
  const text = gunzipSync(await store.read(`${FOLDER}${key}${SUFFIX}`)).toString("utf8");
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [name, ...row]: [RowTableName, ...string[]] = JSON.parse(line);
    rows[name].push(row);
  }
  return rows;
}

/** Keys of the documents that have one. */
export async function partKeys(store: Store): Promise<Set<string>> {
  const keys = new Set<string>();
  for await (const key of store.list(FOLDER)) {
    if (key.endsWith(SUFFIX)) keys.add(key.slice(FOLDER.length, -SUFFIX.length));
  }
  return keys;
}

export async function hasPart(store: Store, key: string): Promise<boolean> {
  const path = `${FOLDER}${key}${SUFFIX}`;
  for await (const found of store.list(path)) if (found === path) return true;
  return false;
}

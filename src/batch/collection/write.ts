/** The collection: every document's rows in one order, as CSV, as Parquet, with a Data Package that describes them. */
import { createHash } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { csvLine } from "../../output/csv.js";
import { ioError } from "../../output/io-error.js";
import { jsonText } from "../../output/json.js";
import { temporaryBeside, writeWhole } from "../../output/write-whole.js";
import { readPart } from "../part.js";
import type { Result } from "../run.js";
import type { Store } from "../store.js";
import { dataPackage } from "./datapackage.js";
import { documentsTable } from "./documents.js";
import { inOrder } from "./order.js";
import { type Prepared, prepareParquet } from "./parquet.js";
import type { Row } from "./rows.js";
import { ROW_TABLES, type TableDefinition } from "./tables.js";

/** Decimals that a collection's numbers have at least in Parquet: 分 of a figure in 万元. More only where more is printed. */
const FEWEST_DECIMALS = 6;

/**
 * Writes documents, values, facts and findings, each as CSV and, where DuckDB is installed, as Parquet, then
 * datapackage.json. Equal documents give equal bytes. Memory does not grow with the number of documents.
 * @param store where the documents' rows lie
 * @param folder where the files go
 * @returns their names
 */
export async function writeCollection(results: readonly Result[], store: Store, folder: string): Promise<string[]> {
  const ordered = inOrder(results);
  const documents = documentsTable(ordered);
  const tables: TableDefinition[] = [documents.table, ...ROW_TABLES];
  const writers = new Map<string, CsvWriter>();
  try {
    for (const table of tables) writers.set(table.name, await CsvWriter.create(folder, table));
    await writers.get("documents")?.write(documents.rows);
    for (const { name, key, duplicateOf, outcome } of ordered) {
      if (duplicateOf !== null || !outcome.written) continue;
      const rows = await readPart(store, key);
      for (const table of ROW_TABLES)
        await writers.get(table.name)?.write(rows[table.name].map((row) => [name, ...row]));
    }
    const csv: Prepared[] = [];
    for (const writer of writers.values()) csv.push(await writer.finish());
    const decimals = Math.max(FEWEST_DECIMALS, ...[...writers.values()].map((writer) => writer.decimals));
    const sources = csv.map(({ table, temporary }) => ({ table, csv: temporary }));
    const files = [...csv, ...(await prepareParquet(sources, folder, decimals))];
    // Every file is whole before the first takes its place.
    for (const { temporary, path } of files) await rename(temporary, join(folder, path));
    await writeWhole(join(folder, "datapackage.json"), jsonText(dataPackage(files)));
    return [...files.map(({ path }) => path), "datapackage.json"];
  } finally {
    for (const writer of writers.values()) await writer.discard();
  }
}

/** One CSV file, written beside its place. */
class CsvWriter {
  readonly #table: TableDefinition;
  readonly #folder: string;
  readonly #temporary: string;
  readonly #file: FileHandle;
  readonly #hash = createHash("sha256");
  readonly #numbers: readonly number[];
  #bytes = 0;
  #isOpen = true;
  /** Most decimals in any number. */
  decimals = 0;

  private constructor(folder: string, table: TableDefinition, temporary: string, file: FileHandle) {
    this.#folder = folder;
    this.#table = table;
    this.#temporary = temporary;
    this.#file = file;
    this.#numbers = table.columns.flatMap(({ type }, index) => (type === "decimal" ? [index] : []));
  }

  static async create(folder: string, table: TableDefinition): Promise<CsvWriter> {
    const temporary = temporaryBeside(join(folder, `${table.name}.csv`));
    const file = await open(temporary, "w").catch((error: unknown) => {
      throw ioError(error, temporary);
    });
    const writer = new CsvWriter(folder, table, temporary, file);
    await writer.#append(csvLine(table.columns.map(({ name }) => name)));
    return writer;
  }

  async write(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) {
      for (const index of this.#numbers) {
        const text = row[index] ?? "";
        const dot = text.indexOf(".");
        if (dot >= 0) this.decimals = Math.max(this.decimals, text.length - dot - 1);
      }
    }
    await this.#append(rows.map(csvLine).join(""));
  }

  /** The file is on the disk, beside its place. */
  async finish(): Promise<Prepared> {
    await this.#file.sync();
    await this.#close();
    const table = this.#table;
    const hash = this.#hash.digest("hex");
    return { table, format: "csv", path: `${table.name}.csv`, temporary: this.#temporary, bytes: this.#bytes, hash };
  }

  /** No error when it has taken its place. */
  async discard(): Promise<void> {
    await this.#close();
    await rm(this.#temporary, { force: true });
  }

  async #append(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    try {
      await this.#file.appendFile(bytes);
    } catch (error) {
      throw ioError(error, join(this.#folder, `${this.#table.name}.csv`));
    }
  }

  async #close(): Promise<void> {
    if (this.#isOpen) await this.#file.close();
    this.#isOpen = false;
  }
}

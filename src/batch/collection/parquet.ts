import { createHash } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { temporaryBeside } from "../../output/write-whole.js";
import { hasDuckDb, literal, withDuckDb } from "../duckdb.js";
import { readPieces } from "../file-store.js";
import type { DataFile } from "./datapackage.js";
import type { Column, TableDefinition } from "./tables.js";

/** Longest record that is taken on, bytes: a quote is a sentence, but a hostile document may have it in one of a megabyte. */
const LONGEST_RECORD = 1 << 24;

/**
 * Each table's CSV file in `folder` as Parquet beside it: the same rows in the same order, an empty field as NULL, numbers
 * as DECIMAL. Writes nothing where DuckDB is not installed.
 * @param decimals of every number, at least as many as the CSV files have: nothing is rounded
 */
export async function writeParquet(
  tables: readonly TableDefinition[],
  folder: string,
  decimals: number,
): Promise<DataFile[]> {
  if (!(await hasDuckDb())) {
    // An older run's would not be of these documents.
    for (const { name } of tables) await rm(join(folder, `${name}.parquet`), { force: true });
    return [];
  }
  return withDuckDb(async (connection) => {
    const files: DataFile[] = [];
    for (const table of tables) {
      const path = `${table.name}.parquet`;
      const temporary = temporaryBeside(join(folder, path));
      await connection.run(`COPY (${csvQuery(join(folder, `${table.name}.csv`), table, decimals)})
        TO ${literal(temporary)} (FORMAT parquet, COMPRESSION zstd)`);
      const written = await measure(temporary);
      await rename(temporary, join(folder, path));
      files.push({ table, format: "parquet", path, ...written });
    }
    return files;
  });
}

/** A query that reads a table's CSV file with its types. */
export function csvQuery(path: string, table: TableDefinition, decimals: number): string {
  const types = table.columns.map((column) => `${literal(column.name)}: ${literal(sqlType(column, decimals))}`);
  return `SELECT * FROM read_csv(${literal(path)}, auto_detect=false, header=true, delim=',', quote='"', escape='"',
    new_line='\\r\\n', nullstr='', max_line_size=${LONGEST_RECORD}, buffer_size=${2 * LONGEST_RECORD},
    columns={${types.join(", ")}})`;
}

function sqlType({ type }: Column, decimals: number): string {
  if (type === "decimal") return `DECIMAL(38,${decimals})`;
  return type === "integer" ? "BIGINT" : "VARCHAR";
}

async function measure(path: string): Promise<{ bytes: number; hash: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of readPieces(path)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, hash: hash.digest("hex") };
}

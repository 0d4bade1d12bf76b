import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { JuesuanError } from "../../model/index.js";
import { temporaryBeside } from "../../output/write-whole.js";
import { hasDuckDb, literal, pathLiteral, withDuckDb } from "../duckdb.js";
import { readPieces } from "../file-store.js";
import type { DataFile } from "./datapackage.js";
import type { Column, TableDefinition } from "./tables.js";

/** Longest record that is taken on, bytes: a quote is a sentence, but a hostile document may have it in one of a megabyte. */
const LONGEST_RECORD = 1 << 24;

/** A file that was written beside its place. */
export interface Prepared extends DataFile {
  readonly temporary: string;
}

/**
 * Each table's CSV file as Parquet: the same rows in the same order, an empty field as NULL, numbers as DECIMAL. Writes
 * nothing where DuckDB is not installed.
 * @param tables with the paths of their CSV files
 * @param folder beside whose files the new ones are prepared
 * @param decimals of every number, at least as many as the CSV files have: nothing is rounded
 * @throws JuesuanError "io" when the disk refuses; nothing is left then
 */
export async function prepareParquet(
  tables: readonly { readonly table: TableDefinition; readonly csv: string }[],
  folder: string,
  decimals: number,
): Promise<Prepared[]> {
  if (!(await hasDuckDb())) {
    // An older run's would not be of these documents.
    for (const { table } of tables) await rm(join(folder, `${table.name}.parquet`), { force: true });
    return [];
  }
  return withDuckDb(async (connection) => {
    const files: Prepared[] = [];
    for (const { table, csv } of tables) {
      const path = `${table.name}.parquet`;
      const temporary = temporaryBeside(join(folder, path));
      try {
        await connection.run(`COPY (${csvQuery(csv, table, decimals)})
          TO ${literal(temporary)} (FORMAT parquet, COMPRESSION zstd)`);
        files.push({ table, format: "parquet", path, temporary, ...(await measure(temporary)) });
      } catch (cause) {
        for (const file of [temporary, ...files.map((one) => one.temporary)]) await rm(file, { force: true });
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new JuesuanError("io", `${join(folder, path)} cannot be written (${why}); make room and run again`, {
          cause,
        });
      }
    }
    return files;
  });
}

/** A query that reads a table's CSV file with its types. */
export function csvQuery(path: string, table: TableDefinition, decimals: number): string {
  const types = table.columns.map((column) => `${literal(column.name)}: ${literal(sqlType(column, decimals))}`);
  return `SELECT * FROM read_csv(${pathLiteral(path)}, auto_detect=false, header=true, delim=',', quote='"', escape='"',
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

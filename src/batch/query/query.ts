import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DuckDBConnection, Json } from "@duckdb/node-api";
import { JuesuanError } from "../../model/index.js";
import { literal, pathLiteral, withDuckDb } from "../duckdb.js";
import { VIEWS } from "./views.js";

export interface QueryResult {
  readonly columns: readonly string[];
  /** Values as text; numbers with all their digits. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Columns of numbers, by index. */
  readonly numbers: ReadonlySet<number>;
}

const TABLES = ["documents", "values", "facts", "findings"] as const;

/**
 * Runs SQL on a collection's tables and views. The query can touch no file outside the collection's folder.
 * @param folder of a collection
 * @throws JuesuanError "usage" for no collection, or for SQL that is wrong
 */
export async function queryCollection(folder: string, sql: string): Promise<QueryResult> {
  const missing = TABLES.find((name) => !existsSync(join(folder, `${name}.parquet`)));
  if (missing) {
    const mend = "run juesuan batch with this folder as -o, with DuckDB installed";
    throw new JuesuanError("usage", `${folder} holds no ${missing}.parquet: ${mend}`);
  }
  return withDuckDb(async (connection) => {
    const files = TABLES.map((name) => [name, pathLiteral(join(resolve(folder), `${name}.parquet`))] as const);
    for (const [name, file] of files)
      await connection.run(`CREATE VIEW "${name}" AS SELECT * FROM read_parquet(${file})`);
    for (const [name, view] of Object.entries(VIEWS)) await connection.run(`CREATE VIEW ${name} AS ${view.sql}`);
    // A folder called out[2] is none that its files' patterns are in.
    await connection.run(`SET allowed_paths = [${files.map(([, file]) => file).join(", ")}]`);
    await connection.run(`SET allowed_directories = [${literal(`${resolve(folder)}/`)}]`);
    await connection.run("SET enable_external_access = false; SET lock_configuration = true");
    return run(connection, sql);
  });
}

async function run(connection: DuckDBConnection, sql: string): Promise<QueryResult> {
  try {
    await refuseWriting(connection, sql);
    const result = await connection.runAndReadAll(sql);
    const types = result.columnTypes().map(String);
    const numbers = new Set(types.flatMap((type, index) => (NUMBER.test(type) ? [index] : [])));
    return {
      columns: result.deduplicatedColumnNames(),
      rows: result.getRowsJson().map((row) => row.map((value, index) => text(value, numbers.has(index)))),
      numbers,
    };
  } catch (cause) {
    if (cause instanceof JuesuanError) throw cause;
    throw new JuesuanError("usage", cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** A collection is what the batch wrote: no query changes it, or puts files beside it. */
async function refuseWriting(connection: DuckDBConnection, sql: string): Promise<void> {
  const { StatementType } = await import("@duckdb/node-api");
  const statements = await connection.extractStatements(sql);
  for (let index = 0; index < statements.count; index++) {
    const { statementType } = await statements.prepare(index);
    if (statementType !== StatementType.SELECT && statementType !== StatementType.EXPLAIN)
      throw new JuesuanError("usage", `${StatementType[statementType]} is refused: a query only reads, write a SELECT`);
  }
}

const NUMBER = /^(DECIMAL|U?(TINY|SMALL|BIG|HUGE)?INT|DOUBLE|FLOAT)/;

/** All digits of a number, without the zeros that only the column's type adds behind 分. */
function text(value: Json, isNumber: boolean): string | null {
  if (value === null) return null;
  if (typeof value !== "string") return typeof value === "object" ? JSON.stringify(value) : String(value);
  return isNumber && /^-?[0-9]+\.[0-9]{3,}$/.test(value) ? value.replace(/(\.[0-9]{2}[0-9]*?)0+$/, "$1") : value;
}

/** The ready-made views and what they show. */
export function viewList(): QueryResult {
  const rows = Object.entries(VIEWS).map(([name, { about }]) => [name, about]);
  return { columns: ["view", "about"], rows, numbers: new Set() };
}

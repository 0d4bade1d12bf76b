import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DuckDBConnection, Json } from "@duckdb/node-api";
import { JuesuanError } from "../../model/index.js";
import { literal, withDuckDb } from "../duckdb.js";
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
    for (const name of TABLES) {
      const file = literal(join(resolve(folder), `${name}.parquet`));
      await connection.run(`CREATE VIEW "${name}" AS SELECT * FROM read_parquet(${file})`);
    }
    for (const [name, view] of Object.entries(VIEWS)) await connection.run(`CREATE VIEW ${name} AS ${view.sql}`);
    await connection.run(`SET allowed_directories = [${literal(`${resolve(folder)}/`)}]`);
    await connection.run("SET enable_external_access = false; SET lock_configuration = true");
    return run(connection, sql);
  });
}

async function run(connection: DuckDBConnection, sql: string): Promise<QueryResult> {
  try {
    const result = await connection.runAndReadAll(sql);
    const types = result.columnTypes().map(String);
    return {
      columns: result.deduplicatedColumnNames(),
      rows: result.getRowsJson().map((row) => row.map(text)),
      numbers: new Set(types.flatMap((type, index) => (NUMBER.test(type) ? [index] : []))),
    };
  } catch (cause) {
    throw new JuesuanError("usage", cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

const NUMBER = /^(DECIMAL|U?(TINY|SMALL|BIG|HUGE)?INT|DOUBLE|FLOAT)/;

/** All digits of a number, without the zeros that only the column's type adds behind 分. */
function text(value: Json): string | null {
  if (value === null) return null;
  if (typeof value !== "string") return typeof value === "object" ? JSON.stringify(value) : String(value);
  return /^-?[0-9]+\.[0-9]{3,}$/.test(value) ? value.replace(/(\.[0-9]{2}[0-9]*?)0+$/, "$1") : value;
}

/** The ready-made views and what they show. */
export function viewList(): QueryResult {
  const rows = Object.entries(VIEWS).map(([name, { about }]) => [name, about]);
  return { columns: ["view", "about"], rows, numbers: new Set() };
}

import type { DuckDBConnection } from "@duckdb/node-api";
import { JuesuanError } from "../model/index.js";

/** Runs a piece of work with an in-memory database of its own. One thread: the order of rows, and so the bytes of files, do not vary. */
export async function withDuckDb<T>(work: (connection: DuckDBConnection) => Promise<T>, threads = 1): Promise<T> {
  const { DuckDBInstance } = await load();
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(threads),
    // Nothing is fetched: what is needed (Parquet, JSON, ICU) is built in.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** True where the optional package is installed and has a binding for this machine. */
export async function hasDuckDb(): Promise<boolean> {
  return load().then(
    () => true,
    () => false,
  );
}

async function load(): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import("@duckdb/node-api");
  } catch (cause) {
    throw new JuesuanError("usage", "Parquet and SQL need DuckDB: npm install @duckdb/node-api", { cause });
  }
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path as an SQL literal for functions that take patterns: every character stands for itself. */
export function pathLiteral(path: string): string {
  return literal(path.replace(/[*?[]/g, "[$&]"));
}

/** A name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

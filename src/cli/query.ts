import { Command, Option } from "commander";
import { print } from "./io.js";
import type { Session } from "./session.js";

interface Flags {
  format?: "table" | "csv" | "json";
}

const EXAMPLES = `
Tables: documents, values, facts, findings (docs/batch.md has their columns).
Views in 元: by_year, by_class, three_public, forms_side_by_side. Without SQL, the views are listed.

Examples:
  juesuan query out
  juesuan query out "SELECT entity, fiscal_year, expenditure FROM by_year"
  juesuan query out "SELECT class, class_name, sum(yuan) FROM by_class GROUP BY ALL" --format csv
  juesuan query out "SELECT source, message FROM documents WHERE status = 'failed'"`;

/** `juesuan query`: SQL on a collection. */
export function queryCommand(session: Session): Command {
  return new Command("query")
    .summary("run SQL on a collection")
    .description("Runs an SQL query (DuckDB's dialect) on the collection that juesuan batch wrote.")
    .argument("<dir>", "folder of the collection")
    .argument("[sql]", "the query")
    .addOption(
      new Option("--format <format>", "default: table on a terminal, else csv").choices(["table", "csv", "json"]),
    )
    .addHelpText("after", EXAMPLES)
    .action((dir: string, sql: string | undefined, flags: Flags) => query(session, dir, sql, flags));
}

async function query({ io }: Session, dir: string, sql: string | undefined, flags: Flags): Promise<void> {
  const { queryCollection, viewList } = await import("../batch/query/query.js");
  const { formatRows } = await import("../batch/query/format.js");
  const result = sql === undefined ? viewList() : await queryCollection(dir, sql);
  await print(io, formatRows(result, flags.format ?? (io.stdout.isTTY ? "table" : "csv")));
}

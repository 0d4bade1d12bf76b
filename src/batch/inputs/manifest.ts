import { parse } from "csv-parse/sync";
import { JuesuanError } from "../../model/index.js";

/** Names of the column that holds the file, in any case, the first of these that is there; where none is, it is the first column. */
const FILE_COLUMNS = ["file", "path", "source", "pdf", "filename", "key", "文件", "文件名", "路径"];

export interface ManifestRow {
  readonly file: string;
  /** Every column, the file's as it stands there: whoever wrote the manifest joins by it. */
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * A CSV manifest (UTF-8, header line): one row per document, one column for the file, the others are metadata.
 * @throws JuesuanError "usage" that names the line
 */
export function readManifest(text: string, name: string): ManifestRow[] {
  const [header, ...lines] = records(text, name);
  if (!header || header.length === 0) throw new JuesuanError("usage", `${name}: the manifest is empty`);
  const width = Math.max(
    ...[header, ...lines].map((fields) => fields.findLastIndex((field) => field.trim() !== "") + 1),
  );
  const columns = header.slice(0, width).map((column) => column.trim());
  const repeated = columns.find((column, index) => column === "" || columns.indexOf(column) !== index);
  if (repeated !== undefined)
    throw new JuesuanError(
      "usage",
      `${name}: a column of the manifest is ${repeated ? `twice "${repeated}"` : "unnamed"}`,
    );
  const names = columns.map((column) => column.toLowerCase());
  const file = Math.max(0, names.indexOf(FILE_COLUMNS.find((name) => names.includes(name)) ?? ""));
  return lines.flatMap((fields, index) => {
    if (fields.every((field) => field.trim() === "")) return [];
    const path = fields[file]?.trim() ?? "";
    if (path === "") throw new JuesuanError("usage", `${name}: row ${index + 2} names no file in "${columns[file]}"`);
    return [{ file: path, metadata: Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? ""])) }];
  });
}

function records(text: string, name: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true, delimiter: delimiterOf(text) });
  } catch (cause) {
    throw new JuesuanError("usage", `${name}: no CSV: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** As the header has it: spreadsheets write semicolons and tabs too. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/\r|\n|$/));
  return [",", "\t", ";"].find((mark) => header.includes(mark)) ?? ",";
}

/** One file per line; empty lines and lines that begin with # are no files. */
export function readList(text: string): string[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

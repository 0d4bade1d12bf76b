/** datapackage.json: Data Package v2 with Table Schema, and the column types of the Fiscal Data Package 1.0. */
import { generator } from "../../output/generator.js";
import { type Column, DOCUMENTS, type TableDefinition } from "./tables.js";

export interface DataFile {
  readonly table: TableDefinition;
  readonly format: "csv" | "parquet";
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly hash: string;
}

const PROFILES = "https://datapackage.org/profiles/2.0";
const MEDIA_TYPES = { csv: "text/csv", parquet: "application/vnd.apache.parquet" } as const;
const TYPES = { string: "string", integer: "integer", decimal: "number" } as const;

/** No time and no machine in it: equal collections have equal descriptors. */
export function dataPackage(files: readonly DataFile[]): object {
  const { name, version } = generator();
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: "final-accounts",
    title: "部门决算公开: every value, fact and finding",
    description: `Read from the published PDFs by ${name} ${version}. Amounts are decimal, as printed and in 元.`,
    // Fiscal Data Package 1.0: what the rows have in common.
    countryCode: "CN",
    granularity: "aggregated",
    resources: files.map(resource),
  };
}

function resource({ table, format, path, bytes, hash }: DataFile): object {
  const common = { path, format, mediatype: MEDIA_TYPES[format], bytes, hash: `sha256:${hash}` };
  if (format === "parquet") return { name: `${table.name}-parquet`, title: `${table.title}, as Parquet`, ...common };
  return {
    name: table.name,
    type: "table",
    title: table.title,
    ...common,
    encoding: "utf-8",
    dialect: { $schema: `${PROFILES}/tabledialect.json`, delimiter: ",", lineTerminator: "\r\n", doubleQuote: true },
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: table.columns.map(field),
      primaryKey: table.primaryKey,
      ...foreignKeys(table),
    },
  };
}

function field({ name, type, description, missing, categories, columnType }: Column): object {
  return {
    name,
    type: TYPES[type],
    description,
    ...(columnType !== undefined && { columnType }),
    ...(categories && { categories }),
    missingValues: missing === undefined ? [] : [{ value: "", label: missing }],
    ...(missing === undefined && { constraints: { required: true } }),
  };
}

function foreignKeys({ name, columns }: TableDefinition): object {
  if (name !== DOCUMENTS.name)
    return {
      foreignKeys: [{ fields: ["document"], reference: { resource: DOCUMENTS.name, fields: ["document"] } }],
    };
  // A copy points to a document of the same table; v2 leaves the resource's name out for that.
  const copy = columns.some((column) => column.name === "duplicate_of");
  return copy ? { foreignKeys: [{ fields: ["duplicate_of"], reference: { fields: ["document"] } }] } : {};
}

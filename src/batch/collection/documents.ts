import { uniqueNames } from "../../output/file-names.js";
import type { Result } from "../run.js";
import type { Row } from "./rows.js";
import { type Column, DOCUMENTS, type TableDefinition } from "./tables.js";

/**
 * The documents table with the manifest's columns behind its own; one that has the name of ours is `meta_<name>`. For a
 * database "Region" and "region" are one name: the second is "region-2".
 */
export function documentsTable(results: readonly Result[]): { table: TableDefinition; rows: Row[] } {
  const metadata = [...new Set(results.flatMap(({ source }) => Object.keys(source.metadata)))].sort();
  const ours = new Set(DOCUMENTS.columns.map(({ name }) => name));
  const unique = uniqueNames();
  for (const name of ours) unique(name);
  const extra = metadata.map((name): Column => {
    const own = unique(ours.has(name.toLowerCase()) ? `meta_${name}` : name);
    return { name: own, type: "string", description: "From the manifest.", missing: "the manifest does not say" };
  });
  return {
    table: { ...DOCUMENTS, columns: [...DOCUMENTS.columns, ...extra] },
    rows: results.map((result) => [
      ...documentRow(result),
      ...metadata.map((name) => result.source.metadata[name] ?? ""),
    ]),
  };
}

function documentRow({ name, source, duplicateOf, sha256, outcome }: Result): string[] {
  const { status, reason, bytes, pages, producer, document, forms, missing, values, facts, findings } = outcome;
  const count = (severity: string) =>
    String(findings.reduce((sum, found) => sum + (found.severity === severity ? found.count : 0), 0));
  return [
    name,
    source.shown,
    duplicateOf ?? "",
    status,
    reason?.code ?? "",
    reason?.message ?? "",
    sha256,
    String(bytes),
    String(pages ?? ""),
    producer ?? "",
    document?.kind ?? "",
    document?.scope ?? "",
    String(document?.fiscalYear ?? ""),
    document?.entity ?? "",
    document?.title ?? "",
    document?.amountUnit ?? "",
    String(forms),
    missing.join(" "),
    String(values),
    String(facts),
    count("error"),
    count("warning"),
    count("info"),
  ];
}

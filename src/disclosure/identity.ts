/** What the document is: from its cover and contents, and where those are silent from its tables. */
import type { TableReading } from "../forms/index.js";
import type { DocumentIdentity } from "../model/index.js";

export function documentIdentity(read: DocumentIdentity | null, readings: readonly TableReading[]): DocumentIdentity {
  const tables = readings.map((reading) => reading.table);
  // Forms of one kind are better evidence than the words of a cover.
  const kind = mostCommon(readings.flatMap((reading) => reading.form?.kind ?? []));
  const recognised = tables.filter((table) => !table.id.startsWith("unrecognised"));
  const year = mostCommon(recognised.flatMap((table) => /(20\d\d)年/.exec(table.title ?? "")?.[1] ?? []));
  return {
    kind: kind ?? read?.kind ?? null,
    scope: read?.scope ?? null,
    fiscalYear: read?.fiscalYear ?? (year === null ? null : Number(year)),
    title: read?.title ?? null,
    entity: read?.entity ?? mostCommon(recognised.flatMap((table) => table.entity ?? [])),
    amountUnit:
      mostCommon((recognised.length > 0 ? recognised : tables).flatMap((table) => table.unit ?? [])) ??
      read?.amountUnit ??
      null,
  };
}

function mostCommon<T extends string>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

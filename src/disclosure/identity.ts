/** What the document is: from its cover and contents, and where those are silent from its tables. */
import type { DocumentIdentity, FormTable } from "../model/index.js";

export function documentIdentity(read: DocumentIdentity | null, tables: readonly FormTable[]): DocumentIdentity {
  const recognised = tables.filter((table) => !table.id.startsWith("unrecognised"));
  const year = mostCommon(recognised.flatMap((table) => /(20\d\d)年/.exec(table.title ?? "")?.[1] ?? []));
  return {
    kind: read?.kind ?? (recognised.length > 0 ? "final-accounts" : null),
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

function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

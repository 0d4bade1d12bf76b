import type { Draft, FormDefinition, IdentityDefinition, TableReading } from "../forms/index.js";
import type { FormTable } from "../model/index.js";

/** One line of `forms list`. */
export function formLine({ id, family, layout, titles }: FormDefinition): string {
  return `${id.padEnd(42)} ${family.padEnd(27)} ${layout.padEnd(16)} ${titles[0] ?? ""}`;
}

/** What was seen of a table: for standard error beside a draft. */
export function draftText({ definition, header, rows, candidates }: Draft, { table, why }: TableReading): string {
  const lines = [
    `${table.title ?? "(no title)"}, pp. ${table.pageStart}–${table.pageEnd}, unit ${table.unit ?? "not printed"}: ${why}`,
    `header, ${rows} rows beneath it, layout ${definition.layout}:`,
    ...header.map(
      ({ path, holds, key }) => `  ${path.join(" / ") || "(blank)"}  ${holds}${key === null ? "" : ` → ${key}`}`,
    ),
    candidates.length === 0 ? "nothing was found to add up" : "what adds up:",
    ...candidates.map(({ identity, holds, of }) => `  ${identityText(identity)}  (${holds} of ${of})`),
  ];
  return `${lines.join("\n")}\n`;
}

function identityText(identity: IdentityDefinition): string {
  switch (identity.kind) {
    case "columns":
    case "rows":
      return `${identity.total} = ${identity.parts.join(" + ")}`;
    case "children":
      return `each row = Σ rows beneath it: ${identity.columns.join(", ")}`;
    case "total":
      return `total = Σ top rows: ${identity.columns.join(", ")}`;
    case "ratio":
      return `${identity.percent} = ${identity.part} / ${identity.base.join(" or ")}`;
  }
}

/** A picture of what was read, and where: one line per row, with page and place of its first value. */
export function tableText(table: FormTable): string {
  const columns = table.columns.map(({ key }) => key);
  const lines = table.rows.map((row) => {
    const values = columns.map((column) => row.values[column] ?? row.evidence[column]?.text ?? "·");
    const first = Object.values(row.evidence)[0];
    const place = first
      ? `p. ${first.page} (${first.box.map(Math.round).join(", ")})`
      : `p. ${row.page ?? table.pageStart}`;
    return `  ${"  ".repeat(row.depth ?? 0)}${row.code ?? ""}${row.code ? " " : ""}${row.label ?? row.key}  ${values.join(" | ")}  ${place}`;
  });
  return [`  ${columns.join(" | ")}`, ...lines].join("\n");
}

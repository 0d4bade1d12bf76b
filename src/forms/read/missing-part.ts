/** A form of which a whole part is not in the table: one side, or the accounts beside the budget. The rest of its sheet stands elsewhere. */
import type { Finding, TableColumn } from "../../model/index.js";
import { headerText } from "./match-columns.js";
import type { Matrix } from "./matrix.js";
import { phaseTexts } from "./phase-rows.js";
import { finding } from "./reading.js";
import type { Recognition } from "./recognise.js";

const SIDES = { income: "收入", expenditure: "支出" } as const;

/** @param columns those that were read */
export function missingParts(recognition: Recognition, columns: readonly TableColumn[], matrix: Matrix): Finding[] {
  const { form } = recognition;
  const page = matrix.grid.pageStart;
  return partsWithout(recognition, columns).map((part) =>
    finding(
      "form.missing-part",
      "warning",
      `${form.id}: the table has no column of ${part} (p. ${page}); look for the rest of the sheet among the tables beside it`,
      { page, table: form.id },
      null,
    ),
  );
}

function partsWithout({ form, header, columns: match }: Recognition, columns: readonly TableColumn[]): string[] {
  if (form.layout === "two-sided") {
    const texts = header.columns.flatMap((column) => column.path.map(headerText));
    return Object.entries(SIDES).flatMap(([side, name]) => {
      const read = form.columns.some((column) => column.side === side && match.matched.has(column));
      return read || texts.some((text) => text.endsWith(name)) ? [] : [name];
    });
  }
  if (form.layout !== "single-row" || form.kind !== "final-accounts" || phaseTexts(form).size < 2) return [];
  return columns.some(({ key }) => key.startsWith("final.")) ? [] : ["决算数"];
}

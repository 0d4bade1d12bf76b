/** What a printed document gave, held cell by cell against the sample's figures. */
import { readFileSync } from "node:fs";

const sample = (name) => JSON.parse(readFileSync(new URL(`../../samples/wuhan-2024/${name}`, import.meta.url), "utf8"));
/** The nine forms' figures, from which the documents are made. */
export const tables = sample("figures.json").tables;
const expected = new Map(sample("expected/tables.json").map((table) => [table.id, table]));

export const heading = (first) =>
  `${first.padEnd(21)} cells right   wrong  invented  keys and labels wrong  unsaid   forms missing`;

/** The counts as a line below `heading`. */
export function line(name, count) {
  const numbers = [count.right, count.wrong, count.invented, count.texts, count.unsaid].map((n, i) =>
    String(n).padStart([12, 8, 10, 24, 8][i]),
  );
  return `${name.padEnd(21)}${numbers.join("")}   ${count.missing.join(" ")}`;
}

/** How many of all are wrong. */
export const wrongs = (count) => count.wrong + count.invented + count.texts;

/**
 * @param {object} result what `extract` gave
 * @param {object} [o] what the document leaves out on purpose
 * @param {(id: string, row: string, column?: string) => boolean} [o.omit] rows and columns that are not printed
 * @param {string[]} [o.extra] tables that print more than the figures
 * @param {string[]} [o.missing] tables that are not printed
 * @param {(text: string) => void} [o.say] is told what differs
 */
export function score(result, { omit = () => false, extra = [], missing = [], say = () => {} } = {}) {
  const count = { right: 0, wrong: 0, invented: 0, texts: 0, unsaid: 0, missing: [] };
  for (const [id, want] of expected) {
    if (missing.includes(id)) continue;
    const before = count.wrong + count.invented;
    const got = result.tables.find((table) => table.id === id);
    if (got) compare(id, want, got, count, omit, extra.includes(id), say);
    else {
      count.missing.push(id);
      for (const row of want.rows) for (const value of Object.values(row.values)) if (value !== null) count.wrong++;
    }
    const said = result.findings.some(({ place, severity }) => place.table === id && severity !== "info");
    if (got && !said) count.unsaid += count.wrong + count.invented - before;
  }
  return count;
}

function compare(id, want, got, count, omit, extra, say) {
  const rows = new Map(got.rows.map((row) => [`${row.side ?? ""}${row.key}`, row]));
  for (const row of want.rows.filter(({ key }) => !omit(id, key))) {
    const key = `${row.side ?? ""}${row.key}`;
    const read = rows.get(key);
    rows.delete(key);
    for (const [column, value] of Object.entries(row.values)) {
      if (omit(id, row.key, column)) continue;
      const other = read?.values[column] ?? null;
      if (other === value) count.right++;
      else {
        count[value === null ? "invented" : "wrong"]++;
        say(`${id} ${key} ${column}: ${value} read as ${other}`);
      }
    }
    if (!read || (read.label ?? null) !== (row.label ?? null) || read.code !== row.code) {
      count.texts++;
      say(`${id} ${key} ${row.label}: read as ${read?.code} ${read?.label}`);
    }
  }
  for (const [key, row] of rows) {
    if (extra || omit(id, row.key)) continue;
    const amounts = Object.values(row.values).filter((value) => value !== null).length;
    count.invented += amounts;
    if (amounts > 0) say(`${id} row ${key} ${row.label} is not printed`);
  }
}

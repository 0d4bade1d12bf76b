import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { FormDefinition } from "../forms/index.js";
import type { FormTable } from "../model/index.js";
import { tableText } from "./form-text.js";
import { print, say } from "./io.js";
import { EXIT, type Session } from "./session.js";

export interface FormTestOptions {
  /** Write what was read as what is expected. */
  readonly update: boolean;
  /** Folder that gets a picture of each page, with what was read drawn over it, in a folder per fixture. */
  readonly overlay: string;
}

/** Reads every fixture of the forms (<id>.pdf, <id>-2.pdf, …), shows it, and compares it with <fixture>.expected.json. */
export async function testForms(
  session: Session,
  forms: readonly FormDefinition[],
  folder: string,
  options: FormTestOptions,
): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith(".pdf")).sort();
  for (const form of forms) {
    const own = names.filter(
      (name) =>
        name.startsWith(form.id) &&
        !forms.some((other) => other !== form && other.id.length > form.id.length && name.startsWith(other.id)),
    );
    if (own.length === 0) {
      // A form that nothing tests has not passed.
      session.exit(EXIT.findings);
      await print(session.io, `${form.id}: no fixture; put a PDF into ${folder} as ${form.id}.pdf\n`);
    }
    for (const name of own) await testFixture(session, form, join(folder, name), options);
  }
}

async function testFixture(
  session: Session,
  form: FormDefinition,
  file: string,
  { update, overlay }: FormTestOptions,
): Promise<void> {
  const { read, disclose } = await import("../pipeline.js");
  const reading = await read(file, { signal: session.signal });
  const tables = reading.forms.tables
    .filter((one) => one.form?.id === form.id && one.form.family === form.family)
    .map(({ table }) => table);
  if (tables.length === 0) {
    session.exit(EXIT.findings);
    const why = reading.forms.tables.map(({ table, why }) => `\n  p. ${table.pageStart}: ${why}`).join("");
    await print(session.io, `${file}: ${form.id} was not found${why || "; the document has no table"}\n`);
    return;
  }
  const findings = disclose(reading).findings.filter(({ place }) => place.table === form.id && place.row !== undefined);
  const text = tables.map(
    (table) =>
      `${file}: ${form.id}, pp. ${table.pageStart}–${table.pageEnd}, ${table.rows.length} rows\n${tableText(table)}`,
  );
  const said = findings.map(({ severity, rule, message }) => `  ${severity} ${rule}: ${message}`);
  const { drawOverlays } = await import("../inspect/overlay/index.js");
  const only = new Set(tables.flatMap(({ pageStart, pageEnd }) => pagesBetween(pageStart, pageEnd)));
  const drawn = await drawOverlays(reading, join(overlay, basename(file).replace(/\.pdf$/i, "")), {
    only,
    signal: session.signal,
    onNotice: (line) => say(session.io, line),
  });
  const pictures = drawn.map((picture) => `  picture: ${picture}`);
  await print(session.io, `${[...text, ...said, ...pictures].join("\n")}\n`);
  await compare(session, tables, file, update);
}

const pagesBetween = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Keys, labels and values: what a definition decides. */
function essence(tables: readonly FormTable[]): string {
  const rows = tables.map(({ id, title, unit, rows }) => ({
    id,
    title,
    unit,
    rows: rows.map(({ key, label, values }) => ({ key, label, values })),
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

async function compare(session: Session, tables: readonly FormTable[], file: string, update: boolean): Promise<void> {
  const target = file.replace(/\.pdf$/i, ".expected.json");
  if (update) {
    await writeFile(target, essence(tables));
    await print(session.io, `wrote ${target}\n`);
    return;
  }
  let expected: string;
  try {
    expected = await readFile(target, "utf8");
  } catch {
    await print(session.io, `${target} is not there: --update writes it\n`);
    return;
  }
  const [was, is] = [expected.split("\n"), essence(tables).split("\n")];
  const at = is.findIndex((line, i) => line !== was[i]);
  if (at < 0 && was.length === is.length) {
    await print(session.io, "as expected\n");
    return;
  }
  session.exit(EXIT.findings);
  await print(
    session.io,
    `${target}, line ${at + 1}: expected ${(was[at] ?? "the end").trim()}, read ${(is[at] ?? "the end").trim()}\n`,
  );
}

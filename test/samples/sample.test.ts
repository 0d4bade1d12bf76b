import { existsSync, readFileSync, statSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const sample = new URL("samples/wuhan-2024/", root);
const truthFile = new URL("../shared/spec/wuhan-2024.truth.json", root);

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
interface Row {
  key: string;
  values: Record<string, string | null>;
  [key: string]: Json;
}
interface Table {
  id: string;
  rows: Row[];
  [key: string]: Json | Row[];
}
interface Measure {
  raw: string;
}
interface Indicator {
  name: string;
  target: Measure | null;
  actual: Measure | null;
  score: string;
}
interface Performance {
  id: string;
  goals?: { indicators: Indicator[] }[];
  indicators?: Indicator[];
}
interface Invented {
  path: string;
  truth: Json;
  printed: Json;
}
interface Figures {
  document: Json;
  tables: Table[];
  narrative: Json;
  performance: Performance[];
  keyWork: Json;
  invented: Invented[];
}
interface Fact {
  path: string;
  value: string;
  unit: string | null;
}

const read = (url: URL): string => readFileSync(url, "utf8");
const figures: Figures = JSON.parse(read(new URL("figures.json", sample)));
const tables: Table[] = JSON.parse(read(new URL("expected/tables.json", sample)));
const facts: Fact[] = JSON.parse(read(new URL("expected/facts.json", sample)));
const performance: Performance[] = JSON.parse(read(new URL("expected/performance.json", sample)));

const squash = (text: string): string => text.replaceAll(/\s/g, "");
const grouped = (value: string): string => value.replace(/^\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ","));
const indicatorsOf = (t: Performance): Indicator[] => [
  ...(t.goals ?? []).flatMap((g) => g.indicators),
  ...(t.indicators ?? []),
];

/** Every scalar below a value, with its path. */
function leaves(value: Json, path = ""): [string, Json][] {
  if (value === null || typeof value !== "object") return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}/${key}`));
}

function counts(text: string): Map<string, number> {
  const map = new Map<string, number>();
  for (const character of text) map.set(character, (map.get(character) ?? 0) + 1);
  return map;
}

let text = "";

beforeAll(async () => {
  const module: { documentHtml(figures: Figures): string } = await import(new URL("typeset/document.js", sample).href);
  const html = module.documentHtml(figures);
  const body = html.slice(html.indexOf("<body>")).replaceAll(/<(\/?(td|p|h\d|div|span|text|figcaption))\b[^>]*>/g, "|");
  text = body
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
});

describe("the HTML of the sample", () => {
  it("prints every amount of the nine forms in a cell of its own", () => {
    const cells = counts("");
    for (const cell of text.split("|")) cells.set(cell, (cells.get(cell) ?? 0) + 1);
    const wanted = new Map<string, number>();
    for (const value of tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.values))))
      if (value !== null) wanted.set(grouped(value), (wanted.get(grouped(value)) ?? 0) + 1);
    expect(wanted.size).toBeGreaterThan(100);
    for (const [amount, times] of wanted) expect(cells.get(amount) ?? 0, amount).toBeGreaterThanOrEqual(times);
  });

  it("prints every fact", () => {
    const silent =
      /\.(direction|isEmpty|asOf|holdingsAsOf)$|keyOutputs\[\d+\]\.label|personnel\.items|projects\[\d+\]\.name/;
    for (const { path, value, unit } of facts.filter((f) => !silent.test(f.path))) {
      const printed = unit === null ? value : `${grouped(value)}${unit}`;
      expect(text, path).toContain(printed);
    }
  });

  it("prints every indicator with target, actual value and score", () => {
    for (const indicator of performance.flatMap(indicatorsOf)) {
      const { name, target, actual, score } = indicator;
      expect(text).toMatch(new RegExp(`\\|${name.replaceAll(/[.()]/g, "\\$&")}（\\d+分）\\|`));
      expect(text).toContain(`|${target?.raw}||${actual?.raw}||${score}|`);
    }
  });
});

describe("the PDF of the sample", () => {
  it("is smaller than 1 MB", () => {
    expect(statSync(new URL("wuhan-2024.pdf", sample)).size).toBeLessThan(1_000_000);
  });

  it("holds the very characters of the HTML, with no radicals in place of characters", async () => {
    const data = new Uint8Array(readFileSync(new URL("wuhan-2024.pdf", sample)));
    const task = getDocument({ data, verbosity: 0 });
    const pdf = await task.promise;
    let printed = "";
    for (let i = 1; i <= pdf.numPages; i++)
      for (const item of (await (await pdf.getPage(i)).getTextContent()).items)
        printed += "str" in item ? item.str : "";
    await task.destroy();
    expect(printed).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff]/);
    expect(counts(squash(printed))).toEqual(counts(squash(text.replaceAll("|", ""))));
  });
});

describe("the expected values", () => {
  const ajv = new Ajv2020({ strict: false });
  for (const name of ["table", "performance"])
    ajv.addSchema(JSON.parse(read(new URL(`schemas/${name}.schema.json`, root))), name);

  it("have the shape of the schemas, once evidence and pages are added", () => {
    for (const table of tables) {
      const rows = table.rows.map((row) => ({ ...row, evidence: {} }));
      expect(ajv.validate("table", { ...table, rows }), ajv.errorsText()).toBe(true);
    }
    const paged = (list: Indicator[]) => list.map((x) => ({ ...x, page: 1 }));
    for (const t of performance) {
      const goals = (t.goals ?? []).map((g) => ({ ...g, indicators: paged(g.indicators) }));
      const whole = { ...t, goals, indicators: paged(t.indicators ?? []) };
      expect(ajv.validate("performance", whole), ajv.errorsText()).toBe(true);
    }
  });

  it("are the figures that are printed", () => {
    expect(tables.map((t) => [t.id, t.rows])).toEqual(figures.tables.map((t) => [t.id, t.rows]));
    expect(performance.map(indicatorsOf)).toMatchObject(
      figures.performance.map((t) =>
        indicatorsOf(t).map(({ name, target, actual, score }) => ({ name, target, actual, score })),
      ),
    );
    const known = new Set(facts.map((f) => f.value));
    const beside =
      /\/(no|code|classCode|classLabel|sectionLabel|openingBudgetStatus|basis|year|budgetKind|key|label|unit)$|\/items\/\d+$/;
    const isFact = ([path, value]: [string, Json]) =>
      value !== null && typeof value !== "boolean" && !beside.test(path);
    for (const [path, value] of leaves(figures.narrative).filter(isFact))
      expect(known.has(String(value)), path).toBe(true);
    expect(new Set(facts.map((f) => f.path)).size).toBe(facts.length);
  });
});

describe.skipIf(!existsSync(truthFile))("the figures and the ground truth (../shared)", () => {
  const truth: Figures = existsSync(truthFile) ? JSON.parse(read(truthFile)) : figures;
  /** Full-width and half-width forms, and both kinds of quotes, are one; numbers of items are strings or numbers. */
  const same = (value: Json | undefined): Json =>
    typeof value === "string" || typeof value === "number"
      ? String(value).normalize("NFKC").replaceAll(/["“”]/g, "”")
      : (value ?? null);
  /** What the truth says about its source, not about the print. */
  const aside =
    /\/(quote|section|shareBase|printedNo|derivedWeights|derived|printNotes|nameUncertain|nameUnrecoverable|targetUnrecoverable|weightDerived|textUncertain|note)(\/|$)/;

  function agree(wanted: Json, printed: Json, name: string): void {
    const ours = new Map(leaves(printed));
    for (const [path, value] of leaves(wanted).filter(([p]) => !aside.test(p)))
      expect(same(ours.get(path)), `${name}${path}`).toEqual(same(value));
  }

  /** The object that holds the last key of an `invented` path, and that key. Numbers in brackets count from 1. */
  function place(source: { performance: Json; keyWork: Json }, path: string): [{ [key: string]: Json }, string] {
    const id = /^performance\.(department|project\.\d+)/.exec(path)?.[0];
    const list: Json = id === undefined ? source.keyWork : source.performance;
    if (!Array.isArray(list)) throw new Error("not a list");
    const start =
      id === undefined ? list : list.find((t) => t !== null && typeof t === "object" && "id" in t && t.id === id);
    const keys = (id === undefined ? path.slice("keyWork".length) : path.slice(id.length)).match(/[^.[\]]+/g) ?? [];
    let at: Json | undefined = start;
    for (const key of keys.slice(0, -1)) {
      if (Array.isArray(at)) at = at[Number(key) - 1];
      else if (at !== null && typeof at === "object") at = at[key];
    }
    const last = keys.at(-1);
    if (at === null || typeof at !== "object" || Array.isArray(at) || last === undefined)
      throw new Error(`no place ${path}`);
    return [at, last];
  }

  it("agree in every table cell", () => {
    for (const [i, table] of truth.tables.entries())
      for (const [j, row] of table.rows.entries()) {
        const { seedLine, corrected, classCode, sectionCode, ...wanted } = row;
        expect(figures.tables[i]?.rows[j], `${table.id} ${row.key}`).toMatchObject(wanted);
      }
    expect(figures.tables.map((t) => t.rows.length)).toEqual(truth.tables.map((t) => t.rows.length));
  });

  it("agree in the narrative", () => agree(truth.narrative, figures.narrative, "narrative"));

  it("agree in performance tables and key work, but where `invented` says so", () => {
    const wanted: { performance: Json; keyWork: Json } = structuredClone(JSON.parse(read(truthFile)));
    const printed: { performance: Json; keyWork: Json } = structuredClone(
      JSON.parse(read(new URL("figures.json", sample))),
    );
    for (const { path, truth: before, printed: now } of figures.invented) {
      const [there, key] = place(wanted, path);
      const [here] = place(printed, path);
      if (before === null || typeof before !== "object") expect(there[key] ?? null, path).toBe(before);
      else expect(there[key], path).toMatchObject(before);
      expect(JSON.stringify(here[key] ?? null), path).toContain(JSON.stringify(now).replaceAll(/^\{|\}$/g, ""));
      there[key] = here[key] ?? null;
    }
    agree(wanted.performance, printed.performance, "performance");
    agree(wanted.keyWork, printed.keyWork, "keyWork");
  });
});

describe("the minimal sample", () => {
  it("has the shape of a table", () => {
    const table: Table = JSON.parse(read(new URL("samples/minimal/expected.json", root)));
    const ajv = new Ajv2020({ strict: false });
    const rows = table.rows.map((row) => ({ ...row, evidence: {} }));
    const schema = JSON.parse(read(new URL("schemas/table.schema.json", root)));
    expect(ajv.validate(schema, { ...table, rows }), ajv.errorsText()).toBe(true);
    expect(statSync(new URL("samples/minimal/minimal.pdf", root)).size).toBeLessThan(100_000);
  });
});

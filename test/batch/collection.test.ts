import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Datapackage from "datapackage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvQuery } from "../../src/batch/collection/parquet.js";
import { ROW_TABLES } from "../../src/batch/collection/tables.js";
import { literal, withDuckDb } from "../../src/batch/duckdb.js";
import { fileStore } from "../../src/batch/file-store.js";
import { collectSources } from "../../src/batch/inputs/collect.js";
import { processDocument } from "../../src/batch/process-document.js";
import { queryCollection } from "../../src/batch/query/query.js";
import { runBatch } from "../../src/batch/run.js";
import type { Disclosure } from "../../src/model/index.js";
import { sampleDisclosure } from "../output/sample.js";

interface Field {
  name: string;
  type: string;
  columnType?: string;
  missingValues: { value: string; label: string }[];
}
interface Resource {
  name: string;
  path: string;
  format: string;
  schema: {
    $schema: string;
    fields: Field[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource?: string } }[];
  };
}

/** Odd characters everywhere that a document may have them. */
function disclosure(entity: string | null, fiscalYear: number | null): Disclosure {
  const sample = sampleDisclosure();
  Object.assign(sample.document, { entity, fiscalYear, title: 'a "title", with\r\nlines\n and \u0000 <b>' });
  const [table] = sample.tables;
  const [row] = table?.rows ?? [];
  if (row) {
    row.label = "=1+1,甲\n乙";
    row.values = { ...row.values, extra: "1234.5678", huge: "9".repeat(40), wrong: null };
    const evidence = { page: 1, box: [1, 2, 3, 4.5] as [number, number, number, number], source: "text" as const };
    row.evidence.extra = { ...evidence, text: "1,234.5678" };
    row.evidence.huge = { ...evidence, text: "9".repeat(40) };
    row.evidence.wrong = { ...evidence, text: "一二" };
    row.evidence.dash = { ...evidence, text: "—" };
    row.values.dash = null;
  }
  return sample;
}

describe("the collection", () => {
  let folder: string;
  let descriptor: { $schema: string; resources: Resource[] };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "juesuan-collection-"));
    const documents: Record<string, Disclosure> = {
      "b.pdf": disclosure("乙局", 2024),
      "a.pdf": disclosure("乙局", 2023),
      "z.pdf": disclosure("甲局", 2024),
      "n.pdf": disclosure(null, null),
    };
    for (const name of Object.keys(documents)) writeFileSync(join(folder, name), name);
    writeFileSync(join(folder, "copy.pdf"), "a.pdf");
    writeFileSync(join(folder, "manifest.csv"), "file,地区,title\nb.pdf,沪,x\ncopy.pdf,,y\n");
    const sources = await collectSources([folder, join(folder, "manifest.csv")]);
    await runBatch(sources, {
      output: join(folder, "out"),
      async engine(jobs, events) {
        for (const job of [...jobs].reverse()) {
          const found = documents[job.fileName] ?? sampleDisclosure();
          // A copy has one of two names, by the order of names.
          await events.finished(job, await processDocument(job, { extract: async () => found }), 1);
        }
      },
    });
    descriptor = JSON.parse(readFileSync(join(folder, "out/datapackage.json"), "utf8"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("stands in order of entity and year, what is unknown last", async () => {
    const { rows } = await queryCollection(
      join(folder, "out"),
      'SELECT document, duplicate_of, entity, fiscal_year, "地区", meta_title FROM documents',
    );
    expect(rows).toEqual([
      ["a", null, "乙局", "2023", null, null],
      ["copy", "a", "乙局", "2023", null, "y"],
      ["b", null, "乙局", "2024", "沪", "x"],
      ["z", null, "甲局", "2024", null, null],
      ["n", null, null, null, null, null],
    ]);
  });

  it("keeps every digit, and tells why there is none", async () => {
    const { rows } = await queryCollection(
      join(folder, "out"),
      `SELECT "column", value, amount_yuan, missing, text FROM "values" WHERE document = 'b' AND row = 1 AND "table" = 'income-expenditure-summary'
       AND "column" IN ('extra', 'huge', 'wrong', 'dash')`,
    );
    expect(rows).toEqual([
      ["extra", "1234.5678", "12345678.00", null, "1,234.5678"],
      ["huge", null, null, "out-of-range", "9".repeat(40)],
      ["wrong", null, null, "not-a-number", "一二"],
      ["dash", null, null, "dash", "—"],
    ]);
  });

  it("has the same rows as CSV and as Parquet", async () => {
    const out = (file: string) => join(folder, "out", file);
    for (const table of ROW_TABLES) {
      const csv = csvQuery(out(`${table.name}.csv`), table, 6);
      const parquet = `SELECT * FROM ${literal(out(`${table.name}.parquet`))}`;
      const counts = await withDuckDb(async (connection) => {
        const sql = `SELECT (SELECT count(*) FROM (${csv})) - (SELECT count(*) FROM (${parquet})),
          (SELECT count(*) FROM (${csv} EXCEPT ALL ${parquet}))`;
        return (await connection.runAndReadAll(sql)).getRowsJson();
      });
      expect([table.name, counts]).toEqual([table.name, [["0", "0"]]]);
    }
  });

  it("is a Data Package whose rows keep to their schema and keys", async () => {
    // The only implementation on npm is of version 1: it gets what version 2 has more in the words of version 1.
    const asV1 = structuredClone(descriptor) as unknown as Record<string, unknown>;
    asV1.profile = "data-package";
    asV1.resources = descriptor.resources
      .filter(({ format }) => format === "csv")
      .map((resource) => ({ ...resource, profile: "tabular-data-resource", schema: schemaV1(resource) }));
    const loaded = await Datapackage.Package.load(asV1, { basePath: join(folder, "out") });
    expect([loaded.valid, loaded.errors]).toEqual([true, []]);
    for (const resource of loaded.resources) {
      const rows = await resource.read({ keyed: true, relations: false });
      expect([resource.name, rows.length]).toEqual([resource.name, expect.any(Number)]);
      expect(rows.length).toBeGreaterThan(0);
      expect(await resource.checkRelations()).toBe(true);
    }
  });

  it("says by version 2 and the fiscal taxonomy what each column is", () => {
    expect(descriptor.$schema).toBe("https://datapackage.org/profiles/2.0/datapackage.json");
    expect(descriptor.resources.map(({ path }) => path)).toEqual(
      ["csv", "parquet"].flatMap((end) => ["documents", "values", "facts", "findings"].map((name) => `${name}.${end}`)),
    );
    const values = descriptor.resources.find(({ name }) => name === "values");
    const types = values?.schema.fields.flatMap(({ name, columnType }) => (columnType ? [[name, columnType]] : []));
    expect(Object.fromEntries(types ?? [])).toEqual({
      entity: "administrative-classification:generic:code",
      fiscal_year: "date:fiscal-year",
      functional_code: "functional-classification:generic:code",
      economic_code: "economic-classification:generic:code",
      direction: "direction",
      phase: "phase:id",
      amount_yuan: "value",
    });
    const unlabelled = descriptor.resources
      .flatMap(({ schema }) => schema?.fields ?? [])
      .filter(({ missingValues }) => missingValues.some(({ label }) => !label));
    expect(unlabelled).toEqual([]);
  });

  it("escapes what a document says on the summary page", () => {
    const html = readFileSync(join(folder, "out/summary.html"), "utf8");
    expect(html).toContain("<svg");
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)|<b>a/);
  });

  it("finds its results through any store", async () => {
    const keys: string[] = [];
    for await (const key of fileStore(join(folder, "out")).list(".juesuan/parts/")) keys.push(key);
    expect(keys).toHaveLength(4);
  });
});

function schemaV1({ schema }: Resource): object {
  const { fields, primaryKey, foreignKeys = [] } = schema;
  return {
    fields: fields.map(({ missingValues, ...field }) => field),
    missingValues: [""],
    primaryKey,
    // Version 1 names the resource itself with an empty string.
    foreignKeys: foreignKeys.map(({ fields, reference }) => ({ fields, reference: { resource: "", ...reference } })),
  };
}

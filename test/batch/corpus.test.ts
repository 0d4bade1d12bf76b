import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { literal, withDuckDb } from "../../src/batch/duckdb.js";
import { queryCollection } from "../../src/batch/query/query.js";
import { COMPILING, Installed } from "../cli/installed.js";
import { csvRows } from "./fake-pipeline.js";

const CORPUS = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));

interface Truth {
  readonly tables: readonly {
    readonly id: string;
    readonly rows: readonly { key: string; side?: string; values: Record<string, string | null> }[];
  }[];
}

/** Every printed amount of the department corpus, as the truths say. */
function truths(): string[] {
  const folder = join(CORPUS, "department");
  const lines = ["document,form,side,row_key,column,value"];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".truth.json"))) {
    const truth: Truth = JSON.parse(readFileSync(join(folder, file), "utf8"));
    for (const { id, rows } of truth.tables)
      for (const { key, side = "", values } of rows)
        for (const [column, value] of Object.entries(values))
          if (value !== null) lines.push([file.replace(".truth.json", ""), id, side, key, column, value].join(","));
  }
  return lines;
}

describe.skipIf(!existsSync(CORPUS))("the corpus as a collection", () => {
  let juesuan: Installed;
  const path = (name: string) => join(juesuan.folder, name);
  beforeAll(() => {
    juesuan = new Installed();
  }, COMPILING);
  afterAll(() => juesuan.remove());

  it("holds exactly the values of the department truths, in Parquet and in CSV", async () => {
    juesuan.shell(`juesuan batch ${CORPUS}department -o department`);
    const lines = truths();
    writeFileSync(path("truth.csv"), `${lines.join("\n")}\n`);
    const columns = `document, form, coalesce(side, '') AS side, row_key, "column"`;
    const differences = await withDuckDb(async (connection) => {
      const all = (file: string) => `read_csv(${literal(path(file))}, all_varchar=true)`;
      const truth = `SELECT ${columns}, value FROM ${all("truth.csv")}`;
      const csv = `SELECT ${columns}, value FROM ${all("department/values.csv")} WHERE value IS NOT NULL`;
      const parquet = `SELECT ${columns}, value FROM ${literal(path("department/values.parquet"))} WHERE value IS NOT NULL`;
      const exact = `SELECT * REPLACE (value::DECIMAL(38,6) AS value) FROM (${truth})`;
      const counts: unknown[] = [];
      for (const [a, b] of [
        [truth, csv],
        [csv, truth],
        [exact, parquet],
        [parquet, exact],
      ] as const) {
        const result = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM (${a} EXCEPT ALL ${b})`);
        counts.push(...result.getRowsJson().flat());
      }
      return counts;
    });
    expect(lines.length).toBeGreaterThan(500);
    expect(differences).toEqual([0, 0, 0, 0]);
    const types = await queryCollection(
      path("department"),
      "SELECT column_name, column_type FROM (DESCRIBE \"values\") WHERE column_type LIKE 'DECIMAL%' OR column_type IN ('DOUBLE', 'FLOAT')",
    );
    expect(new Set(types.rows.map(([, type]) => type))).toEqual(new Set(["DECIMAL(38,6)"]));
    expect(types.rows.map(([name]) => name)).toContain("amount_yuan");
  });

  it("gives every file its status, broken ones too, and ends", () => {
    const { code, err } = juesuan.shell(`juesuan batch ${CORPUS} -o whole`);
    const rows = csvRows(path("whole"), "documents");
    const status = new Map(rows.map((row) => [row.document, row.reason || row.status]));
    const whole = files().filter((file) => !file.startsWith("edge/"));
    const other = {
      "sh-putuo-finance-2024-tampered": "partial",
      "200000-text-items": "partial",
      "cyclic-page-tree": "unreadable",
      "form-self-reference": "no-content",
      // Read with --ocr only.
      "yunnan-200dpi-stamp": "no-content",
      "scanned-zhangjiajie-2025": "no-content",
      "html-not-pdf-harbin-2025": "not-pdf",
      "full-width-digits-rotated-taian-2025": "partial",
      "garbled-text-layer-huaian-2026": "partial",
      "truncated-fujian-2025": "partial",
    };
    const complete = whole.map((file) => [basename(file, ".pdf"), "complete"]);
    expect(Object.fromEntries(status)).toEqual({ ...Object.fromEntries(complete), ...other });
    expect([code, rows.length, err.match(/\(crash|internal|timeout|memory/)]).toEqual([2, files().length, null]);
    // What the truths expect of hostile files: "ok", or "clear error" with "ok with zero tables" as good.
    for (const file of whole.filter((name) => name.startsWith("hostile/"))) {
      const { expect: expected } = JSON.parse(readFileSync(join(CORPUS, file.replace(".pdf", ".truth.json")), "utf8"));
      const row = rows.find(({ document }) => document === basename(file, ".pdf"));
      expect([file, row?.status === "failed"]).toEqual([file, expected.result !== "ok"]);
    }
  }, 600_000);
});

const files = () =>
  readdirSync(CORPUS, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".pdf"));

/** The work on one document, wherever it is done: bytes from the input store, the pipeline, results to the output store. */
import { type Disclosure, type Finding, JuesuanError } from "../model/index.js";
import { isRecognised, type OutputFile, OVERRIDES, outputFiles, parseOverrides } from "../output/index.js";
import type { extract } from "../pipeline.js";
import { documentRows } from "./collection/rows.js";
import { failedOutcome, type Job, type Outcome, type ReasonCode, type RuleCount } from "./job.js";
import { sha256 } from "./key.js";
import { writePart } from "./part.js";
import { openStore, readIfThere, type Store } from "./store.js";

export interface Tools {
  readonly extract: typeof extract;
  readonly onProgress?: ((page: number, pages: number) => void) | undefined;
}

/** Codes of the library that say something about the document, not about the call. */
const OF_THE_DOCUMENT: readonly ReasonCode[] = ["unreadable", "password", "not-pdf", "empty", "limit"];

/**
 * Reads one document and writes its results; the same job done again writes the same. What is wrong with the document,
 * or with the reading of it, is an outcome.
 * @throws JuesuanError "io" | "usage" when a store refuses: not the document's doing
 */
export async function processDocument(job: Job, tools: Tools): Promise<Outcome> {
  const input = await openStore(job.input, job.storeModule);
  const output = await openStore(job.output, job.storeModule);
  const bytes = await input.read(job.source);
  if (sha256(bytes) !== job.sha256)
    return failedOutcome("changed", "the file was changed while the run went on; run again", bytes.length);
  const size = bytes.length;
  const path = `${job.name}/${OVERRIDES}`;
  const decided = await readIfThere(output, path);
  if ((decided && sha256(decided)) !== job.overrides)
    return failedOutcome("changed", `${path} was changed while the run went on; run again`, size);
  const overrides = decided ? parseOverrides(Buffer.from(decided).toString("utf8"), path) : undefined;
  let disclosure: Disclosure;
  try {
    disclosure = await tools.extract(bytes, {
      fileName: job.fileName,
      overrides,
      onProgress: ({ page, pages }) => tools.onProgress?.(page, pages),
    });
  } catch (error) {
    return failedOutcome(codeOf(error), error instanceof Error ? error.message : String(error), size);
  }
  try {
    return await writeResults(disclosure, job, output, size);
  } catch (error) {
    if (error instanceof JuesuanError) throw error; // The store refused.
    return failedOutcome("internal", error instanceof Error ? error.message : String(error), size);
  }
}

async function writeResults(disclosure: Disclosure, job: Job, output: Store, size: number): Promise<Outcome> {
  const rows = documentRows(disclosure);
  await writePart(output, job.key, rows);
  await writeDocument(output, disclosure, job.name);
  const { source, document, status, tables, missing, findings } = disclosure;
  return {
    status,
    reason: status === "failed" ? { code: "no-content", message: worst(findings) } : null,
    bytes: size,
    pages: source.pages,
    producer: source.producer,
    document,
    forms: tables.filter(isRecognised).length,
    missing,
    tables: tables.length,
    values: rows.values.length,
    facts: rows.facts.length,
    findings: countRules(findings),
    written: true,
  };
}

/** File by file where the store has no better way: document.json last, then what an older output had more. */
async function writeDocument(store: Store, disclosure: Disclosure, name: string): Promise<void> {
  if (store.writeDocument) return store.writeDocument(disclosure, name);
  const kept = new Set<string>();
  let head: OutputFile | undefined;
  for (const file of outputFiles(disclosure, name)) {
    kept.add(`${name}/${file.path}`);
    if (file.path === "document.json") head = file;
    else await store.write(`${name}/${file.path}`, file.text);
  }
  if (head) await store.write(`${name}/${head.path}`, head.text);
  for (const folder of ["tables", "narrative", "performance"]) {
    for await (const key of store.list(`${name}/${folder}/`)) if (!kept.has(key)) await store.remove(key);
  }
}

function codeOf(error: unknown): ReasonCode {
  const code = error instanceof JuesuanError ? error.code : undefined;
  return OF_THE_DOCUMENT.find((known) => known === code) ?? "internal";
}

function worst(findings: readonly Finding[]): string {
  const found = findings.find(({ severity }) => severity === "error") ?? findings[0];
  return found?.message ?? "nothing usable was found";
}

function countRules(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity } of findings) {
    const id = `${severity} ${rule}`;
    counts.set(id, { rule, severity, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

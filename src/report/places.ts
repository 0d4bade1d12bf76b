/** Every value and statement of a disclosure as a place, with the identities that speak of it. */
import { type Evaluation, evaluate } from "../checks/index.js";
import type { Disclosure, Fact, FormTable, Place, Section, TableRow } from "../model/index.js";
import type { Proof, ReportPlace, ReportProof } from "./data.js";

/** Below this share OCR's reading of a value is shown as doubtful; a guess, not yet measured against scans. */
const DOUBTFUL_BELOW = 0.9;

export interface Places {
  readonly list: readonly ReportPlace[];
  readonly proofs: readonly ReportProof[];
  cell(table: number, row: TableRow, column: string): number | null;
  fact(fact: Fact): number;
  /** Of a finding or an operand; null where it names no printed value. */
  at(place: Place): number | null;
}

type Draft = Omit<ReportPlace, "proof" | "proofs">;

export function placesOf(disclosure: Disclosure): Places {
  const drafts: Draft[] = [];
  const cells = new Map<TableRow, Map<string, number>>();
  const facts = new Map<Fact, number>();
  const byName = new Map<string, number[]>();
  const add = (draft: Draft, name: string): number => {
    const id = drafts.push(draft) - 1;
    byName.set(name, [...(byName.get(name) ?? []), id]);
    return id;
  };
  for (const [index, table] of disclosure.tables.entries()) {
    for (const row of table.rows) {
      const ids = new Map<string, number>();
      cells.set(row, ids);
      for (const column of new Set([...Object.keys(row.values), ...Object.keys(row.evidence)])) {
        const draft = cellDraft(table, index, row, column);
        ids.set(column, add(draft, cellName(table.id, row.key, column)));
      }
    }
  }
  for (const fact of disclosure.sections.flatMap(factsOf)) facts.set(fact, add(factDraft(fact), fact.path));
  const at = ({ table, row, column, path, page }: Place): number | null => {
    const name = table !== undefined && row !== undefined && column !== undefined ? cellName(table, row, column) : path;
    const ids = (name === undefined ? undefined : byName.get(name)) ?? [];
    return ids.find((id) => page === undefined || drafts[id]?.page === page) ?? ids[0] ?? null;
  };
  const { proofs, proofsOf } = collectProofs(evaluationsOf(disclosure), at);
  return {
    list: drafts.map((draft, id) => {
      const own = proofsOf.get(id) ?? [];
      return {
        ...draft,
        proof: proofOf(
          draft,
          own.map((index) => proofs[index]?.status),
        ),
        proofs: own,
      };
    }),
    proofs: proofs.map(({ rule, status, places }) => ({ rule, status, places })),
    cell: (_table, row, column) => cells.get(row)?.get(column) ?? null,
    fact: (fact) => facts.get(fact) ?? 0,
    at,
  };
}

export function factsOf(section: Section): Fact[] {
  return [...section.facts, ...section.sections.flatMap(factsOf)];
}

function cellName(table: string, row: string, column: string): string {
  return JSON.stringify([table, row, column]);
}

function cellDraft(table: FormTable, index: number, row: TableRow, column: string): Draft {
  const evidence = row.evidence[column];
  const header = table.columns.find(({ key, side }) => key === column && (side === undefined || side === row.side));
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = evidence?.box ?? [];
  return {
    page: evidence?.page ?? row.page ?? table.pageStart,
    box: x1 > x0 && y1 > y0 ? [x0, y0, x1, y1] : null,
    text: evidence?.text ?? "",
    value: row.values[column] ?? null,
    confidence: evidence?.source === "ocr" ? (evidence.confidence ?? 0) : undefined,
    proposal: evidence?.proposal,
    table: index,
    row: row.key,
    column,
    label: row.label ?? row.key,
    header: header?.header.join(" / ") ?? column,
  };
}

function factDraft(fact: Fact): Draft {
  const { page, box, path, value, unit, quote } = fact;
  return { page, box, text: quote, value, path, label: path, header: unit ?? "" };
}

/** As the pipeline evaluates: the narrative's identities are those of final accounts. */
function evaluationsOf({ document, tables, sections, performance }: Disclosure): Evaluation[] {
  const spoken = document.kind === null || document.kind === "final-accounts" ? sections : [];
  return evaluate({ document, tables, sections: spoken, performance });
}

type Held = Omit<ReportProof, "status"> & { status: ReportProof["status"] };

function collectProofs(evaluations: readonly Evaluation[], at: (place: Place) => number | null) {
  const proofs: Held[] = [];
  const proofsOf = new Map<number, number[]>();
  for (const { rule, status, severity, operands } of evaluations) {
    const places = [...new Set(operands.flatMap(({ place }) => at(place) ?? []))];
    if (status === "notApplicable" || places.length === 0) continue;
    // A likeness that does not hold contradicts nothing.
    const index = proofs.push({ rule, status: status === "fail" && severity === "info" ? "info" : status, places }) - 1;
    for (const id of places) proofsOf.set(id, [...(proofsOf.get(id) ?? []), index]);
  }
  return { proofs, proofsOf };
}

function proofOf({ confidence }: Draft, statuses: readonly (ReportProof["status"] | undefined)[]): Proof {
  if (statuses.includes("fail")) return "contradicted";
  if (confidence !== undefined && confidence < DOUBTFUL_BELOW) return "doubtful";
  return statuses.includes("ok") || statuses.includes("rounding") ? "held" : "unproved";
}

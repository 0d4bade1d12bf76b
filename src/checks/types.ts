import type { DocumentIdentity, FormTable, Operand, PerformanceTable, Place, Section } from "../model/index.js";

/** What the checks read: one disclosure without its findings. */
export interface CheckInput {
  document: DocumentIdentity;
  tables: readonly FormTable[];
  sections?: readonly Section[];
  performance?: readonly PerformanceTable[];
}

export type Severity = "error" | "warning" | "info";

/**
 * ok: holds exactly. rounding: holds within the rounding of what is printed. fail: does not hold.
 * info: holds in a weaker sense that the note names (a double rounding, a base of zero).
 * notApplicable: nothing to compare; the note says why.
 */
export type Status = "ok" | "rounding" | "fail" | "info" | "notApplicable";

/** `logic`: a statement about blanks, sets or words. `%`: a printed percentage against the ratio of two amounts. */
export type Relation = "=" | "<=" | "%" | "logic";

/** How far two sums may lie apart; `tolerance.ts` turns it into an amount. */
export type Tolerance =
  /** The same figure copied: equal, or apart by the coarser print when the units differ. One unit in the last place is a `tail-plug`. */
  | { kind: "exact" }
  /** The same figure copied into the text: half a unit in the last place of the coarser print. */
  | { kind: "copy" }
  /** Half a unit in the last place for every printed operand, at least `atLeast` of them (SPEC §3.1: k·0.005 in 万元). */
  | { kind: "perOperand"; atLeast?: number }
  /** An amount that the rule itself works out, in the unit of the left side. */
  | { kind: "amount"; value: string };

/** One operand of an evaluated identity: what is printed, where, on which side, in which unit of amount (null: no amount). */
export interface EvaluatedOperand extends Operand {
  side: "left" | "right";
  /** The row's label, or the path of a statement. */
  label: string;
  /** The column's header where a form has several columns. */
  header: string | null;
  unit: string | null;
  /** What is printed, when it is neither a number nor a way to print nothing. */
  unreadable?: string;
}

/** One instance of one identity, evaluated on one document. */
export interface Evaluation {
  /** Identity id, e.g. F02.row. */
  rule: string;
  /** Which row, column, class or path, e.g. `208 vs class row`; empty when the identity has one instance only. */
  instance: string;
  status: Status;
  /** Of the finding, when the status is `fail`. */
  severity: Severity;
  relation: Relation;
  /** null for relations without a difference of sums. */
  policy: Tolerance | null;
  operands: EvaluatedOperand[];
  place: Place;
  actual: string | null;
  expected: string | null;
  /** actual - expected, in the unit of the left side. */
  difference: string | null;
  tolerance: string | null;
  message: string;
  note: string | null;
}

/** What is known of an identity without a document: the text of `docs/rules/<id>.md`. */
export interface RuleHead {
  id: string;
  severity: Severity;
  /** As in the contract's `identities.json`. */
  formula: string;
  /** In words, for the documentation. */
  tolerance: string;
}

/** An identity: its head, and how its instances are evaluated. */
export interface Rule extends RuleHead {
  evaluate(context: Context): Evaluation[];
}

/** A fact of the narrative with the section that states it. */
export interface Statement extends Operand {
  path: string;
  unit: string | null;
  quote: string;
  section: string;
}

/** What rules look things up in. Made once per document by `context.ts`. */
export interface Context {
  document: DocumentIdentity;
  /** Every table, in document order. */
  all: readonly FormTable[];
  /** All tables of one form, in document order. */
  tables(form: string): readonly FormTable[];
  performance: readonly PerformanceTable[];
  sections: readonly Section[];
  /** Statements of exactly this path, in document order. */
  facts(path: string): readonly Statement[];
  /** Every statement, in document order. */
  statements: readonly Statement[];
}

/** What the page gets: plain data, every value with its place and its proof. Types only. */
import type { AppliedLabel, Box, Disclosure, Finding, Override, Proposal } from "../model/index.js";

/** contradicted: an identity fails on it. held: one holds and none fails. unproved: none speaks of it. doubtful: OCR was unsure. */
export type Proof = "held" | "unproved" | "contradicted" | "doubtful";

/** A printed thing that can be shown: a value of a table, or a statement of the narrative. Its id is its index. */
export interface ReportPlace {
  /** Of a table's cell, a statement, a value of a 绩效自评表, a cell of a table of no known form. */
  readonly kind: "cell" | "statement" | "performance" | "text";
  readonly page: number;
  /** Null where nothing is printed, so that there is nothing to show. */
  readonly box: Box | null;
  readonly text: string;
  readonly value: string | null;
  readonly proof: Proof;
  /** Indexes of proofs. */
  readonly proofs: readonly number[];
  readonly confidence?: number | undefined;
  readonly proposal?: Proposal | undefined;
  /** Set where the value is a person's. */
  readonly override?: Pick<AppliedLabel, "author" | "time" | "reason"> | undefined;
  /** Where it stands: index of the table or 绩效自评表, key of row and column; or path of a statement. */
  readonly table?: number;
  readonly row?: string;
  readonly column?: string;
  readonly path?: string;
  /** Set where it is no amount. */
  readonly isText?: true | undefined;
  /** Id of the 绩效自评表 that it is of. */
  readonly performance?: string;
  /** Printed name of the indicator that it is of. */
  readonly indicator?: string | null;
  /** Row's label and column's header, or the statement's quote. */
  readonly label: string;
  readonly header: string;
}

/** One evaluated identity. */
export interface ReportProof {
  readonly rule: string;
  readonly status: "ok" | "rounding" | "fail" | "info";
  readonly places: readonly number[];
}

export interface ReportRow {
  readonly label: string;
  readonly code: string | null;
  readonly depth: number;
  readonly role: string;
  readonly side: string | null;
  readonly page: number;
  /** Set where the label is a person's. */
  readonly override?: AppliedLabel | undefined;
  /** Place per column; null where the row has no value of that column. */
  readonly cells: readonly (number | null)[];
}

export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly unit: string | null;
  readonly pages: readonly [number, number];
  readonly emptyStatement: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
  readonly notes: readonly string[];
}

export interface ReportSection {
  readonly heading: string;
  readonly level: number;
  readonly page: number;
  readonly paragraphs: readonly { text: string; page: number; box: Box }[];
  readonly facts: readonly number[];
}

export interface ReportFinding extends Omit<Finding, "operands"> {
  /** Row's label and column's header, or the statement's path; empty where it speaks of no value. */
  readonly label: string;
  /** The place that it speaks of, and those that it compares. */
  readonly at: number | null;
  readonly places: readonly number[];
}

export interface ReportPage {
  readonly number: number;
  /** pt */
  readonly width: number;
  readonly height: number;
  readonly hasPicture: boolean;
}

export interface ChartItem {
  readonly label: string;
  readonly value: string;
  readonly place: number;
}

export interface ReportChart {
  readonly kind: "income" | "expenditure" | "spending";
  readonly unit: string;
  readonly items: readonly ChartItem[];
}

/** What the page needs so that a person can decide something in it. */
export interface ReviewData {
  /** Goes back with every decision. */
  readonly token: string;
  /** Who decides, unless the person says otherwise. */
  readonly author: string;
  /** Every entry of overrides.json, and whether it still counts. */
  readonly entries: readonly { readonly entry: Override; readonly counts: boolean }[];
}

export interface ReportData {
  readonly generator: Disclosure["generator"];
  readonly source: Disclosure["source"];
  readonly document: Disclosure["document"];
  readonly status: Disclosure["status"];
  readonly missing: readonly { readonly id: string; readonly title: string }[];
  readonly pages: readonly ReportPage[];
  readonly places: readonly ReportPlace[];
  readonly proofs: readonly ReportProof[];
  /** What must hold, by rule. */
  readonly formulas: Readonly<Record<string, string>>;
  readonly tables: readonly ReportTable[];
  readonly sections: readonly ReportSection[];
  readonly indicators: readonly ReportTable[];
  readonly findings: readonly ReportFinding[];
  readonly charts: readonly ReportChart[];
  /** Null in a file. */
  readonly review: ReviewData | null;
}

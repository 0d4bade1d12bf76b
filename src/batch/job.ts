/** What travels between the run and the processes that do the work: plain data, fit for a pipe and for a queue. */
import type { DocumentIdentity } from "../model/index.js";

/** One document to read. */
export interface Job {
  /** Content + options + overrides + version, from `jobKey`. */
  readonly key: string;
  /** The document's folder. */
  readonly name: string;
  readonly sha256: string;
  /** SHA-256 of the overrides.json in the document's folder; null where there is none. */
  readonly overrides: string | null;
  /** What its output calls the file. */
  readonly fileName: string;
  /** Key of its bytes in the input store. */
  readonly source: string;
  /** Location of the store of `source`, for `openStore`. */
  readonly input: string;
  /** Location of the store that results go to. */
  readonly output: string;
  /** Module that opens locations other than folders. */
  readonly storeModule?: string | undefined;
}

/** Why a document failed: the library's codes, and what only a run of many knows. */
export type ReasonCode =
  | "unreadable"
  | "password"
  | "not-pdf"
  | "empty"
  | "limit"
  | "io"
  /** Read, but nothing usable was found. */
  | "no-content"
  /** Other bytes under the name than when the run began. */
  | "changed"
  | "timeout"
  | "memory"
  /** The process died, twice. */
  | "crash"
  /** A fault of this program. */
  | "internal";

export interface Reason {
  readonly code: ReasonCode;
  /** One line. */
  readonly message: string;
}

/** How many findings of a rule. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly count: number;
}

/** What became of a document; the same for the same bytes, options and version. */
export interface Outcome {
  readonly status: "complete" | "partial" | "failed";
  readonly reason: Reason | null;
  readonly bytes: number;
  /** Null where it could not be opened. */
  readonly pages: number | null;
  readonly producer: string | null;
  readonly document: DocumentIdentity | null;
  /** Recognised tables. */
  readonly forms: number;
  readonly missing: readonly string[];
  readonly tables: number;
  readonly values: number;
  readonly facts: number;
  readonly findings: readonly RuleCount[];
  /** A folder of the document's name was written. */
  readonly written: boolean;
  /** Not the document's doing (a full disk, a lost mount): the next run tries again unasked. */
  readonly transient?: true | undefined;
}

/** The outcome of a document of which nothing could be read. */
export function failedOutcome(code: ReasonCode, message: string, bytes = 0): Outcome {
  return {
    status: "failed",
    reason: { code, message: message.replace(/\s+/g, " ").trim() },
    bytes,
    pages: null,
    producer: null,
    document: null,
    forms: 0,
    missing: [],
    tables: 0,
    values: 0,
    facts: 0,
    findings: [],
    written: false,
    ...(code === "io" && { transient: true }),
  };
}

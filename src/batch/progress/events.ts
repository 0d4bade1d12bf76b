import type { Outcome } from "../job.js";
import type { Report } from "../report/report.js";

/** Sees a run go by. `source` is the file as it was given. */
export interface Observer {
  begun(total: Total): void;
  started(source: string): void;
  progress(source: string, page: number, pages: number): void;
  finished(source: string, outcome: Outcome, seconds: number): void;
  /** All documents are read; the collection is being written. */
  collecting(): void;
  done(report: Report): void;
  /** Whatever happened: nothing more will be shown. */
  close(): void;
}

export interface Total {
  /** Files that were given. */
  readonly files: number;
  /** Documents that are to be read now. */
  readonly documents: number;
  /** Documents that an earlier run has done. */
  readonly skipped: number;
}

import type { Job, Outcome } from "../job.js";

/** Parent → worker. */
export interface Order {
  readonly job: Job;
}

/** Worker → parent. */
export type Reply =
  | { readonly type: "ready" }
  | { readonly type: "progress"; readonly page: number; readonly pages: number }
  | { readonly type: "done"; readonly outcome: Outcome }
  /** The stores refused: not the document's doing. */
  | { readonly type: "refused"; readonly message: string };

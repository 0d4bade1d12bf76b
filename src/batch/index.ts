/** The batch room: many documents through the pipeline, and their rows as one collection. */
export type { Engine } from "./engine.js";
export { localEngine } from "./engine.js";
export { collectSources } from "./inputs/collect.js";
export type { Source } from "./inputs/source.js";
export type { Job, Outcome, Reason, ReasonCode } from "./job.js";
export type { Observer } from "./progress/events.js";
export type { Report } from "./report/report.js";
export { type BatchOptions, DEFAULT_LIMITS, runBatch } from "./run.js";
export { isLocal, type OpenStore, openStore, type Store } from "./store.js";

export { readCoverPage, readIdentity } from "./identity.js";
export { type Performance, readMeasure, readPerformance } from "./performance/index.js";
export { type Narrative, type NarrativeContext, readNarrative } from "./read-narrative.js";

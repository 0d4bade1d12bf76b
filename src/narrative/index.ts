export { readIdentity } from "./identity.js";
export { type Narrative, type NarrativeContext, readNarrative } from "./read-narrative.js";

import { oncePer } from "../model/index.js";
import type { EngineFont } from "./graphics-state.js";

/** The engine's fonts decode each property anew whenever it is asked for: once is enough. */
export const plainFont = oncePer<EngineFont, EngineFont>(({ name, vertical, fontMatrix, defaultVMetrics }) => ({
  ...(name !== undefined && { name }),
  ...(vertical !== undefined && { vertical }),
  ...(fontMatrix !== undefined && { fontMatrix }),
  ...(defaultVMetrics !== undefined && { defaultVMetrics }),
}));

import type { Gray } from "../bitmap.js";
import { type Chain, chains } from "./chains.js";
import { extendRules } from "./extend.js";
import { type Line, pieces } from "./judge.js";
import { keepConnected } from "./keep.js";
import { lineResponse } from "./response.js";
import { trace } from "./trace.js";
import { transpose } from "./transpose.js";

/** A ruling line in pixels of the picture: for `h` at = y, from/to = x; for `v` at = x, from/to = y. */
export interface PixelRule extends Chain {
  readonly axis: "h" | "v";
}

/** Grey levels between a rule, averaged along it, and the paper beside it; noise of σ 12 stays below 10 once averaged. */
const CONTRAST = 14;

/**
 * Horizontal and vertical rules of a level picture: solid, double, faint and dashed ones.
 * The picture's resolution should be 150–200 dpi (the constants are pixels at that).
 */
export function findRules(gray: Gray): PixelRule[] {
  return extendRules(keepConnected(linesAcross(gray), linesAcross(transpose(gray))), gray);
}

function linesAcross(gray: Gray): Line[] {
  const response = lineResponse(gray);
  const found = chains(response, gray.width, gray.height, CONTRAST);
  return found.flatMap((chain) => pieces(trace(gray, response, chain)));
}

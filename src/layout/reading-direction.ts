/** Boxes as they lie along the text: on a page whose content is turned, lines run up, down or backwards. */
import type { Box, Glyph } from "../model/index.js";

/** The box in a frame in which text of these glyphs runs to the right; only differences of one page's boxes say something. */
export function alongText([x0, y0, x1, y1]: Box, glyphs: readonly Glyph[]): Box {
  switch (glyphs[0]?.angle) {
    case 90:
      return [y0, -x1, y1, -x0];
    case 180:
      return [-x1, -y1, -x0, -y0];
    case 270:
      return [-y1, x0, -y0, x1];
    default:
      return [x0, y0, x1, y1];
  }
}

import type { Glyph } from "../model/index.js";
import { isDense, unifyHan } from "../text/index.js";
import type { ClipBox, GraphicsState } from "./graphics-state.js";
import { type Matrix, multiply } from "./matrix.js";

/** The engine's glyph, as it stands in a showText operation; a number is kerning in thousandths of the font size. */
export interface EngineGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** Share of a glyph's box that must lie inside the clip and the page for it to count as seen (safe 0.15–0.5: cut lines are either ≥ 0.5 or 0). */
const VISIBLE_SHARE = 0.25;
/** Height of the box over and under the baseline, in font sizes: the middle then is the optical middle of hanzi and digits. */
const ASCENT = 0.85;
const DESCENT = 0.15;

/** Not printed: white space, zero-width characters, controls, soft hyphen, byte-order mark, Hangul filler. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Z}\u3164]*$/u;

function isPrinted(text: string): boolean {
  return (text !== "" && isDense(text)) || !INVISIBLE.test(text);
}

export interface TextSink {
  /** A glyph that may be seen; `white` when painted in paper's colour. */
  glyph(glyph: Glyph, white: boolean): void;
  hidden(): void;
}

/** Places the glyphs of one showText operation and moves the state's text position (ISO 32000-1 §9.4.4). */
export function showText(
  state: GraphicsState,
  glyphs: readonly (EngineGlyph | number)[],
  page: ClipBox,
  sink: TextSink,
): void {
  const font = state.font;
  if (!font) return;
  const direction = state.fontSize < 0 ? -1 : 1;
  const fontSize = Math.abs(state.fontSize);
  const advanceScale = fontSize * (font.fontMatrix?.[0] ?? 0.001);
  const hScale = state.horizontalScale * direction;
  const vertical = font.vertical === true;
  const m = runMatrix(state, hScale, direction);
  const invisible = state.renderingMode % 4 === 3 || state.fillAlpha <= 0.02;
  let along = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === "number") {
      along += ((vertical ? 1 : -1) * glyph * fontSize) / 1000;
      continue;
    }
    const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const width = glyph.width * advanceScale;
    if (vertical) {
      const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880];
      const advance = -(metric[0] ?? -1000) * advanceScale;
      // Without a vector of its own a glyph hangs from the middle of its own width (ISO 32000-1 §9.7.4.3); the engine
      // then hands on the font's default, which is made for the default width.
      const own = glyph.vmetric && glyph.vmetric[1] !== font.defaultVMetrics?.[1] ? glyph.vmetric[1] : undefined;
      const left = -(own ?? glyph.width / 2) * advanceScale;
      const top = -along - (metric[2] ?? 880) * advanceScale;
      if (isPrinted(glyph.unicode)) place(state, glyph.unicode, m, left, top, width, fontSize, invisible, page, sink);
      along += advance - spacing * direction;
    } else {
      if (isPrinted(glyph.unicode)) place(state, glyph.unicode, m, along, 0, width, fontSize, invisible, page, sink);
      else if (glyph.unicode === "" && !glyph.isSpace)
        place(state, "\ufffd", m, along, 0, width, fontSize, invisible, page, sink);
      along += width + spacing * direction;
    }
  }
  if (vertical) state.y -= along;
  else state.x += along * hScale;
}

/** From the run's own space (one unit of text along, and up) to the page: CTM × text matrix × scale and position. */
function runMatrix(state: GraphicsState, along: number, up: number): Matrix {
  const [a, b, c, d, e, f] = multiply(state.ctm, state.textMatrix);
  const { x } = state;
  const y = state.y + state.rise;
  return [a * along, b * along, c * up, d * up, a * x + c * y + e, b * x + d * y + f];
}

function place(
  state: GraphicsState,
  text: string,
  m: Matrix,
  x: number,
  y: number,
  width: number,
  size: number,
  invisible: boolean,
  page: ClipBox,
  sink: TextSink,
): void {
  const shown = size * Math.sqrt(m[2] * m[2] + m[3] * m[3]);
  // Corner points of the glyph's box, from its lower left.
  const ox = m[0] * x + m[2] * y + m[4];
  const oy = m[1] * x + m[3] * y + m[5];
  const wx = m[0] * width;
  const wy = m[1] * width;
  const ux = m[2] * size;
  const uy = m[3] * size;
  const lx = ox - ux * DESCENT;
  const ly = oy - uy * DESCENT;
  const hx = ox + ux * ASCENT;
  const hy = oy + uy * ASCENT;
  const x0 = Math.min(lx, hx, lx + wx, hx + wx);
  const x1 = Math.max(lx, hx, lx + wx, hx + wx);
  const y0 = Math.min(ly, hy, ly + wy, hy + wy);
  const y1 = Math.max(ly, hy, ly + wy, hy + wy);
  if (
    invisible ||
    !(shown > 0) ||
    (state.clip && visibleShare(x0, y0, x1, y1, state.clip) < VISIBLE_SHARE) ||
    visibleShare(x0, y0, x1, y1, page) < VISIBLE_SHARE
  ) {
    sink.hidden();
    return;
  }
  const angle = wy === 0 && wx >= 0 ? 0 : Math.round((Math.atan2(wy, wx) * 180) / Math.PI);
  sink.glyph(
    {
      text: unifyHan(text),
      x0,
      y0,
      x1,
      y1,
      baseline: angle === 0 ? oy : y1,
      size: shown,
      font: state.font?.name ?? "",
      angle: angle < 0 ? angle + 360 : angle,
    },
    state.fillWhite && state.renderingMode % 4 === 0,
  );
}

function visibleShare(x0: number, y0: number, x1: number, y1: number, clip: ClipBox): number {
  const w = Math.min(x1, clip[2]) - Math.max(x0, clip[0]);
  const h = Math.min(y1, clip[3]) - Math.max(y0, clip[1]);
  if (w < 0 || h <= 0) return 0;
  const full = x1 - x0 > 0 ? w / (x1 - x0) : 1;
  return full * (h / (y1 - y0));
}

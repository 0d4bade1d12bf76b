import type { Glyph } from "../model/index.js";
import { isDense, unifyHan } from "../text/index.js";
import type { ClipBox, GraphicsState } from "./graphics-state.js";
import type { Matrix } from "./matrix.js";
import { PaintedGlyph, type PaintedLine } from "./painted-glyph.js";

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
  /** Of the latest glyph. */
  line: PaintedLine;
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
  const { font, clip } = state;
  if (!font) return;
  const direction = state.fontSize < 0 ? -1 : 1;
  const size = Math.abs(state.fontSize);
  const advanceScale = size * (font.fontMatrix?.[0] ?? 0.001);
  const hScale = state.horizontalScale * direction;
  const vertical = font.vertical === true;
  const name = font.name ?? "";
  const m = runMatrix(state, hScale, direction);
  const shown = size * Math.sqrt(m[2] * m[2] + m[3] * m[3]);
  const unseen = state.renderingMode % 4 === 3 || state.fillAlpha <= 0.02 || !(shown > 0);
  const white = state.fillWhite && state.renderingMode % 4 === 0;
  const ux = m[2] * size;
  const uy = m[3] * size;
  let along = 0;
  // One loop without calls per glyph: numbers handed to a function are boxed, and a document has tens of thousands of glyphs.
  for (const glyph of glyphs) {
    if (typeof glyph === "number") {
      along += ((vertical ? 1 : -1) * glyph * size) / 1000;
      continue;
    }
    const spacing = ((glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction;
    const width = glyph.width * advanceScale;
    let x = along;
    let y = 0;
    if (vertical) {
      const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880];
      // Without a vector of its own a glyph hangs from the middle of its own width (ISO 32000-1 §9.7.4.3); the engine
      // then hands on the font's default, which is made for the default width.
      const own = glyph.vmetric && glyph.vmetric[1] !== font.defaultVMetrics?.[1] ? glyph.vmetric[1] : undefined;
      x = -(own ?? glyph.width / 2) * advanceScale;
      y = -along - (metric[2] ?? 880) * advanceScale;
      along += -(metric[0] ?? -1000) * advanceScale - spacing;
    } else {
      along += width + spacing;
    }
    const text = printedText(glyph, vertical);
    if (text === null) continue;

    // Corner points of the glyph's box, from its lower left.
    const ox = m[0] * x + m[2] * y + m[4];
    const oy = m[1] * x + m[3] * y + m[5];
    const wx = m[0] * width;
    const wy = m[1] * width;
    const lx = ox - ux * DESCENT;
    const ly = oy - uy * DESCENT;
    const hx = ox + ux * ASCENT;
    const hy = oy + uy * ASCENT;
    const x0 = Math.min(lx, hx, lx + wx, hx + wx);
    const x1 = Math.max(lx, hx, lx + wx, hx + wx);
    const y0 = Math.min(ly, hy, ly + wy, hy + wy);
    const y1 = Math.max(ly, hy, ly + wy, hy + wy);
    if (
      unseen ||
      (clip && visibleShare(x0, y0, x1, y1, clip) < VISIBLE_SHARE) ||
      visibleShare(x0, y0, x1, y1, page) < VISIBLE_SHARE
    ) {
      sink.hidden();
      continue;
    }
    const turned = wy === 0 && wx >= 0 ? 0 : Math.round((Math.atan2(wy, wx) * 180) / Math.PI);
    const angle = turned < 0 ? turned + 360 : turned;
    const baseline = turned === 0 ? oy : y1;
    let { line } = sink;
    if (
      line.baseline !== baseline ||
      line.y0 !== y0 ||
      line.y1 !== y1 ||
      line.size !== shown ||
      line.angle !== angle ||
      line.font !== name
    ) {
      line = { y0, y1, baseline, size: shown, font: name, angle };
      sink.line = line;
    }
    sink.glyph(new PaintedGlyph(unifyHan(text), x0, x1, line), white);
  }
  if (vertical) state.y -= along;
  else state.x += along * hScale;
}

/** What a glyph prints; null for white space. A glyph of a horizontal font that stands for no character prints something all the same. */
function printedText({ unicode, isSpace }: EngineGlyph, vertical: boolean): string | null {
  if (isPrinted(unicode)) return unicode;
  return unicode === "" && !isSpace && !vertical ? "\ufffd" : null;
}

/** From the run's own space (one unit of text along, and up) to the page: CTM × text matrix × scale and position. */
function runMatrix(state: GraphicsState, along: number, up: number): Matrix {
  const { ctm, textMatrix: t, x } = state;
  const y = state.y + state.rise;
  const a = ctm[0] * t[0] + ctm[2] * t[1];
  const b = ctm[1] * t[0] + ctm[3] * t[1];
  const c = ctm[0] * t[2] + ctm[2] * t[3];
  const d = ctm[1] * t[2] + ctm[3] * t[3];
  const e = ctm[0] * t[4] + ctm[2] * t[5] + ctm[4];
  const f = ctm[1] * t[4] + ctm[3] * t[5] + ctm[5];
  return [a * along, b * along, c * up, d * up, a * x + c * y + e, b * x + d * y + f];
}

function visibleShare(x0: number, y0: number, x1: number, y1: number, clip: ClipBox): number {
  const w = Math.min(x1, clip[2]) - Math.max(x0, clip[0]);
  const h = Math.min(y1, clip[3]) - Math.max(y0, clip[1]);
  if (w < 0 || h <= 0) return 0;
  const full = x1 - x0 > 0 ? w / (x1 - x0) : 1;
  return full * (h / (y1 - y0));
}

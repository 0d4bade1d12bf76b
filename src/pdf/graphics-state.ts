import { IDENTITY, type Matrix } from "./matrix.js";

/** Clip region as a box of the displayed page; null when nothing is clipped. */
export type ClipBox = readonly [x0: number, y0: number, x1: number, y1: number];

/** What of the engine's font the interpreter needs. */
export interface EngineFont {
  readonly name?: string;
  readonly vertical?: boolean;
  readonly fontMatrix?: ArrayLike<number>;
  readonly defaultVMetrics?: readonly number[];
}

/** ISO 32000-1 §8.4 and §9.3, as far as position and visibility need it. */
export interface GraphicsState {
  ctm: Matrix;
  clip: ClipBox | null;
  fillWhite: boolean;
  strokeWhite: boolean;
  fillAlpha: number;
  strokeAlpha: number;
  lineWidth: number;
  font: EngineFont | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scale as a factor. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  textMatrix: Matrix;
  /** Position inside the text matrix. */
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export function initialState(ctm: Matrix, clip: ClipBox | null): GraphicsState {
  return {
    ctm,
    clip,
    fillWhite: false,
    strokeWhite: false,
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** `to` becomes as `from`, without a new object: pages save and restore their state thousands of times. */
export function copyState(from: Readonly<GraphicsState>, to: GraphicsState): void {
  to.ctm = from.ctm;
  to.clip = from.clip;
  to.fillWhite = from.fillWhite;
  to.strokeWhite = from.strokeWhite;
  to.fillAlpha = from.fillAlpha;
  to.strokeAlpha = from.strokeAlpha;
  to.lineWidth = from.lineWidth;
  to.font = from.font;
  to.fontSize = from.fontSize;
  to.charSpacing = from.charSpacing;
  to.wordSpacing = from.wordSpacing;
  to.horizontalScale = from.horizontalScale;
  to.leading = from.leading;
  to.rise = from.rise;
  to.renderingMode = from.renderingMode;
  to.textMatrix = from.textMatrix;
  to.x = from.x;
  to.y = from.y;
  to.lineX = from.lineX;
  to.lineY = from.lineY;
}

export function intersect(clip: ClipBox | null, box: ClipBox): ClipBox {
  if (!clip) return box;
  return [Math.max(clip[0], box[0]), Math.max(clip[1], box[1]), Math.min(clip[2], box[2]), Math.min(clip[3], box[3])];
}

/** All channels at or above this (0–255) are as good as paper: a rule painted so cannot be seen. Light greys (≤ 0xE8) are real rules. */
const NEAR_WHITE = 0xf5;

export function isNearWhite(color: unknown): boolean {
  if (typeof color !== "string") return false;
  const value = Number.parseInt(color.slice(1), 16);
  return value >> 16 >= NEAR_WHITE && ((value >> 8) & 0xff) >= NEAR_WHITE && (value & 0xff) >= NEAR_WHITE;
}

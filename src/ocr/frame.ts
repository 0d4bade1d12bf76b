import type { Box, Rule } from "../model/index.js";
import type { PixelRule } from "./rules/find.js";

/** Where a prepared picture's pixels lie on the page. */
export interface Frame {
  /** pt of the picture's left and top edges. */
  readonly x: number;
  readonly y: number;
  readonly pixelsPerPt: number;
}

export function toPt(frame: Frame, x: number, y: number): { x: number; y: number } {
  return { x: frame.x + x / frame.pixelsPerPt, y: frame.y + y / frame.pixelsPerPt };
}

/** A box of the page in the picture's pixels. */
export function toPixels(frame: Frame, [x0, y0, x1, y1]: Box): { x0: number; y0: number; x1: number; y1: number } {
  const scale = frame.pixelsPerPt;
  return {
    x0: (x0 - frame.x) * scale,
    y0: (y0 - frame.y) * scale,
    x1: (x1 - frame.x) * scale,
    y1: (y1 - frame.y) * scale,
  };
}

/** A rule of the picture as a rule of the page. */
export function ruleToPt(frame: Frame, { axis, at, from, to }: PixelRule): Rule {
  const [across, along] = axis === "h" ? [frame.y, frame.x] : [frame.x, frame.y];
  const pt = (offset: number, value: number): number => Math.round((offset + value / frame.pixelsPerPt) * 100) / 100;
  return { axis, at: pt(across, at), from: pt(along, from), to: pt(along, to) };
}

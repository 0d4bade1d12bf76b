import type { Gray, PageBitmap } from "../bitmap.js";
import type { Frame } from "../frame.js";
import { eraseRules } from "../rules/erase.js";
import { findRules, type PixelRule } from "../rules/find.js";
import { fadeColourStamps } from "./colour-stamp.js";
import { toGray } from "./gray.js";
import { fadeGreyStamps, type GreyStamp } from "./grey-stamp.js";
import { findKeystone } from "./keystone.js";
import { type Quarter, straighten, turn } from "./rotate.js";
import { resize } from "./scale.js";
import { findSkew, type Skew } from "./skew.js";
import { smoothRough } from "./smooth.js";

/** A page's picture made ready for reading: level, without stamps; with its rules, and without them. */
export interface Prepared {
  readonly level: Gray;
  /** `level` without its rules: what engines read. */
  readonly clean: Gray;
  /** `clean` with its grey stamps, and these. */
  readonly stamped: Gray;
  readonly stamps: readonly GreyStamp[];
  /** In pixels of `level`. */
  readonly rules: readonly PixelRule[];
  readonly frame: Frame;
  /** The quarter turn (clockwise) that put it upright, and the skew that was taken out. */
  readonly turned: Quarter;
  readonly skew: Skew;
}

/** Beyond this the picture is made smaller, dpi: the networks see characters 48 pixels high at most. */
const HIGHEST_DPI = 300;
/** Rules are looked for at this resolution, dpi: the constants of rules/ are pixels at it. */
const RULE_DPI = 200;

/** Prepares a page's picture. `turned`: how far to turn it first. */
export function preparePage(bitmap: PageBitmap, turned: Quarter): Prepared {
  const [x0, y0, x1] = bitmap.box;
  const scale = bitmap.width / Math.max(1, x1 - x0);
  const pixelsPerPt = Math.min(scale, HIGHEST_DPI / 72);
  const gray = toGray(bitmap);
  fadeColourStamps(bitmap, gray, scale);
  const factor = pixelsPerPt / scale;
  const sized = factor < 1 ? resize(gray, Math.round(gray.width * factor), Math.round(gray.height * factor)) : gray;
  const upright = turn(smoothRough(sized), turned);
  const skew = findSkew(upright, pixelsPerPt * 72);
  const photographed = findKeystone(upright, pixelsPerPt * 72, skew);
  const sheet = straighten(upright, photographed?.skew ?? skew, photographed?.keystone);
  const { faded: level, stamps } = fadeGreyStamps(sheet, pixelsPerPt);
  const rules = rulesOf(level, pixelsPerPt);
  const clean = eraseRules(level, rules, pixelsPerPt);
  return {
    level,
    clean,
    stamped: stamps.length === 0 ? clean : { ...sheet, data: withoutRules(sheet.data, level.data, clean.data) },
    stamps,
    rules,
    frame: { x: x0, y: y0, pixelsPerPt },
    turned,
    skew,
  };
}

/** The sheet's pixels, but where rules were erased. */
function withoutRules(sheet: Uint8Array, level: Uint8Array, clean: Uint8Array): Uint8Array {
  const result = sheet.slice();
  for (let i = 0; i < result.length; i++) if (clean[i] !== level[i]) result[i] = clean[i] ?? 255;
  return result;
}

function rulesOf(level: Gray, pixelsPerPt: number): PixelRule[] {
  const factor = RULE_DPI / 72 / pixelsPerPt;
  const look = resize(level, Math.round(level.width * factor), Math.round(level.height * factor));
  const [across, down] = [level.width / look.width, level.height / look.height];
  return findRules(look).map(({ axis, at, from, to }) =>
    axis === "h"
      ? { axis, at: at * down, from: from * across, to: to * across }
      : { axis, at: at * across, from: from * down, to: to * down },
  );
}

/** Where the header of a table without vertical rules ends. */
import type { Region } from "./alignment.js";
import { isAnchor, type Strip } from "./rows.js";
import { HEADER_GAP, isColumnNumbers, segments } from "./strips.js";
import { isBareTotal, isTabular } from "./table-lines.js";

/** A rule over this share of the table's width is a full one (safe 0.8–0.95). */
export const FULL = 0.9;

/**
 * y where the header ends: below the row of column numbers; else the last full rule above the first line with a number of
 * its own; else half-way to that line.
 */
export function headerBottom(region: Region): number {
  const first = region.strips.find(isAnchor) ?? emptyTotal(region.strips);
  const full = region.rules.filter(
    (rule) => rule.to - rule.from >= FULL * (region.right - region.left) && rule.at > region.top + 1,
  );
  if (!first) {
    // An empty form: no line below the header prints more than one text (合计).
    const foot = full.find((rule) => region.strips.every((s) => s.y < rule.at || segments(s, HEADER_GAP).length < 2));
    if (foot) return foot.at;
  }
  if (first && isColumnNumbers(first)) return belowNumbers(region, first);
  const firstNumber = first?.y ?? region.bottom;
  const rule = full.filter((one) => one.at < firstNumber && one.at < region.bottom - 1).at(-1);
  if (rule) return rule.at;
  const last = region.strips.filter((strip) => strip.y < firstNumber).at(-1);
  if (!last) return region.top;
  // Ruled, but no rule under the header: everything above the first number.
  if (region.rules.length > 0) return (last.y + firstNumber) / 2;
  return (last.y1 + Math.min(firstNumber, last.y1 + last.size)) / 2;
}

/** The only row of an empty form: its total, and no line of several texts below it. */
export function emptyTotal(strips: readonly Strip[]): Strip | undefined {
  const total = strips.findLastIndex(isBareTotal);
  return strips.slice(total + 1).some(isTabular) ? undefined : strips[total];
}

/** The rule below the column numbers where one stands before the next line, else the middle between both lines. */
function belowNumbers(region: Region, numbers: Strip): number {
  const next = region.strips.find((strip) => strip.y > numbers.y);
  const end = next?.y ?? region.bottom;
  const rule = region.rules.find((one) => one.at > numbers.y && one.at < end);
  return rule?.at ?? (numbers.y + end) / 2;
}

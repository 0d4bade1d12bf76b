import type { Gray } from "../bitmap.js";
import type { Chain } from "./chains.js";
import { joinDoubles } from "./doubles.js";
import type { PixelRule } from "./find.js";
import { EMPTY, kindOf, LINE } from "./trace.js";
import { transpose } from "./transpose.js";

/** A rule is followed up to here, pixels (72 pt at 200 dpi: a stamp's side lies along it no further). */
const FURTHEST = 200;
/** Of what it is followed over, this part is inked, and this part thin: more is a dark area. */
const INKED = 0.97;
const THIN = 0.2;
/** Rules of one line are this near in position, pixels. */
const IN_LINE = 1.5;
/** An end this near to a rule across it lies on it, pixels. */
const MEETS = 8;
/** Ink is darker than the paper by this part of the rule's own contrast. */
const DARK = 0.4;
const FAINTEST = 10;
/** So many places of a rule tell its contrast, and the paper is so far beside it, pixels. */
const PLACES = 40;
const BESIDE = 6;

/**
 * Rules followed over what lies along them, as a stamp's side: on to the rest of the same rule, or to the next rule across.
 * There the line is not thin, and looks like no rule by itself.
 */
export function extendRules(rules: readonly PixelRule[], gray: Gray): PixelRule[] {
  const h = rules.filter(({ axis }) => axis === "h");
  const v = rules.filter(({ axis }) => axis === "v");
  return [
    ...extended(h, v, gray).map((line): PixelRule => ({ axis: "h", ...line })),
    ...extended(v, h, transpose(gray)).map((line): PixelRule => ({ axis: "v", ...line })),
  ];
}

function extended(lines: readonly Chain[], across: readonly Chain[], gray: Gray): Chain[] {
  const open = lines.map((line) => ({ ...line }));
  for (const line of open) {
    const needed = Math.max(FAINTEST, DARK * contrastOf(line, gray));
    const rests = open.filter((other) => other !== line && Math.abs(other.at - line.at) <= IN_LINE);
    const crossings = across.filter(({ from, to }) => from - MEETS <= line.at && line.at <= to + MEETS);
    const ends = [...crossings.map(({ at }) => Math.round(at)), ...rests.flatMap(({ from, to }) => [from, to])];
    for (;;) {
      const next = Math.min(...ends.filter((end) => end > line.to + MEETS));
      if (next - line.to > FURTHEST || !isInked(line.at, line.to, next, needed, gray)) break;
      line.to = next;
    }
    for (;;) {
      const next = Math.max(...ends.filter((end) => end < line.from - MEETS));
      if (line.from - next > FURTHEST || !isInked(line.at, next, line.from, needed, gray)) break;
      line.from = next;
    }
  }
  return joinDoubles(joined(open));
}

function isInked(at: number, from: number, to: number, needed: number, gray: Gray): boolean {
  const row = Math.round(at - 0.5);
  let inked = 0;
  let thin = 0;
  for (let x = Math.round(from); x < Math.round(to); x++) {
    const kind = kindOf(gray, x, row, needed);
    if (kind !== EMPTY) inked++;
    if (kind === LINE) thin++;
  }
  return inked >= INKED * (to - from) && thin >= THIN * (to - from);
}

/** How much darker a rule is than the paper beside it, in the middle of its places. */
function contrastOf({ at, from, to }: Chain, { width, data }: Gray): number {
  const row = Math.round(at - 0.5);
  const grey = (x: number, y: number): number => data[y * width + x] ?? 255;
  const contrasts = Array.from({ length: PLACES }, (_, i) => {
    const x = Math.round(from + ((i + 0.5) * (to - from)) / PLACES);
    const ink = Math.min(grey(x, row - 1), grey(x, row), grey(x, row + 1));
    return Math.min(grey(x, row - BESIDE), grey(x, row + BESIDE)) - ink;
  });
  return contrasts.sort((a, b) => a - b)[PLACES >> 1] ?? 0;
}

/** Lines that overlap once they are followed are one. */
function joined(lines: readonly Chain[]): Chain[] {
  const result: Chain[] = [];
  for (const line of [...lines].sort((a, b) => a.from - b.from || a.at - b.at)) {
    const i = result.findIndex((other) => Math.abs(other.at - line.at) <= IN_LINE && line.from <= other.to);
    const host = result[i];
    if (host === undefined) result.push(line);
    else {
      const longer = host.to - host.from >= line.to - line.from ? host : line;
      result[i] = { at: longer.at, from: host.from, to: Math.max(host.to, line.to) };
    }
  }
  return result;
}

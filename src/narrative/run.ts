import type { Block, Box, TextLine } from "../model/index.js";
import { squash } from "../text/index.js";

/** Where one printed character stands. */
export interface CharPlace {
  readonly page: number;
  readonly box: Box;
}

/** Printed text without white space, and the place of each of its UTF-16 units. */
export interface Run {
  readonly text: string;
  readonly places: readonly CharPlace[];
}

export const EMPTY_RUN: Run = { text: "", places: [] };

/** One line as a run. Without glyphs (made-up input) every character stands in the line's box. */
export function runOfLine(line: TextLine): Run {
  let run = runs.get(line);
  if (run === undefined) {
    run = readLine(line);
    runs.set(line, run);
  }
  return run;
}

/** Identity, performance tables and narrative each go through the flow: a line's run is made once. */
const runs = new WeakMap<TextLine, Run>();

function readLine(line: TextLine): Run {
  let text = "";
  const places: CharPlace[] = [];
  const add = (printed: string, box: Box): void => {
    const bare = squash(printed);
    text += bare;
    const place: CharPlace = { page: line.page, box };
    for (let unit = 0; unit < bare.length; unit++) places.push(place);
  };
  if (line.glyphs.length === 0) add(line.text, line.box);
  else for (const glyph of line.glyphs) add(glyph.text, [glyph.x0, glyph.y0, glyph.x1, glyph.y1]);
  return { text, places };
}

/** Runs one after the other. */
export function joinRuns(runs: readonly Run[]): Run {
  const only = runs.length === 1 ? runs[0] : undefined;
  if (only !== undefined) return only;
  const places: CharPlace[] = [];
  for (const run of runs) for (const place of run.places) places.push(place);
  return { text: runs.map((run) => run.text).join(""), places };
}

/** A block's lines as one run. */
export function runOfBlock(block: Block): Run {
  return joinRuns(block.lines.map(runOfLine));
}

/** The part from `from` to before `to`, in UTF-16 units. */
export function sliceRun(run: Run, from: number, to: number): Run {
  return { text: run.text.slice(from, to), places: run.places.slice(from, to) };
}

/** The box around all places that are on `page`; null when none is. pt. */
export function boxOn(places: readonly CharPlace[], page: number): Box | null {
  let box: [number, number, number, number] | null = null;
  for (const place of places) {
    if (place.page !== page) continue;
    const [x0, y0, x1, y1] = place.box;
    box =
      box === null
        ? [x0, y0, x1, y1]
        : [Math.min(box[0], x0), Math.min(box[1], y0), Math.max(box[2], x1), Math.max(box[3], y1)];
  }
  return box;
}

import type { Box, Reading } from "../model/index.js";
import { crop, type Gray } from "./bitmap.js";
import type { LineKind, OcrEngine } from "./engine.js";
import { toPixels } from "./frame.js";
import { inkIn } from "./lines/ink.js";
import { withPaper } from "./lines/read.js";
import { paperOf } from "./paper.js";
import type { Prepared } from "./prepare/index.js";
import { resize } from "./prepare/scale.js";

/** Sizes at which a line is read again, as parts of its own: other pixels, other mistakes. */
const SCALES = [0.75, 1.5] as const;
/** Paper taken in around a cell's text, pt: boxes are tight. */
const AROUND = 1.5;

/** What is darker than the paper by this many grey levels is ink; a cell's paper strays by less. */
const FAINTEST = 40;
/** A cell with less of it, square pt, is blank: a point has 0.7. */
const LEAST_INK = 0.6;

/** How many of a cell's readings say the same. */
export interface Vote {
  readonly text: string;
  readonly votes: number;
  /** The highest confidence among them. */
  readonly confidence: number;
}

/**
 * Reads a piece of a page again: with each engine, at its own size and at others.
 * @param lines boxes of the cell's lines of text, top to bottom, in pt of the page that was read
 * @param engines the second reader first; the first reader's own size is left out, since that was the first reading
 * @param enough stops the reading when it says so
 * @returns one reading per engine and size, e.g. {engine: "ppocr-v4-mobile ×1.5", text: "1,234.56", confidence: 0.98}
 */
export async function readAgain(
  { clean, frame }: Pick<Prepared, "clean" | "frame">,
  lines: readonly Box[],
  kind: LineKind,
  engines: readonly { readonly engine: OcrEngine; readonly first: boolean }[],
  enough: (readings: readonly Reading[]) => boolean = () => false,
): Promise<Reading[]> {
  const pictures = lines.flatMap((box) => {
    const { x0, y0, x1, y1 } = toPixels(frame, box);
    const paper = AROUND * frame.pixelsPerPt;
    const ink = inkIn(clean, { x0: x0 - paper, y0: y0 - paper, x1: x1 + paper, y1: y1 + paper });
    return ink === null ? [] : [crop(clean, withPaper(ink.box))];
  });
  const readings: Reading[] = [];
  if (pictures.length === 0) return readings;
  for (const { engine, first } of engines) {
    for (const scale of first ? SCALES : [1, ...SCALES]) {
      const name = scale === 1 ? engine.name : `${engine.name} ×${scale}`;
      readings.push({ engine: name, ...(await readAll(pictures, scale, kind, engine)) });
      if (enough(readings)) return readings;
    }
  }
  return readings;
}

/** Whether anything is printed in a box of a page, or stamped there. */
export function hasInk({ stamped, frame }: Pick<Prepared, "stamped" | "frame">, box: Box): boolean {
  const part = crop(stamped, toPixels(frame, box));
  const dark = paperOf(part) - FAINTEST;
  return part.data.filter((grey) => grey < dark).length >= LEAST_INK * frame.pixelsPerPt ** 2;
}

async function readAll(
  pictures: readonly Gray[],
  scale: number,
  kind: LineKind,
  engine: OcrEngine,
): Promise<{ text: string; confidence: number }> {
  let text = "";
  let confidence = 1;
  for (const picture of pictures) {
    const sized = resize(
      picture,
      Math.max(8, Math.round(picture.width * scale)),
      Math.max(8, Math.round(picture.height * scale)),
    );
    const characters = await engine.readLine(sized, kind);
    text += characters
      .map((character) => character.text)
      .join("")
      .trim();
    confidence = Math.min(confidence, ...characters.map((character) => character.confidence));
  }
  return { text, confidence: text === "" ? 0 : Math.round(confidence * 1000) / 1000 };
}

/** The readings counted, the most voted first; of equal votes the more confident one. White space does not count. */
export function countVotes(readings: readonly Reading[]): Vote[] {
  const votes = new Map<string, { text: string; votes: number; confidence: number }>();
  for (const { text, confidence } of readings) {
    const key = text.replace(/\s/gu, "").normalize("NFKC");
    const vote = votes.get(key);
    if (vote === undefined) votes.set(key, { text, votes: 1, confidence });
    else {
      vote.votes++;
      vote.confidence = Math.max(vote.confidence, confidence);
    }
  }
  return [...votes.values()].sort(
    (a, b) => b.votes - a.votes || b.confidence - a.confidence || (a.text < b.text ? -1 : 1),
  );
}

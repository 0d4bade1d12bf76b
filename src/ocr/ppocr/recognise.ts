import type { Gray } from "../bitmap.js";
import { type LineKind, type LineReading, NUMBER_CHARACTERS } from "../engine.js";
import { resize } from "../prepare/scale.js";
import { type Candidate, decodeCtc } from "./ctc.js";
import type { Network } from "./models.js";

/** The recogniser's input height, pixels. */
const HEIGHT = 48;
/** The network reads in steps of 8 pixels. */
const MULTIPLE = 8;
/** Lines narrower than this are filled up with paper, pixels: the network was trained on wide lines. */
const NARROWEST = 96;

/** The characters of the recogniser's classes, and which of them are one character in two widths. */
export interface Alphabet {
  /** Class 0 is the CTC blank (""). */
  readonly characters: readonly string[];
  /** Classes of the characters of numbers. */
  readonly number: ReadonlySet<number>;
}

export function alphabetOf(characters: readonly string[]): Alphabet {
  const number = new Set(characters.flatMap((text, i) => (text !== "" && NUMBER_CHARACTERS.includes(text) ? [i] : [])));
  return { characters, number };
}

/** Reads one level line. Characters stand where the network's time steps saw them. */
export async function recogniseLine(
  line: Gray,
  kind: LineKind,
  recogniser: Network,
  { characters, number }: Alphabet,
): Promise<LineReading> {
  const own = Math.max(MULTIPLE, Math.round((line.width * HEIGHT) / line.height));
  const scaled = resize(line, own, HEIGHT);
  const width = Math.max(NARROWEST, Math.ceil(own / MULTIPLE) * MULTIPLE);
  const { data, dims } = await recogniser.run(normalise(scaled, width), [1, 3, HEIGHT, width]);
  const [, steps = 0, classes = 0] = dims;
  const pixelsPerStep = (width / steps) * (line.width / own);
  return decodeCtc(data, steps, classes, kind === "number" ? number : undefined).map(({ candidates, first, last }) => {
    const [best, ...others] = withTwins(candidates, characters);
    return {
      text: best?.text ?? "",
      confidence: best?.confidence ?? 0,
      others,
      x0: Math.min(first * pixelsPerStep, line.width),
      x1: Math.min((last + 1) * pixelsPerStep, line.width),
    };
  });
}

/** Candidates as characters; the full-width and the half-width form of one (， and ,) add up to one character's confidence. */
function withTwins(
  candidates: readonly Candidate[],
  characters: readonly string[],
): { text: string; confidence: number }[] {
  const merged = new Map<string, { text: string; confidence: number }>();
  for (const { index, probability } of candidates) {
    const text = characters[index] ?? "";
    const key = text.normalize("NFKC");
    const twin = merged.get(key);
    if (twin === undefined) merged.set(key, { text, confidence: probability });
    else twin.confidence = Math.min(1, twin.confidence + probability);
  }
  // The first stays first: what is printed is the likelier of its two forms.
  return [...merged.values()];
}

/** Grey to −1…1, three equal channels, filled up on the right with the line's own paper. */
function normalise(gray: Gray, width: number): Float32Array {
  const count = width * HEIGHT;
  const input = new Float32Array(3 * count).fill(paper(gray) / 127.5 - 1);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < gray.width; x++) {
      const value = (gray.data[y * gray.width + x] ?? 0) / 127.5 - 1;
      const i = y * width + x;
      input[i] = value;
      input[i + count] = value;
      input[i + 2 * count] = value;
    }
  }
  return input;
}

/** The grey that most of the line is: its median, since ink covers less than half. */
function paper(gray: Gray): number {
  const histogram = new Uint32Array(256);
  for (const value of gray.data) histogram[value] = (histogram[value] ?? 0) + 1;
  let seen = 0;
  for (let value = 255; value >= 0; value--) {
    seen += histogram[value] ?? 0;
    if (seen * 2 >= gray.data.length) return value;
  }
  return 255;
}

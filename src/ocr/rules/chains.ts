/** A thin line along x: from `from` to `to` (exclusive), `at` its middle in y; pixels. */
export interface Chain {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Gaps up to this are bridged, pixels: noise, and what averaging leaves of dashes. */
const GAP = 10;
/** A line may step this far between its pieces, pixels: what is left of skew, and a sheet that was not flat. */
const STEP = 3;
/** Pieces shorter than this are strokes of characters, pixels at 200 dpi: a line that is level to 0.1° has longer ones. */
const SHORTEST = 20;

/**
 * Lines along x in a response picture (see `lineResponse`): runs of pixels at least `threshold` strong, joined where one
 * goes on where the other ends.
 */
export function chains(response: Uint8Array, width: number, height: number, threshold: number): Chain[] {
  const open: Open[] = [];
  const done: Open[] = [];
  const present = new Uint8Array(width);
  for (let y = 1; y < height - 1; y++) {
    ridges(response, y, width, threshold, present);
    for (const run of runsOf(present, response, y * width)) place(open, run, y);
    for (let i = open.length - 1; i >= 0; i--) {
      const chain = open[i];
      if (chain !== undefined && chain.last < y - STEP) done.push(...open.splice(i, 1));
    }
  }
  return [...done, ...open]
    .map(({ moment, weight, from, to }) => ({ at: moment / weight + 0.5, from, to }))
    .sort((a, b) => a.at - b.at || a.from - b.from);
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

interface Open {
  pieces: { readonly y: number; readonly from: number; readonly to: number }[];
  /** The row of its last piece. */
  last: number;
  from: number;
  to: number;
  weight: number;
  moment: number;
}

/** Marks the columns where row y, or a row next to it, is a maximum from top to bottom: the line's own row, not its flanks. */
function ridges(response: Uint8Array, y: number, width: number, threshold: number, present: Uint8Array): void {
  const row = y * width;
  for (let x = 0; x < width; x++) {
    const here = response[row + x] ?? 0;
    const peak =
      here >= threshold &&
      here >= (response[row + x - width] ?? 0) - FLAT &&
      here >= (response[row + x + width] ?? 0) - FLAT;
    present[x] = peak ? 1 : 0;
  }
}

/** Rows this much weaker than their neighbour still count as its top: noise moves the maximum by a row. */
const FLAT = 12;

function runsOf(present: Uint8Array, response: Uint8Array, row: number): Run[] {
  const runs: Run[] = [];
  let from = -1;
  let to = -1;
  let weight = 0;
  const close = (): void => {
    if (from >= 0 && to - from >= SHORTEST) runs.push({ from, to, weight });
    from = -1;
    weight = 0;
  };
  for (let x = 0; x < present.length; x++) {
    if (present[x] === 0) {
      if (from >= 0 && x - to >= GAP) close();
      continue;
    }
    if (from < 0) from = x;
    to = x + 1;
    weight += response[row + x] ?? 0;
  }
  close();
  return runs;
}

/** Adds a run to the chains that it continues (joining them), or begins a new one. */
function place(open: Open[], run: Run, y: number): void {
  const hosts = open.filter(({ pieces }) =>
    pieces.some((piece) => y - piece.y <= STEP && run.from <= piece.to + GAP && piece.from <= run.to + GAP),
  );
  const piece = { y, from: run.from, to: run.to };
  const own: Open = {
    pieces: [piece],
    last: y,
    from: run.from,
    to: run.to,
    weight: run.weight,
    moment: run.weight * y,
  };
  for (const host of hosts) {
    own.pieces.push(...host.pieces.filter((other) => y - other.y <= STEP));
    own.from = Math.min(own.from, host.from);
    own.to = Math.max(own.to, host.to);
    own.weight += host.weight;
    own.moment += host.moment;
    open.splice(open.indexOf(host), 1);
  }
  open.push(own);
}

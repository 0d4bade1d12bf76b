import type { Rule } from "../model/index.js";

/** Rules nearer than this are one rule drawn twice or with two edges, pt (safe 1–2.5). */
const SAME_RULE = 1.5;
/** Pieces of one rule may leave gaps up to this, pt: dashes, joints, cell-wise borders (safe 1–3). */
const GAP = 2;
/** Shorter remains are ornaments, pt (safe 2–6). */
const SHORTEST = 4;

export interface Rulings {
  /** Horizontal rules by y, vertical ones by x; merged, ascending. */
  readonly h: readonly Rule[];
  readonly v: readonly Rule[];
}

/** Clusters rules by position, merges their pieces and drops scraps. */
export function mergeRules(rules: readonly Rule[]): Rulings {
  return { h: mergeAxis(rules, "h"), v: mergeAxis(rules, "v") };
}

function mergeAxis(rules: readonly Rule[], axis: "h" | "v"): Rule[] {
  const sorted = rules.filter((rule) => rule.axis === axis).sort((a, b) => a.at - b.at);
  const merged: Rule[] = [];
  let cluster: Rule[] = [];
  const flush = () => {
    if (cluster.length > 0) merged.push(...mergeCluster(cluster, axis));
    cluster = [];
  };
  for (const rule of sorted) {
    const first = cluster[0];
    const last = cluster.at(-1);
    // Bounded by the first too, so that a ladder of close rules does not melt into one.
    if (first && last && (rule.at - last.at > SAME_RULE || rule.at - first.at > 2 * SAME_RULE)) flush();
    cluster.push(rule);
  }
  flush();
  return merged;
}

function mergeCluster(cluster: readonly Rule[], axis: "h" | "v"): Rule[] {
  const pieces = [...cluster].sort((a, b) => a.from - b.from);
  const merged: Rule[] = [];
  // Position of the whole cluster, weighted by length: long rules say where the line stands.
  let weight = 0;
  let sum = 0;
  for (const piece of pieces) {
    const length = piece.to - piece.from + 0.01;
    weight += length;
    sum += length * piece.at;
  }
  const at = sum / weight;
  let from = Number.NaN;
  let to = Number.NaN;
  for (const piece of pieces) {
    if (piece.from <= to + GAP) {
      to = Math.max(to, piece.to);
      continue;
    }
    if (to - from >= SHORTEST) merged.push({ axis, at, from, to });
    from = piece.from;
    to = piece.to;
  }
  if (to - from >= SHORTEST) merged.push({ axis, at, from, to });
  return merged;
}

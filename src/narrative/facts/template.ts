/**
 * Patterns with named figures, so that a section's phrasing is data.
 *
 * A template is a regular expression over normal form in which `{suffix:kind}` stands for a figure (or a text) that
 * becomes the fact `<subject><suffix>`. A suffix that starts with "/" is a whole path. Kinds:
 *
 * | kind | matches | value, unit |
 * | --- | --- | --- |
 * | `amt` | `1,234.50万元`, `0.39万(` | 1234.50 万元 |
 * | `pct` | `12.8%` | 12.8 % |
 * | `count` | `28.6万人`, `2台(套)`, `0` before a printed unit | 28.6 万人 |
 * | `score` | `99.33分` | 99.33 分 |
 * | `date` | `2024年12月31日` | 2024-12-31 |
 * | `text` | up to the next `。`, `;`, `,` or paragraph | as printed |
 *
 * `«amt»`, `«pct»` match the same without becoming a fact.
 */
export type SlotKind = "amt" | "pct" | "count" | "score" | "date" | "text";

export interface Slot {
  readonly suffix: string;
  readonly kind: SlotKind;
  /** Names of the groups that hold the value and its unit. */
  readonly value: string;
  readonly unit: string;
}

export interface Template {
  readonly pattern: RegExp;
  readonly slots: readonly Slot[];
  /** Texts that stand in every match: a passage without one of them need not be searched. */
  readonly fixed: readonly string[];
}

export const NUMBER = "(?<!\\d|\\d[.,])(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
/** SPEC §4 AMT: bare 万 only before punctuation. */
export const AMOUNT_UNIT = "(?:万元|亿元|千元|元|[万亿](?=[(),;。、\\n]|$))";
export const AMOUNT = `${NUMBER}${AMOUNT_UNIT}`;
export const PERCENT = `${NUMBER}%`;
/** Units of counts (SPEC §6), longer ones first. */
const COUNT_UNIT =
  "(?:[百千万亿]{0,2}(?:[台件](?:\\((?:件、)?套\\)|\\/套)|批\\(次\\)|人\\(次\\)|[人户家场例]次|人份|批次|团组|工作日|[学课]时|平方公?[米里]|立方米|公[里顷]|[人名个家次期件户幅份笔项辆台套批篇场门本条处座所间只头株张组支队班站点村天日年月分亩吨]))";

export const COUNT = `${NUMBER}${COUNT_UNIT}`;

const SOURCES: Readonly<Record<SlotKind, readonly [value: string, unit: string]>> = {
  amt: [NUMBER, AMOUNT_UNIT],
  pct: [NUMBER, "%"],
  count: [NUMBER, COUNT_UNIT],
  score: [NUMBER, "分"],
  date: ["20\\d\\d年\\d{1,2}月\\d{1,2}日", ""],
  text: ["[^。;,:\\n]{1,60}?", ""],
};

const SLOT = /\{([^{}:]*):(amt|pct|count|score|date|text)\}/gu;

/** Compiles one template. Flags: all matches, with indices. */
export function template(source: string): Template {
  const slots: Slot[] = [];
  const pattern = source
    .replace(SLOT, (_, suffix: string, kind: SlotKind) => {
      const value = `v${slots.length}`;
      const unit = `u${slots.length}`;
      slots.push({ suffix, kind, value, unit });
      const [number, unitPattern] = SOURCES[kind];
      return `(?<${value}>${number})${unitPattern === "" ? "" : `(?<${unit}>${unitPattern})`}`;
    })
    .replaceAll("«amt»", `(?:${AMOUNT})`)
    .replaceAll("«pct»", `(?:${PERCENT})`);
  return { pattern: new RegExp(pattern, "dgu"), slots, fixed: fixedTexts(source) };
}

/** What a pattern holds besides plain characters: an escape, a class, a slot or another pattern, a group's ends, the rest. */
const PIECE = /\\.|\[(?:\\.|[^\]])*\]|\{[^{}]*\}|«\p{L}+»|[()|]|\p{Script=Han}+|[\s\S]/gu;

/** Runs of hanzi that stand in every match of the pattern: outside of groups and classes, and not optional. */
export function fixedTexts(source: string): string[] {
  const pieces = source.match(PIECE) ?? [];
  const runs: string[] = [];
  let depth = 0;
  for (const [at, piece] of pieces.entries()) {
    if (piece === "(") depth++;
    else if (piece === ")") depth--;
    else if (depth > 0) continue;
    else if (piece === "|") return [];
    else if (HAN.test(piece)) {
      // What is repeated or optional is the last character alone.
      const run = /^(?:[?*]|\{\d)/.test(pieces[at + 1] ?? "") ? [...piece].slice(0, -1).join("") : piece;
      if (run !== "") runs.push(run);
    }
  }
  return runs;
}

const HAN = /^\p{Script=Han}/u;

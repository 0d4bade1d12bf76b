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
}

export const NUMBER = "(?<!\\d|\\d[.,])(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
/** SPEC §4 AMT: bare 万 only before punctuation. */
export const AMOUNT_UNIT = "(?:万元|亿元|千元|元|[万亿](?=[(),;。、\\n]|$))";
export const AMOUNT = `${NUMBER}${AMOUNT_UNIT}`;
export const PERCENT = `${NUMBER}%`;
/** Units of counts, longest first (SPEC §6). */
const COUNT_UNIT =
  "(?:[百千万亿]{0,2}(?:人次|人份|批次|团组|场次|户次|例次|工作日|台\\(套\\)|台\\/套|件\\/套|学时|课时|平方米|平方公里|公里|公顷|亩|立方米|吨|家次|人|名|个|家|次|期|件|户|幅|份|笔|项|辆|台|套|批|篇|场|门|本|条|处|座|所|间|只|头|株|张|组|支|队|班|站|点|村|天|日|年|月|分))";

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
  return { pattern: new RegExp(pattern, "dgu"), slots };
}

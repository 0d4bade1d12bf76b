import { enumeratorOf, normalise } from "../../text/index.js";

/** Characters of a heading without its ordinal (SPEC §1.2); template instructions in brackets do not count. */
export const MAX_HEADING = 40;

/** `20XX年`, `20XX年度`, `2024-2026年`, `本年度`. */
const YEAR = /(?:(?:19|20)\d{2}-)?(?:19|20)\d{2}年度?|本年度?|年度/gu;
/** A remark in brackets, as long as it is no numbering: `（仅有一个单位的部门，本部分内容为“机构设置”）`. */
const REMARK = /\([^()]*\)/gu;

/** What may stand before what a heading says: 附：…, 关于…. */
const LEAD = /^[:、.·-]*(?:附:|关于)?/u;

/** What any enumerator starts with; tells most lines from headings at no cost. */
const ENUMERATOR_START = /^[第§一二三四五六七八九十(（〔［[【﹙0-9０-９①-⑳㈠-㈩⑴-⒇]/u;

/** True unless the text can have no enumerator. */
export function mayBeEnumerated(text: string): boolean {
  return ENUMERATOR_START.test(text);
}

/** What a heading says, in the form that headings are compared in. */
export interface HeadingKey {
  /** 0 = 第X部分, 1 = 一、, 2 = （一）, 3 = 1.; null without an enumerator. */
  readonly level: 0 | 1 | 2 | 3 | 4 | null;
  readonly ordinal: number | null;
  /** Numbered §1 (government final accounts). */
  readonly isSectionSign: boolean;
  /** Without ordinal, years, remarks, quotes, 的, the entity's name, and without the full stop or colon at the end. */
  readonly text: string;
}

/** The form in which an entity's name is taken out of headings. */
export function entityKey(entity: string | null): string | null {
  const key = entity === null ? "" : normalise(entity).replace(/[“”的]/gu, "");
  return key === "" ? null : key;
}

/**
 * Key of a printed heading (SPEC §1.1: compare after stripping ordinal, white space, 的 and quotes).
 * @param entity the department's or unit's name as `entityKey` gives it, left out of the key wherever it stands
 */
export function headingKey(printed: string, entity: string | null): HeadingKey {
  const numbered = mayBeEnumerated(printed);
  const section = !numbered ? null : /^§(\d{1,2})(.*)$/u.exec(printed.normalize("NFKC"));
  const found = numbered && section === null ? enumeratorOf(printed) : null;
  const rest = section?.[2] ?? found?.rest ?? printed;
  let text = normalise(rest)
    .replace(REMARK, "")
    .replace(YEAR, "")
    .replace(/[“”的]/gu, "");
  if (entity !== null) text = text.replaceAll(entity, "");
  return {
    level: section === null ? (found?.level ?? null) : 1,
    ordinal: section === null ? (found?.ordinal ?? null) : Number(section[1]),
    isSectionSign: section !== null,
    text: text.replace(/[。:;,.、·-]+$/u, "").replace(LEAD, ""),
  };
}

/** True when every bracket that opens also closes. */
export function isBalanced(text: string): boolean {
  const plain = text.normalize("NFKC");
  return (plain.match(/[([〔]/gu) ?? []).length <= (plain.match(/[)\]〕]/gu) ?? []).length;
}

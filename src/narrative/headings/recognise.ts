import { SECTION_ALIASES, type SectionAlias } from "./aliases.js";
import { type HeadingKey, headingKey, isBalanced, MAX_HEADING } from "./key.js";

/** A heading recognised by its text. */
export interface KnownHeading {
  readonly id: string;
  readonly key: HeadingKey;
  readonly part: boolean;
}

/** A heading of no known section: numbered, short, no sentence. */
export interface UnknownHeading {
  readonly id: null;
  readonly key: HeadingKey;
  readonly part: boolean;
}

/** Where the heading stands: ids of the sections that are open, outermost first. */
export interface HeadingScope {
  /** As `entityKey` gives it. */
  readonly entity: string | null;
  readonly open: readonly string[];
}

const allowed = (alias: SectionAlias, key: HeadingKey, scope: HeadingScope): boolean =>
  (alias.levels === undefined || alias.levels.some((level) => level === key.level)) &&
  (alias.within === undefined || alias.within.some((id) => scope.open.includes(id))) &&
  alias.pattern.test(key.text);

/** 注：, 说明：, 备注： in front of a table's note. */
const NOTE = /^(?:备?注|说明)\d?[:：.]/u;

/** The section that a printed heading names, by its whole text; null for anything else. */
export function knownHeading(printed: string, scope: HeadingScope): KnownHeading | null {
  if (!isBalanced(printed) || printed.length > 3 * MAX_HEADING || NOTE.test(printed)) return null;
  const key = headingKey(printed, scope.entity);
  if (key.text === "" || [...key.text].length > MAX_HEADING || key.level === 4) return null;
  const alias = SECTION_ALIASES.find((candidate) => allowed(candidate, key, scope));
  return alias === undefined ? null : { id: alias.id, key, part: alias.part === true };
}

/** A sentence, a list or a statement with figures is no heading. */
const NO_HEADING = /[。；;：:？?！!，,]|\d[万亿]?元|\d[%％]/u;
/** Form titles, table notes and furniture are captions. */
const CAPTION = /表$|^注|^说明|^单位|^部门|^公开|^图\d/u;

/** `科技创新专项经费情况说明`: what an unnumbered heading looks like when the layout says nothing. */
const TITLE = /(?:情况说明|评价报告|自评报告)$/u;

/**
 * A heading (第X部分, 一、, （一）) that no alias knows; null for sentences, list items and captions.
 * @param unnumbered whether a line without a number may be one: the document's headings have none and this is set as one
 */
export function unknownHeading(printed: string, scope: HeadingScope, unnumbered: boolean): UnknownHeading | null {
  const key = headingKey(printed, scope.entity);
  if (key.level === null ? !unnumbered && !TITLE.test(key.text) : key.level > 2) return null;
  if ([...key.text].length > MAX_HEADING || !/\p{Script=Han}{2}/u.test(key.text)) return null;
  const body = printed.replace(/[：:]$/u, "");
  if (NO_HEADING.test(body) || !isBalanced(printed) || CAPTION.test(key.text)) return null;
  return { id: null, key, part: key.level === 0 };
}

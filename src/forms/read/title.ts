/** Printed titles → forms' titles, compared whole and in normal form. */
import { oncePer } from "../../model/index.js";
import { normalise, stripOrdinal } from "../../text/index.js";

/** What may stand before a title: 附件1, 附表1-2, 公开01表, 表一：. The numerals of 一般公共预算 and “三公” are none. */
const NUMBER_BEFORE = /^(?:附件|附表|(?:财决)?公开表?|表)(?:[\d-]+|[一二三四五六七八九十]+(?![般公]))?表?[:.、-]*/u;
/** What may stand behind it: its code, and in brackets the year or whose figures they are. */
const BEHIND =
  /(?:(?:财决)?公开\d+表|\((?:续表?|续\d*|(?:财决)?公开\S{0,3}表|(?:19|20)\d\d年度?|[^()]*本级|本部|机关|汇总|部门|单位)\)|续表)$/u;

/** A title in comparison form: no year, quotes, brackets, spaces, ordinals, form code, unit; without 部门/单位 as a mere prefix. */
export function titleForm(text: string): string {
  let title = withoutUnit(normalise(text).replace(/[“”"《》]/g, ""));
  for (let rest = title.replace(BEHIND, ""); rest !== title; rest = title.replace(BEHIND, "")) title = rest;
  title = title.replace(/^续表[:：]?/u, "").replace(NUMBER_BEFORE, "");
  title = stripOrdinal(title);
  // Everything up to and including the year is the unit's name and the date: X局2024年度收入决算表.
  // A number in front may run into it (§20 2021年 is printed as §202021年): the year that 年 follows counts first.
  const dated = title.replace(/^.*?(?:19|20)\d\d年(?:度)?/u, "");
  title = dated === title ? title.replace(/^.*?(?:19|20)\d\d/u, "") : dated;
  return title.replace(/^(?:部门|单位|本级)(?:决算(?=\S{4}))?/u, "").replace(/[()]/g, "");
}

/** The year of a title, as the last one that 年 follows (§20 2021年 is printed as §202021年). */
export function titleYear(text: string): number | null {
  const year = [...normalise(text).matchAll(/(?:19|20)\d\d(?=年)/g)].at(-1)?.[0];
  return year === undefined ? null : Number(year);
}

const KIND_OF_TABLE = /(?:预算|决算|执行|完成)?(?:情况)?(?:总|明细)?表$/u;
/** A label this short says nothing of a title: 收入 ends many. */
const SHORTEST_SUBJECT = 5;

/** Whether a row's label is what the table is about: 全区一般公共预算支出 in 2023年全区一般公共预算支出决算表 is its total. */
export function isSubject(label: string, title: string): boolean {
  const plain = (text: string) => text.replace(/预算/g, "");
  const subject = plain(titleForm(title).replace(KIND_OF_TABLE, ""));
  const own = plain(normalise(label).replace(/[“”"《》()]/g, ""));
  return own.length >= SHORTEST_SUBJECT && subject.endsWith(own);
}

const UNIT_BEHIND = /\(?(?:金额)?单位[:：]?(?:人民币)?[亿万千]?元\)?$|\((?:人民币)?[亿万千]?元\)$/u;

/** A title without the unit of amount that is printed behind it on its line. */
function withoutUnit(title: string): string {
  const rest = title.replace(UNIT_BEHIND, "");
  return TABLE.test(rest.replace(CODE_BEHIND, "")) ? rest : title;
}

const TABLE = /表(?:\([^)]*\))*$/u;
/** The form's code alone, or behind the entity's name, makes no title. */
const CODE_BEHIND = /(?:财决)?公开[^表]{0,4}表$/u;

/** Whether a text could be a table's title: short, ends in 表, no sentence. */
export function isTitleLike(text: string): boolean {
  const title = withoutUnit(normalise(text));
  return title.length <= 60 && TABLE.test(title) && !/[。,;]/.test(title) && !/^(?:注|说明|备注)/u.test(title);
}

/** Words that make another form of what follows them: a prefix with one of them is no unit's name … */
const QUALIFIER =
  /收入|支出|收支|拨款|预算|基金|资本|基本|项目|决算|经费|明细|本级|汇总|经济|资金|专户|专项|资产|收益|采购|非税|债|食堂|伙食|工会|党费|工资|福利|补助|^全[省市区县州]/u;
/** … but for what ends as the names of units do: 经济和信息化局, 社会保险基金管理局, 项目中心（本级）. */
const UNIT =
  /.{2}(?:局|厅|委|部|处|科|室|办|院|所|站|馆|校|队|会|社|司|行|园|区|县|镇|乡|街道|中心|中学|小学|大学|医院|学院|公司|集团|政府)(?:机关)?(?:本级|本部|汇总)?$/u;

/**
 * Which of the titles the printed one is, or null. A unit's name may stand before it; a pattern says itself what may, and
 * calls what is to be a unit's name `entity`.
 */
export function matchTitle(
  printed: string,
  titles: readonly string[],
  patterns: readonly string[] = NO_PATTERNS,
): { length: number } | null {
  const form = titleForm(printed);
  let best: { length: number } | null = null;
  const found = (prefix: string) => {
    const length = form.length - prefix.length;
    if (isEntity(prefix) && (!best || length > best.length)) best = { length };
  };
  for (const pattern of compiled(patterns)) {
    const match = pattern.exec(form);
    if (match) found(match.groups?.entity ?? "");
  }
  for (const wanted of formsOf(titles)) {
    if (wanted !== "" && form.endsWith(wanted)) found(form.slice(0, form.length - wanted.length));
  }
  return best;
}

const NO_PATTERNS: readonly string[] = [];
const compiled = oncePer((patterns: readonly string[]) => patterns.map((pattern) => new RegExp(pattern, "u")));
const formsOf = oncePer((titles: readonly string[]) => titles.map(titleForm));

/** The rest of a title that a page's edge cut through: 算 of 预算, 24年度. */
const REST = /^(?:.|\d{1,3}年.*)$/u;

function isEntity(prefix: string): boolean {
  return prefix === "" || (!REST.test(prefix) && !QUALIFIER.test(prefix)) || UNIT.test(prefix);
}

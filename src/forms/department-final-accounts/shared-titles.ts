/** What regions call the nine forms: patterns for titles in comparison form (forms/read/title.ts), so without brackets and quotes. */

/** A title that an entity's name may precede. */
export function titled(way: string): string {
  return `^(?<entity>.*?)(?:${way})$`;
}

export const BOTH = "(?:收入支出|收支)";
/** 决算总表, 决算情况表, … */
export const ACCOUNT = "决算(?:总|总体情况|情况|明细)?表";
/** Without 决算, which the document's own title then says. */
export const OVERALL = "(?:总|总体情况)表";
/** What the rows are: （按支出功能分类科目）. */
export const BY_FUNCTION = "(?:按?(?:支出)?功能(?:分类)?(?:科目)?)?";
export const BY_ECONOMIC_CLASS = "(?:按?(?:支出)?(?:部门)?经济(?:分类)?(?:科目)?)?";

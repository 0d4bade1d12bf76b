import { functionalCodesByName, sameFunctionalName } from "../../classification/index.js";

/**
 * The 7-digit code of a 项 by its own name and those of its 款 and, where printed, 类. One name has many codes
 * (行政运行), so all must agree; null when none or several do.
 */
export function codeOfItem(classLabel: string | null, sectionLabel: string, itemLabel: string): string | null {
  const codes = functionalCodesByName(itemLabel).filter(
    (code) =>
      code.length === 7 &&
      sameFunctionalName(code.slice(0, 5), sectionLabel) &&
      (classLabel === null || sameFunctionalName(code.slice(0, 3), classLabel)),
  );
  return onlyOne(itemLabel, codes);
}

/** The 7-digit code of a 项 by its own name alone; null unless exactly one code has it. */
export function codeOfName(itemLabel: string): string | null {
  const codes = functionalCodesByName(itemLabel).filter((code) => code.length === 7);
  return onlyOne(itemLabel, codes);
}

/** 其他… is numbered 99 (政府收支分类科目); a former number of the same name gives way to it. */
function onlyOne(label: string, codes: readonly string[]): string | null {
  const chosen = codes.length > 1 && label.startsWith("其他") ? codes.filter((code) => code.endsWith("99")) : codes;
  const [first] = chosen;
  return chosen.length === 1 && first !== undefined ? first : null;
}

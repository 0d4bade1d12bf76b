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
  return codes.length === 1 ? (codes[0] ?? null) : null;
}

/** The 7-digit code of a 项 by its own name alone; null unless exactly one code has it. */
export function codeOfName(itemLabel: string): string | null {
  const codes = functionalCodesByName(itemLabel).filter((code) => code.length === 7);
  return codes.length === 1 ? (codes[0] ?? null) : null;
}

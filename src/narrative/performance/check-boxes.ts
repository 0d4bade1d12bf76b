import { BOX, BOX_CHECKED } from "./labels.js";

const OPTION = /\d[.、．]/gu;

/**
 * The options that are ticked in `1.部门预算项目☑2.财政专项资金□`, joined by 、; null when none is.
 * A cell without any box is its own answer.
 */
export function ticked(text: string): string | null {
  if (text === "") return null;
  if (!BOX.test(text)) return text;
  const options = text.split(OPTION).filter((option) => option !== "");
  const parts = options.length > 1 ? options : text.split(/(?<=[☑☒✓✔√■⊠▣◼●🗹□☐○◻▢])/u);
  const chosen = parts
    .filter((part) => BOX_CHECKED.test(part))
    .map((part) => [...part].filter((c) => !BOX.test(c)).join(""));
  return chosen.length === 0 ? null : chosen.join("、");
}

import { isCjk } from "./normalise.js";

/** A number's last and first stretch at a line break. */
const TAIL = /(?:^|[^\d.,])(\d[\d.,]*)$/;
const HEAD = /^([\d.,]*\d)/;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const PLAIN = /^\d+(\.\d*)?$/;

/** Decimals that amounts are printed with (SPEC §2.10: scale 2). */
const AMOUNT_SCALE = 2;

/**
 * Whether `tail` at a line's end and `head` at the next line's start can only be one number: the break stands at a
 * separator ("15,777," "676.24"), a group is short ("15,777,6" "76.24"), or one decimal lacks ("676.2" "4").
 * Two complete numbers under each other ("478.57" "478.57", "12" "34") are not joined.
 */
function isTornNumber(tail: string, head: string): boolean {
  const whole = tail + head;
  if (!GROUPED.test(whole) && !PLAIN.test(whole)) return false;
  if (/[.,]$/.test(tail) || /^[.,]/.test(head)) return true;
  const lastGroup = /,(\d+)$/.exec(tail)?.[1];
  if (lastGroup !== undefined) return lastGroup.length < 3;
  const decimals = /\.(\d+)$/.exec(tail)?.[1];
  return decimals !== undefined && /^\d+$/.test(head) && decimals.length + head.length === AMOUNT_SCALE;
}

/** Longer than any number and any character: what stands further from the break cannot matter. */
const CONTEXT = 64;

function glue(before: string, after: string): "" | " " {
  return glueOf(before.slice(-CONTEXT), after.slice(0, CONTEXT));
}

function glueOf(before: string, after: string): "" | " " {
  const last = [...before].at(-1) ?? "";
  const first = [...after][0] ?? "";
  if (isCjk(last) || isCjk(first)) return "";
  const tail = TAIL.exec(before)?.[1];
  const head = HEAD.exec(after)?.[1];
  if (tail !== undefined && head !== undefined) return isTornNumber(tail, head) ? "" : " ";
  if (/[([{/-]$/.test(before) || /^[)\]}%‰,.;:/]/.test(after)) return "";
  return " ";
}

/**
 * The lines of one cell or paragraph as one text: nothing between CJK characters, one space between Latin words and
 * between two numbers, and a number torn over lines whole again ("15,777," + "676.24" → "15,777,676.24").
 */
export function joinLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .reduce((joined, line) => (joined === "" ? line : joined + glue(joined, line) + line), "");
}

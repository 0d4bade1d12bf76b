import { InvalidArgumentError } from "commander";

/**
 * "6-20", "3" or "1-3,8" as page ranges, 1-based, ends included.
 * @throws InvalidArgumentError (commander's) that says how to write them
 */
export function parsePages(text: string): [first: number, last: number][] {
  return text.split(",").map((part) => {
    const [, from, to] = /^\s*([0-9]{1,6})\s*(?:-\s*([0-9]{1,6})\s*)?$/.exec(part) ?? [];
    const first = Number(from);
    const last = Number(to ?? from);
    if (from === undefined || first < 1 || last < first) {
      throw new InvalidArgumentError("Write 6-20, 3 or 1-3,8; the first page is 1.");
    }
    return [first, last];
  });
}

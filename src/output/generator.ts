import { readFileSync } from "node:fs";

let known: { name: string; version: string } | undefined;

/** Name and version of this package, as `generator` of document.json and `--version` give them. */
export function generator(): { name: string; version: string } {
  if (!known) {
    // dist/output/ and src/output/ lie equally deep in the package.
    const parsed: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    known = { name: text(parsed, "name"), version: text(parsed, "version") };
  }
  return known;
}

function text(value: unknown, key: string): string {
  const found =
    value && typeof value === "object" ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
  if (typeof found !== "string") throw new TypeError(`package.json has no ${key}`);
  return found;
}

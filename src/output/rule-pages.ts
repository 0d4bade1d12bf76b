import { readdirSync, readFileSync } from "node:fs";

/** One page per rule; dist/output/ and src/output/ lie equally deep in the package. */
const FOLDER = new URL("../../docs/rules/", import.meta.url);
const SUFFIX = ".md";
/** Pages that are no rule's. */
const OVERVIEWS: readonly string[] = ["identities", "pipeline", "README"];

/** Every rule that a finding can name, in the order of the file system's names made the same everywhere. */
export function ruleNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .filter((name) => !OVERVIEWS.includes(name))
    .sort();
}

export interface RulePage {
  /** What must hold, in one line. */
  readonly summary: string;
  /** What the page says before its examples. */
  readonly prose: string;
  /** The page in Markdown. */
  readonly text: string;
}

/** The page of a rule; null for a rule that has none, e.g. of a form that the caller registered. */
export function rulePage(rule: string): RulePage | null {
  if (!ruleNames().includes(rule)) return null;
  const text = readFileSync(new URL(encodeURIComponent(rule) + SUFFIX, FOLDER), "utf8");
  return { summary: /^ {4}(\S.*)$/m.exec(text)?.[1] ?? rule, prose: (text.split("\n```")[0] ?? text).trim(), text };
}

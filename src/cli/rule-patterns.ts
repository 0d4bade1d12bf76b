import { JuesuanError } from "../model/index.js";

/**
 * A test for rules by patterns in which `*` stands for anything: `N5.*`, `*.row`, `form.*`. Without patterns every rule passes.
 * @param known all rules there are: a pattern that none of them matches is a slip of the pen
 * @throws JuesuanError "usage" for such a pattern
 */
export function ruleMatcher(patterns: readonly string[], known: readonly string[]): (rule: string) => boolean {
  if (patterns.length === 0) return () => true;
  const tests = patterns.map(toRegExp);
  for (const [index, test] of tests.entries()) {
    if (known.some((rule) => test.test(rule))) continue;
    throw new JuesuanError(
      "usage",
      `no rule matches "${patterns[index]}": write e.g. F02.row, N5.* or form.*; docs/rules has a page for each`,
    );
  }
  return (rule) => tests.some((test) => test.test(rule));
}

function toRegExp(pattern: string): RegExp {
  const parts = pattern.trim().split("*");
  return new RegExp(`^${parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join(".*")}$`, "i");
}

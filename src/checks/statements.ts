import { amountOf } from "./amount.js";
import type { Context, EvaluatedOperand, Statement } from "./types.js";

/** A statement that fits a pattern, and what stood for each `*` of it. */
export interface Matched {
  statement: Statement;
  keys: readonly string[];
}

/** One that states a number, as an operand. */
export interface MatchedFigure extends Matched {
  operand: EvaluatedOperand;
}

/** One key of a path: `basic` in `components[basic]`, `purchase` in `vehicle.purchase`. */
const KEY = "([^.\\[\\]]+)";
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A statement as an operand, on the left unless said otherwise. */
export function statementOperand(said: Statement, side: "left" | "right" = "left"): EvaluatedOperand {
  return { side, place: said.place, value: said.value, label: said.path, header: null, unit: said.unit };
}

/** Statements whose path fits a pattern in which `*` stands for one key; in document order. */
export function statementsMatching(pattern: string, context: Context): Matched[] {
  if (!pattern.includes("*")) return context.facts(pattern).map((statement) => ({ statement, keys: [] }));
  const start = pattern.slice(0, pattern.indexOf("*"));
  const form = new RegExp(`^${pattern.split("*").map(literal).join(KEY)}$`);
  return context.statements.flatMap((statement) => {
    if (!statement.path.startsWith(start)) return [];
    const match = form.exec(statement.path);
    return match === null ? [] : [{ statement, keys: match.slice(1) }];
  });
}

/** Those of them that state a number. */
export function figuresMatching(pattern: string, context: Context): MatchedFigure[] {
  return statementsMatching(pattern, context).flatMap((matched) =>
    amountOf(matched.statement.value) === null ? [] : [{ ...matched, operand: statementOperand(matched.statement) }],
  );
}

/** Statements of a number whose path ends so, whatever they are about. */
export function figuresEnding(suffix: string, context: Context): MatchedFigure[] {
  return context.statements
    .filter(({ path, value }) => path.endsWith(suffix) && amountOf(value) !== null)
    .map((statement) => ({ statement, keys: [], operand: statementOperand(statement) }));
}

/** The same figure said again under the same path is one statement; another figure is another. */
export function differentFigures(matched: readonly MatchedFigure[]): MatchedFigure[] {
  const seen = new Set<string>();
  return matched.filter(({ operand }) => {
    const said = `${operand.label} ${amountOf(operand.value)?.toFixed() ?? ""} ${operand.unit ?? ""}`;
    if (seen.has(said)) return false;
    seen.add(said);
    return true;
  });
}

import type { FormTable, Section } from "../model/index.js";
import type { CheckInput, Context, Statement } from "./types.js";

/** Facts of all sections with the section that states them, in document order. */
function statementsOf(sections: readonly Section[]): Statement[] {
  return sections.flatMap((section) => [
    ...section.facts.map((fact) => ({
      path: fact.path.replace(/\s/g, ""),
      value: fact.value,
      unit: fact.unit,
      quote: fact.quote,
      section: section.id,
      place: { page: fact.page, section: section.id, path: fact.path },
    })),
    ...statementsOf(section.sections),
  ]);
}

const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
};

/** Index one disclosure for the rules. */
export function contextOf(input: CheckInput): Context {
  const tables: Map<string, FormTable[]> = groupBy(input.tables, ({ id }) => id);
  const sections = input.sections ?? [];
  const statements = statementsOf(sections);
  const facts = groupBy(statements, ({ path }) => path);
  return {
    document: input.document,
    all: input.tables,
    tables: (form) => tables.get(form) ?? [],
    performance: input.performance ?? [],
    sections,
    facts: (path) => facts.get(path) ?? [],
    statements,
  };
}

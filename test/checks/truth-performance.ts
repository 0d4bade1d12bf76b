import type { Fact, PerformanceIndicator, PerformanceTable } from "../../src/model/index.js";

type Weights = Record<string, string>;
type TruthIndicator = Omit<PerformanceIndicator, "level1Weight" | "level2Weight" | "page">;

interface Declared {
  selfScore: string;
  indicatorsSet: number;
  indicatorsAchieved: number;
}

/** A performance table of a truth: weights of the levels beside the indicators, declarations of the report's text beside the table. */
export interface TruthPerformance extends Omit<PerformanceTable, "goals" | "indicators"> {
  goals?: {
    no: number | null;
    weight: string;
    text: string | null;
    level1: Weights;
    level2: Weights;
    indicators: TruthIndicator[];
  }[];
  level1?: Weights;
  level2?: Weights;
  indicators?: TruthIndicator[];
  declared?: Declared;
}

const indicators = (list: TruthIndicator[], level1: Weights, level2: Weights): PerformanceIndicator[] =>
  list.map((indicator) => ({
    ...indicator,
    level1Weight: level1[indicator.level1 ?? ""] ?? null,
    level2Weight: level2[indicator.level2 ?? ""] ?? null,
    page: 1,
  }));

export function performanceOf({
  goals = [],
  level1 = {},
  level2 = {},
  indicators: own = [],
  declared: _declared,
  ...table
}: TruthPerformance): PerformanceTable {
  return {
    ...table,
    pageStart: 1,
    pageEnd: 1,
    goals: goals.map((goal) => ({
      no: goal.no,
      weight: goal.weight,
      text: goal.text,
      indicators: indicators(goal.indicators, goal.level1, goal.level2),
    })),
    indicators: indicators(own, level1, level2),
    deviationReasons: [],
    improvements: [],
    notes: [],
  };
}

/** What the reports' texts declare, under the paths of the narrative's projects. */
export function declarationsOf(
  tables: readonly TruthPerformance[],
  plain: (path: string, value: string) => Fact,
): Fact[] {
  const projects = tables.filter(({ kind }) => kind === "project");
  return projects.flatMap(({ declared }, index) =>
    declared === undefined
      ? []
      : (["selfScore", "indicatorsSet", "indicatorsAchieved"] as const).map((key) =>
          plain(`performance.projects[${index + 1}].${key}`, String(declared[key])),
        ),
  );
}

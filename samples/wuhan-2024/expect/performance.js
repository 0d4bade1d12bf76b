// The nine 绩效自评表 in the shape of schemas/performance.schema.json, without the page of each indicator.
import { deviationReasons, improvements } from "../typeset/performance.js";
import { performanceNotes } from "../typeset/words.js";

const indicators = (list, level1, level2) =>
  list.map((x) => ({
    level1: x.level1,
    level1Weight: level1[x.level1],
    level2: x.level2,
    level2Weight: level2[x.level2],
    name: x.name,
    weight: x.weight,
    target: x.target,
    actual: x.actual,
    score: x.score,
  }));

const ofDepartment = (t) => ({ basicExpenditure: t.basicExpenditure, projectExpenditure: t.projectExpenditure });
const ofProject = (t) => ({
  projectName: t.projectName,
  department: t.department,
  implementingUnits: t.implementingUnits,
  category: t.category,
  attribute: t.attribute,
  type: t.type,
});

/**
 * @param {object[]} list `performance` of figures.json
 * @param {(title: string, last: string) => {pageStart: number, pageEnd: number}} pagesOf
 */
export function performance(list, pagesOf) {
  return list.map((t, i) => ({
    id: t.id,
    kind: t.kind,
    title: t.title,
    entity: t.entity ?? t.department,
    filledOn: t.filledOn,
    ...pagesOf(`${t.title}单位名称`, "改进措施及结果应用方案"),
    ...(t.goals ? ofDepartment(t) : ofProject(t)),
    execution: t.execution,
    goals: (t.goals ?? []).map((g) => ({
      no: g.no,
      weight: g.weight,
      text: g.text,
      indicators: indicators(g.indicators, g.level1, g.level2),
    })),
    indicators: t.goals ? [] : indicators(t.indicators, t.level1, t.level2),
    totalScore: t.totalScore,
    deviationReasons: deviationReasons(i),
    improvements: improvements(i),
    notes: performanceNotes,
  }));
}

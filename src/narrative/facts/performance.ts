import { defineFacts, measures, mention, type Subject } from "./section-facts.js";
import { COUNT } from "./template.js";

const GRADES: readonly (readonly [key: string, name: string])[] = [
  ["unqualified", "不合格"],
  ["qualified", "合格"],
  ["excellent", "优秀?"],
  ["good", "良好?"],
  ["medium", "中"],
  ["poor", "差"],
];

const STAGES: readonly (readonly [key: string, name: string])[] = [
  ["targets", "编报绩效目标的?"],
  ["tracking", "绩效(?:跟踪评价|跟踪|监控|运行监控)的?"],
  ["selfEvaluation", "绩效自评价?的?"],
  ["evaluation", "绩效评价的?"],
];

/** `编报绩效目标的2024年度项目39个,涉及预算金额4415.48万元`. */
const stages = STAGES.map(
  ([key, name]) =>
    `${name}(?:20\\d\\d年度?)?项目(?:共|为)?{/performance.${key}.projects:count},涉及(?:项目)?(?:预算)?(?:金额|资金)(?:为)?{/performance.${key}.amount:amt}`,
);
const grades = GRADES.map(
  ([key, name]) => `(?:评级|等级|结果)为"${name}"的?项目(?:共|为)?{/performance.selfEvaluation.grades.${key}:count}`,
);

const BUDGET = "(?:全年|年度|调整后?)?预算(?:数)?(?:为|是)?";

/** `1.机关业务工作经费项目绩效自评综述:项目全年预算数8,188.97万元,实际支出资金8,125.35万元,预算执行率99.2%`. */
const PROJECT: Subject = {
  path: (_, index) => `performance.projects[${index + 1}]`,
  mention: mention(
    `(?<=\\n|^|。)\\d{1,2}[.、](?<label>[^\\d,;。:\\n]{2,40}?)(?:项目)?(?:绩效自评(?:综述|情况)?)?:(?=(?:项目)?${BUDGET}\\d)`,
  ),
  measures: measures(
    `^(?:项目)?${BUDGET}{.budget:amt}`,
    "(?:执行数|实际支出(?:资金|数)?|支出数|决算数)(?:为|是)?{.executed:amt}",
    "(?:预算执行率|执行率|完成预算的)(?:为|是)?{.ratePct:pct}",
  ),
  labels: () => [{ suffix: ".name", group: "label" }],
  judged: false,
};

/** What was done, in numbers: `全市城镇新增就业28.6万人`, `大学生留汉创业就业人数达到31.3万人`. */
const OUTPUT: Subject = {
  path: (_, index) => `performance.keyOutputs[${index + 1}]`,
  mention: mention(
    `(?<=[,;。:\\n]|^)(?![^,;。\\n]*(?:项目\\d|整改|问题|得分|完成了|单位|绩效指标|一级项目|万元))(?:全年|本年|当年|累计)?(?:已|共)?(?:建设|评选出|选出|完成|组织|举办|开展)?(?<label>[^,;。:\\n\\d"]{3,30}?)(?:达到|达|为|共计)?(?=${COUNT}[,;。])`,
  ),
  measures: measures("^{.value:count}"),
  labels: () => [{ suffix: ".label", group: "label" }],
  judged: false,
  sentence: true,
};

/** 预算绩效情况: Shanghai's one sentence, Wuhan's report of the department and its projects (SPEC §4 `performance`). */
export default defineFacts({
  sections: ["performance", "other-matters"],
  subjects: [PROJECT, OUTPUT],
  distributed: { path: "performance.keyOutputs", suffix: ".value" },
  statements: measures(
    ...stages,
    ...grades,
    "(?:编报绩效目标的项目)(?:共)?{/performance.targets.projects:count},涉及(?:项目)?预算(?:资金|金额){/performance.targets.amount:amt}",
    "对{/performance.preEvaluation.projects:count}项目开展了?(?:预算)?事前(?:绩效)?评估",
    "对{/performance.targets.projects:count}项目(?:编制|编报|填报|设定)了?绩效目标",
    "(?:选取|对){/performance.tracking.projects:count}项目开展了?绩效(?:运行)?监控",
    "对{/performance.selfEvaluation.projects:count}项目开展了?绩效自评",
    "平均得分(?:为)?{/performance.selfEvaluation.averageScore:score}",
    "(?:共)?发现问题(?:共)?{/performance.selfEvaluation.problemsFound:count}",
    "已(?:经)?完成整改(?:的)?{/performance.selfEvaluation.rectified:count}",
    "正在整改(?:的)?{/performance.selfEvaluation.rectifying:count}",
    "(?:共)?涉及项目(?:共)?{/performance.selfEvaluatedProjects:count},(?:涉及)?资金(?:共计|为)?{/performance.selfEvaluatedAmount:amt}(?:,占[^,;。\\d]{0,24}?{/performance.shareOfProjectExpenditure:pct})?",
    "组织对{/performance.department.unitsEvaluated:count}(?:单位|部门)[^。\\n]{0,20}?整体支出绩效(?:自评|评价),(?:涉及)?资金(?:为)?{/performance.department.amount:amt}",
    "年初预算(?:总额|数)?(?:为)?{/performance.department.openingBudget:amt},(?:预算)?调整(?:后)?(?:预算)?数?(?:为)?{/performance.department.adjustedBudget:amt},决算数(?:为)?{/performance.department.final:amt}",
    "基本支出(?:总额)?(?:为)?{/performance.department.basic:amt},项目支出(?:总额)?(?:为)?{/performance.department.project:amt}",
    "(?<=。)预算执行率(?:为)?{/performance.department.executionRatePct:pct}",
    "整体(?:支出)?绩效自评得分(?:为)?{/performance.department.selfScore:score}",
    "(?:部门)?共?设置{/performance.department.indicatorsSet:count}绩效指标,(?:共)?完成了?{/performance.department.indicatorsAchieved:count}",
    "涉及(?:财政性)?资金(?:合计|共计)?(?:为)?{/performance.targets.amount:amt}",
    "涉及{/performance.topLevelProjects:count}一级项目",
  ),
});

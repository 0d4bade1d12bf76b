/**
 * What the cells of a 绩效自评表 are called, region by region, as data. Compared with a cell's whole text in normal form
 * (half-width brackets, no white space), weights in brackets left out.
 */

/** Label cells whose value stands in the next cell. */
export const FIELDS = {
  entity: /^(?:部门\(单位\)|单位\(部门\)|单位|部门)名称$|^填报单位$/u,
  filledOn: /^(?:填报|填表)(?:日期|时间)$/u,
  basicExpenditure: /^基本支出(?:总额|合计)?$/u,
  projectExpenditure: /^项目支出(?:总额|合计)?$/u,
  projectName: /^(?:项目|专项)(?:名称)$/u,
  department: /^主管(?:部门|单位)(?:及代码)?$/u,
  implementingUnits: /^(?:项目)?(?:实施|执行|承担)单位$|^(?:项目|资金使用)单位$/u,
  category: /^项目(?:类别|类型划分)$/u,
  attribute: /^项目属性$/u,
  type: /^项目类型$/u,
} as const;
export type FieldName = keyof typeof FIELDS;

/** Columns of the execution block. `openingBudget` is told apart so that it is not taken for the budget that the rate uses. */
export const EXECUTION_COLUMNS = {
  openingBudget: /^年初预算(?:数|金额)?$/u,
  budget: /^(?:全年|调整后?)?预算(?:数|金额)?(?:\([A-Z]\))?$/u,
  executed: /^(?:全年)?(?:执行|决算|支出)(?:数|金额)?(?:\([A-Z]\))?$/u,
  weight: /^(?:分值|权重)(?:\(\d+\))?$/u,
  ratePct: /^(?:预算)?执行率(?:\(?[A-Z]\/[A-Z]\)?|%|\([^()]*\))*$/u,
  score: /^(?:自评)?得分(?:\(.*\))?$/u,
} as const;
export type ExecutionColumn = keyof typeof EXECUTION_COLUMNS;
/** Names of the money where it stands behind them, and not below. */
export const MONEY_BEFORE_VALUE = {
  ...EXECUTION_COLUMNS,
  budget: /^(?:全年|调整后?)?预算(?:数|金额)(?:\([A-Z]\))?$/u,
  executed: /^(?:全年)?执行(?:数|金额)(?:\([A-Z]\))?$/u,
} as const;

/** Columns of the indicators. */
export const INDICATOR_COLUMNS = {
  level1: /^一级指标$/u,
  level2: /^二级指标$/u,
  name: /^三级指标$|^(?:绩效|具体)?指标(?:名称|内容)?$/u,
  target: /^(?:年初|年度|全年|预期|计划)?(?:绩效)?(?:目标|指标)值(?:\([A-Z]\))?$/u,
  actual: /^(?:全年|年度)?(?:实际)?完成(?:指标)?(?:值|情况)(?:\([A-Z]\))?$|^实际(?:值|完成)$/u,
  weight: /^(?:分值|权重)(?:\(\d+\))?$/u,
  score: /^(?:自评)?得分$/u,
  note: /^偏差(?:较大)?(?:的)?原因(?:分析)?(?:[及和与](?:拟采取的)?改进措施)?$|^(?:指标)?未完成原因.*$/u,
} as const;
export type IndicatorColumn = keyof typeof INDICATOR_COLUMNS;

/** 年度目标1:(20分), 年度总体目标 */
export const GOAL = /^(?:年度|总体|年度总体)(?:绩效)?目标(\d+)?(?:完成情况)?:?$/u;
/** Over the text of a goal, and over what became of it. */
export const GOAL_COLUMNS = {
  outcome: /^(?:目标)?(?:全年|年度)?实际完成情况$|^(?:目标|全年)完成情况$/u,
  text: /^(?:预期|设定|年初设定|年度|总体|年初)(?:的)?(?:绩效)?目标$/u,
} as const;
export const TOTAL = /^(?:总分|合计得分|总得分|合计|自评总分)$/u;
/** The sum of a block, and of the whole table only where no 总分 is printed. */
export const SUM = /^合计$/u;
/** Who filled the table in: its foot. */
export const FOOT = /^(?:填报|填表|填写|经办|审核|联系)人|^(?:项目|部门|单位)?负责人|^联系(?:电话|方式)/u;
export const REASONS = /^偏差(?:大|较大)?(?:或目标未完成)?(?:的)?原因(?:分析)?$|^(?:目标)?未完成(?:的)?原因(?:分析)?$/u;
export const IMPROVEMENTS = /^(?:下一步)?(?:拟)?改进措施(?:及结果应用(?:方案|情况)?)?$/u;
export const NOTES = /^(?:备注|注|说明):?$/u;
/** What the money is of: the first row of the execution block. */
export const EXECUTION_BLOCK = /^预算执行(?:情况)?/u;

/** Titles: 部门整体绩效自评表, 项目自评表, 绩效评价表. */
export const TITLE = /(?:自评|绩效(?:目标)?(?:完成情况)?(?:自评|评价))(?:情况|结果)?表(?:\([^()]*\))?$/u;
export const OVERALL = /整体(?:支出)?(?:绩效)?/u;

/** Weights printed inside labels: `(8分)`, `(1 0分)`, `(20分*执行率)`. */
export const WEIGHT = /\((\d+(?:\.\d+)?)分(?:\*[^()]*)?\)/u;
export const BOX_CHECKED = /[☑☒✓✔√■⊠▣◼●🗹]/u;
export const BOX = /[☑☒✓✔√■⊠▣◼●🗹□☐○◻▢]/u;

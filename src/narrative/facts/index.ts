import type { Node } from "../tree.js";
import agencyOperation from "./agency-operation.js";
import assets from "./assets.js";
import { fiscalAppropriationBasic, generalBudgetBasic } from "./basic.js";
import budgetStatement from "./budget-statement.js";
import expenditure from "./expenditure.js";
import fiscalAppropriation, { fiscalAppropriationExpenditure } from "./fiscal-appropriation.js";
import { governmentFund, stateCapital } from "./funds.js";
import generalBudget from "./general-budget.js";
import income from "./income.js";
import overview from "./overview.js";
import performance from "./performance.js";
import { performanceReport } from "./performance-report.js";
import procurement from "./procurement.js";
import type { SectionFacts } from "./section-facts.js";
import threePublic, { meetingAndTraining } from "./three-public.js";

const ALL: readonly SectionFacts[] = [
  overview,
  income,
  expenditure,
  fiscalAppropriation,
  fiscalAppropriationExpenditure,
  fiscalAppropriationBasic,
  generalBudget,
  generalBudgetBasic,
  governmentFund,
  stateCapital,
  threePublic,
  meetingAndTraining,
  agencyOperation,
  procurement,
  assets,
  performance,
  budgetStatement,
];

/** What is said in the sections of this id; empty for a section of no known content. */
export function factsOf(node: Node): readonly SectionFacts[] {
  const report = /^performance-report(?:-(\d+))?$/u.exec(node.id);
  if (report !== null) return [performanceReport(`performanceReports[${report[1] ?? 1}]`)];
  const id = node.id.replace(/-\d+$/u, "");
  return ALL.filter((facts) => facts.sections.includes(id));
}

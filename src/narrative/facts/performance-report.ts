import { defineFacts, measures, type SectionFacts } from "./section-facts.js";

/** 绩效评价报告 of the department or of one project, with its score, money and indicator counts (SPEC §5.2 P4–P6). */
export function performanceReport(root: string): SectionFacts {
  const at = `/${root}`;
  return defineFacts({
    sections: [],
    subjects: [],
    statements: measures(
      `自评得分(?:为)?{${at}.selfScore:score}`,
      `年初预算(?:总额|数)?(?:为)?{${at}.openingBudget:amt}`,
      `(?:预算调整|调整后?预算)(?:总额|数)?(?:为)?{${at}.adjustedBudget:amt}`,
      `(?:决算数|执行数|实际执行金额|实际支出(?:资金|数)?)(?:为)?{${at}.executed:amt}`,
      `(?<!年初|调整|调整后)预算数(?:为)?{${at}.budget:amt}`,
      `基本支出(?:总额)?(?:为)?{${at}.basic:amt},项目支出(?:总额)?(?:为)?{${at}.project:amt}`,
      `预算执行率(?:为)?{${at}.executionRatePct:pct}`,
      `包含{${at}.subProjects:count}二级项目`,
      `共?设置{${at}.indicatorsSet:count}绩效指标,(?:共)?完成(?:了|的绩效指标有)?{${at}.indicatorsAchieved:count}`,
    ),
  });
}

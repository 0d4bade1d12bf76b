import { describe, expect, it } from "vitest";
import type { FlowItem } from "../../../src/model/index.js";
import { readPerformance } from "../../../src/narrative/index.js";
import { block, gridOf } from "../flow.js";

const grid = (text: string, page = 1): FlowItem => ({
  type: "grid",
  grid: gridOf(
    text
      .trim()
      .split("\n")
      .map((row) => row.split("|").map((cell) => cell.trim())),
    page,
  ),
});

const PROJECT = `
  项目名称 | 样例经费 | < | < | < | <
  主管部门 | 样例局 | < | 项目实施单位 | 甲中心、乙中心 | <
  项目类别 | 1.部门预算项目☑2.财政专项资金□ | < | < | < | <
  预算执行情况（万元）（20分） |  | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
  ^ | 年度财政资金总额 | 8,188.97 | 8125.35 | 99.2% | 19.84
  一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
  产出指标（40分） | 数量指标（28分） | 开展次数（20分） | ≥100次 | 150次 | 20
  ^ | ^ | 培训人次（8分） | 2万人次 | 2.5万人次 | 8
  ^ | 质量指标（12分） | 提升水平（12分） | 有效提升 | 有效提升 | 10
  总分 | < | < | 57.84 | < | <
  偏差大或目标未完成原因分析 | < | < | 1.甲未完成。2.乙未完成。 | < | <
  改进措施及结果应用方案 | < | < | 加强管理。 | < | <`;

describe("performance tables", () => {
  it("reads a project: fields, execution, indicators, reasons, notes", () => {
    const [table] = readPerformance([
      block("2024年度样例经费项目自评表"),
      block("单位名称：样例局 填报日期：2025年5月30日"),
      grid(PROJECT),
      block("注：1.口径说明。"),
      block("2.计分说明。"),
      block("三、下一项目"),
    ]).tables;
    expect(table).toMatchObject({
      id: "performance.project.1",
      kind: "project",
      title: "2024年度样例经费项目自评表",
      entity: "样例局",
      filledOn: "2025-05-30",
      projectName: "样例经费",
      department: "样例局",
      implementingUnits: ["甲中心", "乙中心"],
      category: "部门预算项目",
      attribute: null,
      execution: {
        label: "年度财政资金总额",
        budget: "8188.97",
        executed: "8125.35",
        ratePct: "99.2",
        weight: "20",
        score: "19.84",
      },
      totalScore: "57.84",
      deviationReasons: ["1.甲未完成。", "2.乙未完成。"],
      improvements: ["加强管理。"],
      notes: ["1.口径说明。", "2.计分说明。"],
    });
    expect(
      table?.indicators.map(({ level1, level2, name, weight, target, actual, score }) => [
        level1,
        level2,
        name,
        weight,
        target?.comparator,
        target?.value,
        actual?.unit,
        score,
      ]),
    ).toEqual([
      ["产出指标", "数量指标", "开展次数", "20", ">=", "100", "次", "20"],
      ["产出指标", "数量指标", "培训人次", "8", null, "2", "万人次", "8"],
      ["产出指标", "质量指标", "提升水平", "12", null, null, null, "10"],
    ]);
  });

  it("reads a department's goals, each with its indicators", () => {
    const [table] = readPerformance([
      block("样例局部门整体绩效自评表"),
      grid(`
        单位名称 | 样例局 | < | < | < | <
        基本支出总额 | 47,821.91 | < | 项目支出总额 | 47,127.58 | <
        年度目标1：（20分） | 稳就业。 | < | < | < | <
        一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分
        产出指标（20分） | 数量指标（20分） | 新增就业（20分） | ≥22万人 | 28.6万人 | 20
        年度目标2：（13分） | 强保障。 | < | < | < | <
        一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分
        效益指标（13分） | 社会效益指标（13分） | 投诉率（13分） | ≤1‰ | 0.7‰ | 13`),
    ]).tables;
    expect(table).toMatchObject({
      id: "performance.department",
      basicExpenditure: "47821.91",
      projectExpenditure: "47127.58",
    });
    expect(
      table?.goals.map(({ no, weight, text, indicators }) => [no, weight, text, indicators.map(({ name }) => name)]),
    ).toEqual([
      [1, "20", "稳就业。", ["新增就业"]],
      [2, "13", "强保障。", ["投诉率"]],
    ]);
    expect(table?.goals[1]?.indicators[0]?.target).toEqual({
      raw: "≤1‰",
      comparator: "<=",
      value: "1",
      unit: "‰",
      qualitative: null,
    });
  });

  it("reads weights from a column of their own, and levels by weight where cells are not merged", () => {
    const [table] = readPerformance([
      block("项目支出绩效自评表"),
      grid(`
        年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | 备注
        10 | 12 | 12 | 10 | 100% | 10 |
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
         |  | 甲 | 1个 | 1个 | 10 | 10
        产出指标（30分） | 数量指标（20分） | 乙 | 1个 | 1个 | 10 | 10
         | 质量指标（10分） | 丙 | 100% | 100% | 10 | 10
        效益指标（5分） | 社会效益指标（5分） | 丁 | 提升 | 提升 | 5 | 5`),
    ]).tables;
    expect(table?.execution).toMatchObject({ budget: "12", executed: "12", weight: "10", score: "10" });
    expect(table?.indicators.map(({ level1, level2, name, weight }) => [level1, level2, name, weight])).toEqual([
      ["产出指标", "数量指标", "甲", "10"],
      ["产出指标", "数量指标", "乙", "10"],
      ["产出指标", "质量指标", "丙", "10"],
      ["效益指标", "社会效益指标", "丁", "5"],
    ]);
  });

  it("goes on with cells that a page break cut", () => {
    const cut = readPerformance([
      grid(`
        项目实施单位 | 甲中心、
         | 乙中心
        一级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分
        产出指标 | 甲 | 1个 | 1个 | 1`),
    ]).tables[0];
    expect(cut?.implementingUnits).toEqual(["甲中心", "乙中心"]);
  });

  it("takes other tables for none", () => {
    expect(readPerformance([block("收入决算表"), grid("项目 | 决算数\n税收 | 1.00")]).tables).toEqual([]);
  });
});

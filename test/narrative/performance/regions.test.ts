import { describe, expect, it } from "vitest";
import { checkDisclosure } from "../../../src/checks/index.js";
import type { FlowItem, PerformanceIndicator, PerformanceTable } from "../../../src/model/index.js";
import { readPerformance } from "../../../src/narrative/index.js";
import { block, gridOf } from "../flow.js";

const tableOf = (title: string, text: string): PerformanceTable | undefined => {
  const rows = text
    .trim()
    .split("\n")
    .map((row) => row.split("|").map((cell) => cell.trim()));
  const grid: FlowItem = { type: "grid", grid: gridOf(rows) };
  return readPerformance([block(title), grid]).tables[0];
};

const shown = ({ level1, level2, name, weight, target, actual, score }: PerformanceIndicator) =>
  [level1, level2, name, weight, target?.raw, actual?.raw, score].map((text) => text ?? "").join("|");

const faultsOf = (table: PerformanceTable | undefined) =>
  checkDisclosure({
    document: {
      kind: "final-accounts",
      scope: null,
      fiscalYear: 2023,
      title: null,
      entity: null,
      amountUnit: null,
    },
    tables: [],
    sections: [],
    performance: table === undefined ? [] : [table],
  }).map(({ message }) => message);

/** Shapes that other regions use, with made-up figures. */
describe("performance tables of other regions", () => {
  it("reads 年度资金总额 with its parts, one goal of all with what became of it, and reasons beside the indicators", () => {
    const table = tableOf(
      "省级部门项目支出绩效自评表",
      `
      项目名称 | 数字监管平台运维 | < | < | < | < | < | < | <
      主管部门 | 某省某厅 | < | < | 实施单位 | 某省某中心 | < | < | <
      项目资金（万元） | | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
      ^ | 年度资金总额 | < | 120.00 | 110.00 | 104.50 | 10 | 95.00% | 9.50
      ^ | 其中：当年财政拨款 | < | 100.00 | 90.00 | 84.50 | — | 93.89% | —
      ^ | 上年结转资金 | < | 20.00 | 20.00 | 20.00 | — | 100% | —
      ^ | 其他资金 | < | 0.00 | 0.00 | 0.00 | — | — | —
      年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
      ^ | 保障平台稳定运行，服务企业2000家。 | < | < | < | 平台全年稳定运行，服务企业2100家。 | < | < | <
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
      ^ | 产出指标 | 数量指标 | 服务企业数量 | ≥2000家 | 2100家 | 15 | 15 |
      ^ | ^ | 质量指标 | 系统可用率 | ≥99.5% | 99.9% | 15 | 15 |
      ^ | ^ | 时效指标 | 故障响应时间 | ≤2小时 | 1.5小时 | 10 | 10 |
      ^ | ^ | 成本指标 | 运维成本 | ≤110万元 | 104.5万元 | 10 | 10 |
      ^ | 效益指标 | 社会效益指标 | 监管效率 | 明显提升 | 明显提升 | 20 | 18 | 数据共享不足，加强协调
      ^ | ^ | 可持续影响指标 | 制度健全性 | 健全 | 健全 | 10 | 10 |
      ^ | 满意度指标 | 服务对象满意度指标 | 企业满意度 | ≥90% | 88% | 10 | 9.78 | 样本偏少
      总分 | < | < | < | < | < | 100 | 97.28 |`,
    );
    expect(table).toMatchObject({
      projectName: "数字监管平台运维",
      execution: {
        label: "年度资金总额",
        budget: "110.00",
        executed: "104.50",
        ratePct: "95.00",
        weight: "10",
        score: "9.50",
      },
      goals: [
        { text: "保障平台稳定运行，服务企业2000家。", outcome: "平台全年稳定运行，服务企业2100家。", indicators: [] },
      ],
      totalScore: "97.28",
      deviationReasons: ["数据共享不足，加强协调", "样本偏少"],
    });
    expect(table?.indicators.map(shown)).toEqual([
      "产出指标|数量指标|服务企业数量|15|≥2000家|2100家|15",
      "产出指标|质量指标|系统可用率|15|≥99.5%|99.9%|15",
      "产出指标|时效指标|故障响应时间|10|≤2小时|1.5小时|10",
      "产出指标|成本指标|运维成本|10|≤110万元|104.5万元|10",
      "效益指标|社会效益指标|监管效率|20|明显提升|明显提升|18",
      "效益指标|可持续影响指标|制度健全性|10|健全|健全|10",
      "满意度指标|服务对象满意度指标|企业满意度|10|≥90%|88%|9.78",
    ]);
    expect(faultsOf(table)).toEqual([]);
  });

  it("takes basic and project expenditure from the executed column, and the rate in %", () => {
    const table = tableOf(
      "2022年度部门整体支出绩效自评表",
      `
      部门（单位）名称 | 某市某局 | < | < | < | < | < | <
      预算执行情况（万元） | 预算执行 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率（%） | 得分
      ^ | 资金总额 | 1,200.00 | 1,350.00 | 1,300.00 | 10 | 96.30 | 9.63
      ^ | 基本支出 | 700.00 | 720.00 | 715.00 | | |
      ^ | 项目支出 | 500.00 | 630.00 | 585.00 | | |
      年度总体目标 | 年初设定目标 | < | < | 全年实际完成情况 | < | < | <
      ^ | 目标1：完成基层治理。目标2：提升服务。 | < | < | 全部完成。 | < | < | <
      年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年完成值 | 分值 | 得分
      ^ | 运行成本 | 公用经费 | 公用经费控制率 | ≤100% | 98.2% | 10 | 10
      ^ | 管理效率 | 预算管理 | 预算编制完整性 | 完整 | 完整 | 10 | 10
      ^ | 履职效能 | 重点任务 | 检查次数 | 12次 | 12次 | 40 | 40
      ^ | 社会效应 | 满意度 | 群众满意度 | 大于等于95% | 96% | 30 | 30
      合计 | < | < | < | < | < | 100 | 99.63`,
    );
    expect(table).toMatchObject({
      kind: "department-overall",
      entity: "某市某局",
      basicExpenditure: "715.00",
      projectExpenditure: "585.00",
      execution: { budget: "1350.00", executed: "1300.00", ratePct: "96.30", weight: "10", score: "9.63" },
      goals: [{ text: "目标1：完成基层治理。目标2：提升服务。", outcome: "全部完成。" }],
      totalScore: "99.63",
    });
    expect(table?.indicators.map(shown)).toEqual([
      "运行成本|公用经费|公用经费控制率|10|≤100%|98.2%|10",
      "管理效率|预算管理|预算编制完整性|10|完整|完整|10",
      "履职效能|重点任务|检查次数|40|12次|12次|40",
      "社会效应|满意度|群众满意度|30|大于等于95%|96%|30",
    ]);
    expect(faultsOf(table)).toEqual([]);
  });

  it("reads a table without scores, whose money stands behind its names", () => {
    const table = tableOf(
      "项目绩效自评表",
      `
      项目名称： | 基层卫生补助 | < | < | < | < | <
      主管部门及代码 | 030某卫生健康委 | < | < | 实施单位 | 某县卫生院 | <
      项目预算执行情况（万元） | 预算数： | 50.00 | < | 执行数： | 50.00 | <
      ^ | 其中：财政拨款 | 50.00 | < | 其中：财政拨款 | 50.00 | <
      ^ | 其他资金 | 0 | < | 其他资金 | 0 | <
      年度总体目标完成情况 | 预期目标 | < | < | 目标实际完成情况 | < | <
      ^ | 补助乡村医生。 | < | < | 已补助120人。 | < | <
      年度绩效指标完成情况 | 一级指标 | 二级指标 | 指标内容 | 预期指标值 | 实际完成指标值 | 备注
      ^ | 项目完成指标 | 数量指标 | 补助人数 | 120人 | 120人 |
      ^ | 效益指标 | 社会效益指标 | 服务覆盖率 | 95%以上 | 97% |
      ^ | 满意度指标 | 满意度指标 | 群众满意度 | ≥90% | 92% |`,
    );
    expect(table).toMatchObject({
      projectName: "基层卫生补助",
      implementingUnits: ["某县卫生院"],
      execution: { budget: "50.00", executed: "50.00", ratePct: null, score: null },
      goals: [{ text: "补助乡村医生。", outcome: "已补助120人。" }],
      totalScore: null,
    });
    expect(table?.indicators.map(shown)).toEqual([
      "项目完成指标|数量指标|补助人数||120人|120人|",
      "效益指标|社会效益指标|服务覆盖率||95%以上|97%|",
      "满意度指标|满意度指标|群众满意度||≥90%|92%|",
    ]);
  });

  it("does not take the sum of the weights for a score that is blank", () => {
    const table = tableOf(
      "项目支出绩效自评表",
      `
      项目名称 | 样例经费 | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 | 得分
      产出指标 | 数量指标 | 次数 | 3次 | 90 |
      总分 | < | < | < | 100 | `,
    );
    expect(table?.totalScore).toBeNull();
  });

  /** A part of a table on its own page, whose walls stand at `walls`. pt. */
  const partOf = (page: number, walls: readonly number[], text: string): FlowItem => {
    const rows = text
      .trim()
      .split("\n")
      .map((row) => row.split("|").map((cell) => cell.trim()));
    const grid = gridOf(rows, page);
    const cells = grid.cells.map((cell) => ({
      ...cell,
      box: [walls[cell.column] ?? 0, cell.box[1], walls[cell.column + cell.columnSpan] ?? 0, cell.box[3]] as const,
    }));
    return { type: "grid", grid: { ...grid, cells } };
  };

  it("goes on below a page break that cut the table into other columns, and over the rest of a cell", () => {
    const { tables } = readPerformance([
      block("样例经费项目支出绩效自评表（2023年度）"),
      partOf(
        1,
        [0, 100, 300, 400, 500],
        `
        项目名称 | 样例经费 | < | <
        项目资金 |  | 全年预算数 | 全年执行数`,
      ),
      block("（万元）"),
      partOf(
        2,
        [0, 100, 200, 300, 400, 500],
        `
         | 年度资金总额 | < | 100.00 | 90.00
        一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值
        产出指标 | 数量指标 | 次数 | 3次 | 3次`,
      ),
    ]);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({
      title: "样例经费项目支出绩效自评表（2023年度）",
      projectName: "样例经费",
      execution: { label: "年度资金总额", budget: "100.00", executed: "90.00" },
    });
    expect(tables[0]?.indicators.map(shown)).toEqual(["产出指标|数量指标|次数||3次|3次|"]);
  });
});

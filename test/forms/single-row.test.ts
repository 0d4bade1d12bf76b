import { describe, expect, it } from "vitest";
import { readWritten, told } from "./reading.js";

const EXPECTED = {
  "budget.total": "3.00",
  "budget.abroad": null,
  "budget.vehicleSubtotal": "2.00",
  "budget.vehiclePurchase": "0.00",
  "budget.vehicleOperation": "2.00",
  "budget.reception": "1.00",
  "final.total": "2.00",
  "final.abroad": null,
  "final.vehicleSubtotal": "1.50",
  "final.vehiclePurchase": "0.00",
  "final.vehicleOperation": "1.50",
  "final.reception": "0.50",
};

const values = (text: string) => readWritten(text).table.rows[0]?.values;

describe("one row under a header tree (三公)", () => {
  it("in two blocks: 预算数, then 决算数", () => {
    const { table, findings } = readWritten(`
      财政拨款“三公”经费支出决算表
      公开09表 单位：万元
      | 预算数 | < | < | < | < | < | 决算数 | < | < | < | < | < |
      | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 |
      | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ |
      | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
      | 3.00 | | 2.00 | 0.00 | 2.00 | 1.00 | 2.00 | | 1.50 | 0.00 | 1.50 | 0.50 |
    `);
    expect(table.rows).toHaveLength(1);
    expect(table.rows[0]).toMatchObject({ key: "values", role: "total", values: EXPECTED });
    expect(table.columns[2]?.header).toEqual(["预算数", "公务用车购置及运行维护费", "小计"]);
    expect(findings).toEqual([]);
  });

  it("beside last year's and next year's: the year of the last 决算 is meant", () => {
    const items = "合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费";
    const vehicles = "^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^";
    const phases = ["2023年决算数", "2024年预算数", "2024年决算数", "2025年预算数"];
    const amounts = [
      "9.00 | | 9.00 | 0.00 | 9.00 |",
      "3.00 | | 2.00 | 0.00 | 2.00 | 1.00",
      "2.00 | | 1.50 | 0.00 | 1.50 | 0.50",
      "8.00 | | 8.00 | 0.00 | 8.00 |",
    ];
    const { table } = readWritten(`
      财政拨款“三公”经费支出决算表
      公开09表 单位：万元
      | ${phases.map((phase) => `${phase} | < | < | < | < | <`).join(" | ")} |
      | ${phases.map(() => items).join(" | ")} |
      | ${phases.map(() => vehicles).join(" | ")} |
      | ${amounts.join(" | ")} |
    `);
    expect(table.rows[0]?.values).toMatchObject(EXPECTED);
  });

  it("interleaved: 预算数 and 决算数 under each item", () => {
    expect(
      values(`
        “三公”经费支出决算表
        | 合计 | < | 因公出国（境）费 | < | 公务用车购置及运行费 | < | < | < | < | < | 公务接待费 | < |
        | ^ | ^ | ^ | ^ | 小计 | < | 公务用车购置费 | < | 公务用车运行费 | < | ^ | ^ |
        | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 |
        | 3.00 | 2.00 | | | 2.00 | 1.50 | 0.00 | 0.00 | 2.00 | 1.50 | 1.00 | 0.50 |
      `),
    ).toEqual(EXPECTED);
  });

  it("with 预算数 and 决算数 as rows, further items beside them kept", () => {
    const { table } = readWritten(`
      一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表
      | 项目 | 财政拨款安排的“三公”经费 | < | < | < | < | < | 会议费 | 培训费 |
      | ^ | 小计 | 因公出国（境）费用 | 公务接待费 | 公务用车购置及运行维护费 | < | < | ^ | ^ |
      | ^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ |
      | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
      | 预算数 | 3.00 | | 1.00 | 2.00 | 0.00 | 2.00 | 0.70 | |
      | 决算数 | 2.00 | | 0.50 | 1.50 | 0.00 | 1.50 | | 0.80 |
    `);
    expect(table.id).toBe("three-public-expenses");
    expect(table.rows).toHaveLength(1);
    expect(table.rows[0]?.values).toEqual({
      ...EXPECTED,
      "budget.unlisted-1": "0.70",
      "final.unlisted-1": null,
      "budget.unlisted-2": null,
      "final.unlisted-2": "0.80",
    });
  });

  it("with 年初预算数 or 全年预算数 for 预算数 has the same columns", () => {
    for (const phase of ["年初预算数", "全年预算数", "调整预算数"]) {
      expect(
        values(`
          一般公共预算财政拨款“三公”经费支出决算表
          | ${phase} | < | < | < | < | < | 决算数 | < | < | < | < | < |
          | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 |
          | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ |
          | 3.00 | | 2.00 | 0.00 | 2.00 | 1.00 | 2.00 | | 1.50 | 0.00 | 1.50 | 0.50 |
        `),
      ).toEqual(EXPECTED);
    }
  });

  it("that is blank is one row of blanks", () => {
    const { table } = readWritten(`
      财政拨款“三公”经费支出决算表
      | 预算数 | < | < | < | < | < | 决算数 | < | < | < | < | < |
      | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 |
      | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ |
      | | | | | | | | | | | | |
    `);
    expect(table.isEmpty).toBe(true);
    expect(table.rows.map((row) => [row.key, Object.values(row.values).length])).toEqual([["values", 12]]);
  });

  it("with a second row of figures keeps it, with a finding", () => {
    const { table, findings } = readWritten(`
      财政拨款“三公”经费支出决算表
      | 预算数 | < | < | < | < | < | 决算数 | < | < | < | < | < |
      | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 |
      | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ |
      | 3.00 | | 2.00 | 0.00 | 2.00 | 1.00 | 2.00 | | 1.50 | 0.00 | 1.50 | 0.50 |
      | 9.00 | | | | | | | | | | | |
    `);
    expect(table.rows.map((row) => [row.key, row.values["budget.total"]])).toEqual([
      ["values", "3.00"],
      ["unlisted-1", "9.00"],
    ]);
    expect(told(findings)).toEqual(["form.unknown-row warning unlisted-1"]);
  });
});

describe("the same printed as a list", () => {
  const list = (head: string, rows: readonly string[]) => `
    财政拨款“三公”经费支出决算表
    单位：元
    ${head}
    ${rows.join("\n")}
  `;
  const ROWS = [
    "| “三公”经费合计 | 3.00 | 2.00 |",
    "| 1.因公出国（境）费 | | |",
    "| 2.公务用车购置及运行维护费 | 2.00 | 1.50 |",
    "| （1）公务用车购置费 | 0.00 | 0.00 |",
    "| （2）公务用车运行维护费 | 2.00 | 1.50 |",
    "| 3.公务接待费 | 1.00 | 0.50 |",
  ];

  it("is turned into the one row", () => {
    const { table, findings } = readWritten(list("| 项目 | 预算数 | 决算数 |", ROWS));
    expect(table.rows).toHaveLength(1);
    expect(table.rows[0]?.values).toEqual(EXPECTED);
    expect(table.rows[0]?.evidence["final.reception"]?.text).toBe("0.50");
    expect(findings).toEqual([]);
  });

  it("with line numbers beside the items too", () => {
    const rows = ROWS.map((row, i) => row.replace(/^\| ([^|]*) \|/, `| $1 | ${i + 1} |`));
    expect(values(list("| 项目 | 行次 | 预算数 | 决算数 |\n| 栏次 | | 1 | 2 |", rows))).toEqual(EXPECTED);
  });

  it("with opening and adjusted budget beside each other takes the adjusted one", () => {
    const rows = ROWS.map((row) => row.replace(/^\| ([^|]*) \|/, "| $1 | 99.00 |"));
    expect(values(list("| 项目 | 年初预算数 | 全年预算数 | 决算数 |", rows))).toMatchObject(EXPECTED);
  });

  it.each(["2024年度", "2024年", "本年"])(
    "with %s before 预算数 and 决算数, and the year before's beside them",
    (when) => {
      const rows = ROWS.map((row) => row.replace(/^\| ([^|]*) \|/, "| $1 | 99.00 |"));
      const before = when === "本年" ? "上年决算数" : "2023年决算数";
      const { table, findings } = readWritten(list(`| 项目 | ${before} | ${when}预算数 | ${when}决算数 |`, rows));
      expect(table.rows[0]?.values).toMatchObject({ ...EXPECTED, "unlisted-1.total": "99.00" });
      expect(table.columns.at(-1)?.header).toEqual([before]);
      expect(told(findings)).toEqual([`form.unknown-column warning unlisted-1 ${before}`]);
    },
  );

  it("keeps further items, with a finding", () => {
    const { table, findings } = readWritten(list("| 项目 | 预算数 | 决算数 |", [...ROWS, "| 会议费 | 4.00 | 3.00 |"]));
    expect(table.rows[1]).toMatchObject({ label: "会议费", values: { budget: "4.00", final: "3.00" } });
    expect(told(findings)).toEqual([expect.stringMatching(/^form\.unknown-row info unlisted-/)]);
  });

  it("with another list beside it does not take that one's figures, and keeps them", () => {
    const rows = [
      "| 一、“三公”经费支出 | — | — | 二、机关运行经费 | 418.20 |",
      "| （一）支出合计 | 3.00 | 2.00 | 车辆数合计 | 41 |",
      "| 1.因公出国（境）费 | | | 1.主要领导干部用车 | 40 |",
      ...ROWS.slice(2).map((row) => `${row} | |`),
    ];
    for (const second of ["决算数", "统计数"]) {
      const { table, findings } = readWritten(list(`| 项目 | 预算数 | 决算数 | 项目 | ${second} |`, rows));
      expect(table.rows[0]?.values).toEqual(EXPECTED);
      expect(table.rows.slice(1).map((row) => [row.label, ...Object.values(row.values)])).toEqual([
        ["二、机关运行经费", "418.20"],
        ["车辆数合计", "41"],
        ["1.主要领导干部用车", "40"],
      ]);
      expect(told(findings).filter((one) => one.startsWith("form.unknown-row info"))).toHaveLength(3);
    }
  });
});

describe("one phase alone, which only the title names", () => {
  const form = (title: string, rows: string) =>
    readWritten(`
      ${title}
      单位：万元
      | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 会议费 |
      | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ |
      | 1 | 2 | 3 | 4 | 5 | 6 | 7 |
      ${rows}
    `);
  const ROW = "| 2.00 | | 1.50 | 0.00 | 1.50 | 0.50 | 7.10 |";

  it.each(["“三公”经费、会议费、培训费支出决算表", "一般公共预算财政拨款“三公”经费支出决算表"])("%s: 决算", (title) => {
    const { table, findings } = form(title, ROW);
    const finals = Object.entries(EXPECTED).filter(([key]) => key.startsWith("final."));
    expect(table.rows[0]?.values).toEqual({ ...Object.fromEntries(finals), "unlisted-1": "7.10" });
    expect(told(findings)).toEqual(["form.unknown-column warning unlisted-1 会议费"]);
  });

  it("nor where several rows of figures stand beneath: of two years, of a budget", () => {
    const last = "| 9.00 | | 1.50 | 0.00 | 1.50 | 0.50 | 7.10 |";
    expect(form("2024年度“三公”经费支出决算表", `${last}\n${ROW}`).table.id).toBe("unrecognised-1");
  });

  it("is no guess: without 决算 in the title the table stays unrecognised", () => {
    expect(form("一般公共预算“三公”经费支出情况表", ROW).table.id).toBe("unrecognised-1");
  });
});

describe("phases as rows", () => {
  it("keep what stands beneath them: 增减额, 增减率", () => {
    const { table, findings } = readWritten(`
      部门决算一般公共预算财政拨款“三公”经费及会议费、培训费支出表
      单位：万元
      | 项目 | 小计 | 因公出国（境）费用 | 公务用车购置及运行维护费 | < | < | 公务接待费 |
      | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ |
      | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 |
      | 预算数 | 3.00 | | 2.00 | 0.00 | 2.00 | 1.00 |
      | 决算数 | 2.00 | | 1.50 | 0.00 | 1.50 | 0.50 |
      | 增减额 | -1.00 | | -0.50 | 0.00 | -0.50 | -0.50 |
    `);
    expect(table.rows.map(({ label, values: { total } }) => [label, total])).toEqual([
      [null, undefined],
      ["增减额", "-1.00"],
    ]);
    expect(table.rows[0]?.values).toEqual(EXPECTED);
    expect(told(findings)).toEqual([expect.stringMatching(/^form\.unknown-row info unlisted-/)]);
  });
});

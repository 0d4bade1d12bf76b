import { describe, expect, test } from "vitest";
import { FAMILIES, readForms } from "../../src/forms/index.js";
import { placeInTree, type TreeLabel } from "../../src/forms/read/tree-place.js";
import type { TextLine } from "../../src/model/index.js";
import { writtenFlow } from "../helpers/written-flow.js";
import { readWritten } from "./reading.js";

const forms = FAMILIES.flatMap((family) => family.forms);
const read = (text: string) => readWritten(text, forms);

/** A label set `indent` pt in, in a cell of 200 pt. */
function label(text: string, indent: number, more: Partial<TreeLabel> = {}): TreeLabel {
  const uneven = Math.abs(indent - (200 - indent - text.length * 10));
  return { text, tail: "", indent, uneven, ordinal: null, column: 0, part: false, code: null, total: false, ...more };
}
const centred = (text: string) => label(text, (200 - text.length * 10) / 2);
const parents = (labels: readonly TreeLabel[]) => placeInTree(labels).map(({ parent }) => parent);

describe("labels in a tree", () => {
  test("a centred label is no child of a longer one above it", () => {
    expect(parents(["银川市", "石嘴山市", "吴忠市", "新疆生产建设兵团", "中卫市"].map(centred))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test("a centred row after set rows stands at the top, set rows keep their places", () => {
    expect(
      parents([
        label("一、城乡社区支出", 5, { ordinal: 1 }),
        label("污水处理费安排的支出", 25),
        label("本年支出合计", 70, { total: true }),
        centred("专项债务转贷支出"),
        centred("调出资金"),
      ]),
    ).toEqual([null, 0, null, null, null]);
  });

  test("a label that is in the middle only because its length makes it so keeps its indent", () => {
    const set = ["支出", "事务", "其他支出事务费"].map((text) => label(text, 40));
    expect(parents([label("一般公共服务支出", 5), ...set, label("十二个字长的标签正在正中", 40)])).toEqual([
      null,
      0,
      0,
      0,
      0,
    ]);
  });
});

test("a last line that runs into the next row's label belongs to the one above", () => {
  const flow = writtenFlow(`
    2023年全区一般公共预算支出决算表
    单位：万元
    | 项目 | 预算数 | 决算数 |
    | 其他党委办公厅及相关机构事务 | 294 | 294 |
    | 支出/组织事务 | 204 | 196 |
    | 两行的/标签 | 204 | 196 |`);
  const grid = flow.find((item) => item.type === "grid");
  const lines =
    grid?.type === "grid" ? grid.grid.cells.flatMap((cell) => (cell.lines.length > 1 ? [cell.lines] : [])) : [];
  const set = (line: TextLine | undefined, y: number) => line && Object.assign(line, { box: [2, y, 50, y + 10] });
  lines.forEach(([upper, lower], i) => {
    set(upper, 100);
    set(lower, i === 0 ? 106 : 111);
  });
  const [first] = readForms(flow, forms).tables;
  expect(first?.table.rows.map(({ label, key }) => [label, key])).toEqual([
    ["其他党委办公厅及相关机构事务支出", "其他党委办公厅及相关机构事务支出"],
    ["组织事务", "组织事务"],
    ["两行的标签", "两行的标签"],
  ]);
});

describe("a row that is what the table is about", () => {
  test.each([
    ["2023年全区一般公共预算支出决算表", "全区一般公共预算支出"],
    ["2023年各市县一般公共预算支出决算表", "市县一般公共预算支出"],
  ])("%s: %s is its total, and what follows is no part of it", (title, label) => {
    const { table, findings } = read(`
      ${title}
      单位：万元
      | 项目 | 预算数 | 决算数 |
      | 一、教育支出 | 120 | 100 |
      | ${label} | 120 | 100 |
      | 一、安排预算稳定调节基金 | 30 | 30 |`);
    expect(table.rows.map(({ role, depth }) => [role, depth])).toEqual([
      ["item", 0],
      ["total", 0],
      ["item", 0],
    ]);
    expect(findings).toEqual([]);
  });

  test("a short word at the title's end is not", () => {
    const { table } = read(`
      2023年某省国有资本经营收入决算表
      单位：万元
      | 项目 | 预算数 | 决算数 |
      | 利润收入 | 120 | 100 |
      | 经营收入 | 20 | 10 |`);
    expect(table.rows.map(({ role }) => role)).toEqual(["item", "item"]);
  });
});

describe("“三公”经费 of a government", () => {
  const printed = `
    2023年自治区本级一般公共预算“三公”经费决算表
    单位：万元
    | 项目 | 2022年决算数 | 2023年决算数 | 2021年决算数 | 2023年预算数 |
    | “三公”经费支出合计 | 7,021 | 7,471 | 6,990 | 10,433 |
    | 一、因公出国（境）费 | 6 | 841 | 3 | 1,723 |
    | 二、公务用车购置及运行维护费 | 6,644 | 6,106 | 6,600 | 7,441 |
    | 公务用车购置 | 1,791 | 919 | 1,700 | 958 |
    | 公务用车运行维护费 | 4,853 | 5,186 | 4,900 | 6,483 |
    | 三、公务接待费 | 372 | 525 | 387 | 1,268 |
    | 说明：2023年“三公”经费支出合计7471万元。 | < | < | < | < |`;

  test("columns of amounts before the one that the form knows are no labels; the title's year tells which is which", () => {
    const { table } = read(printed);
    expect(table.id).toBe("government-three-public-expenses");
    expect(table.columns.map(({ key }) => key)).toEqual(["priorFinal", "final", "2021年决算数", "budget"]);
    expect(table.rows.map(({ key, values }) => [key, ...Object.values(values)]).slice(0, 2)).toEqual([
      ["total", "7021", "7471", "6990", "10433"],
      ["abroad", "6", "841", "3", "1723"],
    ]);
  });

  test("a note set inside the frame is a note", () => {
    const { table } = read(printed);
    expect(table.rows).toHaveLength(6);
    expect(table.notes).toEqual(["说明：2023年“三公”经费支出合计7471万元。"]);
  });

  test("without a year in the title the latest of the header is meant", () => {
    const { table } = read(printed.replace("2023年自治区", "自治区"));
    expect(table.columns.map(({ key }) => key)).toEqual(["priorFinal", "final", "2021年决算数", "budget"]);
  });

  test("a department's list of the same title stays the department's", () => {
    const text = `
      2023年度“三公”经费决算表
      单位：万元
      | 项目 | 预算数 | 决算数 |
      | 合计 | 3.00 | 2.00 |
      | 1. 因公出国（境）费 | 1.00 | 1.00 |
      | 2. 公务接待费 | 2.00 | 1.00 |`;
    const [first] = readForms(writtenFlow(text), forms, new Set(), "final-accounts").tables;
    expect(first?.table.id).toBe("three-public-expenses");
  });
});

import { describe, expect, test } from "vitest";
import { readFurnitureLine } from "../../src/forms/read/caption.js";
import type { TextLine } from "../../src/model/index.js";

const lines = (...texts: string[]): TextLine[] =>
  texts.map((text) => ({ page: 1, box: [0, 0, 100, 10], text, size: 10, glyphs: [] }));

describe("a caption that a narrow column broke", () => {
  test.each([
    [["单位：万", "部门名称：江苏省高级人民法院 元"], "江苏省高级人民法院", "万元"],
    [["部门名称：江苏省高级人民法院 单位：万", "元"], "江苏省高级人民法院", "万元"],
    [["部门名称：江苏省高级人民法", "院 单位：万元"], "江苏省高级人民法院", "万元"],
    [["编制部门：上海市普陀区财政局", "单位：元"], "上海市普陀区财政局", "元"],
    [["部门：武汉市人社局", "收入支出决算总表"], "武汉市人社局", null],
    [["部门：武汉市人社局 公开04表 单位：万元"], "武汉市人社局", "万元"],
  ])("%j", (printed, entity, unit) => {
    expect(readFurnitureLine(lines(...printed))).toMatchObject({ entity, unit });
  });
});

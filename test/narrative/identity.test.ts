import { describe, expect, it } from "vitest";
import { readIdentity } from "../../src/narrative/index.js";
import { flowOf } from "./flow.js";

const identity = (text: string) => readIdentity(flowOf(text));

describe("document identity", () => {
  it("joins a title torn over lines, entity first (Shanghai)", () => {
    expect(
      identity(`上海市样例区规划和自然
        资源局
        2024 年度部门决算
        --- 2
        目录
        --- 5
        单位：万元`),
    ).toEqual({
      kind: "final-accounts",
      scope: "department",
      fiscalYear: 2024,
      title: "上海市样例区规划和自然资源局2024年度部门决算",
      entity: "上海市样例区规划和自然资源局",
      amountUnit: "万元",
    });
  });

  it("reads a title that starts with the year (Wuhan)", () => {
    expect(identity("2024年度样例市人力资源和社会保障局\n部门决算公开\n目录")).toMatchObject({
      title: "2024年度样例市人力资源和社会保障局部门决算公开",
      entity: "样例市人力资源和社会保障局",
      fiscalYear: 2024,
    });
  });

  it("takes the entity from its label", () => {
    expect(identity("上海市样例区2025年区级部门预算\n预算主管部门：上海市样例区商务委员会\n目录")).toMatchObject({
      kind: "budget",
      title: "上海市样例区2025年区级部门预算",
      entity: "上海市样例区商务委员会",
      fiscalYear: 2025,
    });
  });

  it("knows a unit's accounts from a department's", () => {
    expect(identity("样例市第一中学\n2023年度单位决算公开\n目录")).toMatchObject({
      scope: "unit",
      entity: "样例市第一中学",
    });
  });

  it("knows government final accounts, and leaves the date line out", () => {
    expect(identity("2021 年度\n省本级及全省财政总决算公开\n样例省财政厅\n2022 年 8 月\n目录")).toMatchObject({
      kind: "government-final-accounts",
      scope: "government",
      title: "2021年度省本级及全省财政总决算公开",
      entity: "样例省财政厅",
    });
  });

  it("falls back on table furniture where there is no cover", () => {
    expect(identity("收支预算总表\n部门：样例省政协办公厅\n单位：万元\n| 项目 | 金额 |")).toMatchObject({
      kind: "budget",
      title: null,
      entity: "样例省政协办公厅",
    });
  });

  it("takes no first line of prose for a title", () => {
    expect(identity("本部门认真贯彻各项决策部署，按照预算管理的要求，\n严格执行决算制度。")?.title ?? null).toBeNull();
  });

  it("is null for an empty flow", () => {
    expect(readIdentity([])).toBeNull();
  });
});

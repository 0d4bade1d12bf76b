import { describe, expect, it } from "vitest";
import { fixedTexts } from "../../src/narrative/facts/template.js";

describe("texts that stand in every match of a template", () => {
  it.each([
    ["^为{final:amt}", ["为"]],
    ["年初预算(?:数)?为{budget:amt},支出决算为{final:amt}", ["年初预算", "为", "支出决算为"]],
    ["[共计]?支出", ["支出"]],
    ["决算数?为", ["决算", "为"]],
    ["收入|支出", []],
    ["货物(?:类)?(?:\\([^)]*\\))?(?:为)?{/procurement.goods:amt}", ["货物"]],
    ["(?:收入(?:合)?)?额的?{x:pct}", ["额"]],
    ["(?:收入|支出)合计", ["合计"]],
    ["共有车辆{n:count}(?=\\。)其中", ["共有车辆", "其中"]],
  ])("%s", (source, texts) => {
    expect(fixedTexts(source)).toEqual(texts);
  });
});

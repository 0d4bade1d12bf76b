import { describe, expect, test } from "vitest";
import { judge, type SumOperand } from "../../src/checks/sum.js";
import type { Tolerance } from "../../src/checks/types.js";

type Side = [value: string | null, unit?: string][];

const operands = (left: Side, right: Side): SumOperand[] => [
  ...left.map(([value, unit = "万元"]) => ({ side: "left" as const, value, unit })),
  ...right.map(([value, unit = "万元"]) => ({ side: "right" as const, value, unit })),
];
const EXACT: Tolerance = { kind: "exact" };
const EACH: Tolerance = { kind: "perOperand" };

describe("万元: every printed operand is rounded on its own", () => {
  test("half a unit for each, blank ones not counted", () => {
    const judged = judge(operands([["2946.25"]], [["2112.86"], ["326.72"], ["60.99"], ["445.69"], [null]]), "=", EACH);
    expect(judged).toMatchObject({
      status: "rounding",
      left: "2946.25",
      right: "2946.26",
      difference: "-0.01",
      tolerance: "0.025",
    });
  });

  test("a difference beyond all roundings fails", () => {
    expect(judge(operands([["10.00"]], [["4.00"], ["5.98"]]), "=", EACH)).toMatchObject({
      status: "fail",
      difference: "0.02",
      tolerance: "0.015",
    });
  });

  test("the contract's least number of operands counts blanks", () => {
    const sides = operands([["10.00"]], [["9.99"], [null], [null]]);
    expect(judge(sides, "=", EACH).tolerance).toBe("0.01");
    expect(judge(sides, "=", { kind: "perOperand", atLeast: 4 }).tolerance).toBe("0.02");
  });

  test("a dropped trailing zero is no coarser print, more decimals are a finer one", () => {
    expect(judge(operands([["98.2"]], [["98.20"]]), "=", EACH)).toMatchObject({ status: "ok", tolerance: "0.01" });
    expect(judge(operands([["1.2345"]], [["1.2346"]]), "=", EACH)).toMatchObject({
      status: "rounding",
      tolerance: "0.0001",
    });
  });

  test("no float: 0.1 + 0.2 is 0.3", () => {
    expect(judge(operands([["0.30"]], [["0.10"], ["0.20"]]), "=", EXACT).status).toBe("ok");
  });
});

describe("copied figures", () => {
  test("apart by one unit in the last place: a warning with the note tail-plug", () => {
    expect(judge(operands([["16924.16"]], [["16924.15"]]), "=", EXACT)).toMatchObject({
      status: "fail",
      milder: "warning",
      note: "tail-plug",
    });
  });

  test("apart by more: the rule's own severity", () => {
    expect(judge(operands([["16924.17"]], [["16924.15"]]), "=", EXACT)).toMatchObject({
      status: "fail",
      milder: null,
      note: null,
    });
  });

  test("blank counts as 0", () => {
    expect(judge(operands([[null]], [["0.00"]]), "=", EXACT).status).toBe("ok");
  });
});

describe("units", () => {
  test("元 is exact", () => {
    const judged = judge(
      operands(
        [["100.01", "元"]],
        [
          ["60.00", "元"],
          ["40.00", "元"],
        ],
      ),
      "=",
      EACH,
    );
    expect(judged).toMatchObject({ status: "fail", tolerance: "0", milder: null });
  });

  test("元 against 万元: the rounded figure says the same, another does not", () => {
    expect(judge(operands([["126924.73", "元"]], [["12.69"]]), "=", EXACT)).toMatchObject({
      status: "ok",
      difference: "24.73",
      tolerance: "50",
    });
    expect(judge(operands([["12.68"]], [["126924.73", "元"]]), "=", EXACT)).toMatchObject({
      status: "fail",
      difference: "-0.012473",
    });
  });

  test("several figures in 万元 against 元 carry a rounding each", () => {
    const judged = judge(operands([["1234567.89", "元"]], [["100.00"], ["23.45"]]), "=", EACH);
    expect(judged).toMatchObject({ status: "rounding", difference: "67.89", tolerance: "100" });
  });

  test("千元 and 亿元 are known", () => {
    expect(judge(operands([["1.5", "亿元"]], [["15000"]]), "=", EXACT).status).toBe("ok");
    expect(judge(operands([["15", "千元"]], [["1.5"]]), "=", EXACT).status).toBe("ok");
  });

  test("元 read as 万元 is named", () => {
    expect(judge(operands([["2738.46", "元"]], [["2738.46"]]), "=", EXACT).note).toMatch(/factor of 10,000/);
  });
});

describe("at most", () => {
  test("only an excess matters", () => {
    expect(judge(operands([["5.00"]], [["9.00"]]), "<=", EACH).status).toBe("ok");
    expect(judge(operands([["9.01"]], [["9.00"]]), "<=", EACH).status).toBe("rounding");
    expect(judge(operands([["9.02"]], [["9.00"]]), "<=", EACH).status).toBe("fail");
  });
});

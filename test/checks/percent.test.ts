import { describe, expect, test } from "vitest";
import { judgePercent } from "../../src/checks/percent.js";

const wan = (value: string | null) => ({ value, unit: "万元" });

describe("a printed percentage against its ratio", () => {
  const CASES: [printed: string, part: string | null, base: string | null, status: string, note: string | null][] = [
    ["79.49", "2336.91", "2940.05", "ok", null],
    ["100", "5.00", "5.00", "ok", null],
    ["563.3", "526.24", "93.42", "ok", null],
    // 12.7452 → 12.75 → 12.8
    ["12.8", "10746.38", "84317.15", "info", "double rounding"],
    // 99.9786
    ["99.9", "4289.51", "4290.43", "info", "truncation"],
    // 33.33…
    ["33.4", "100.00", "300.00", "info", "off by one in the last place"],
    ["71.73", "2106.66", "2940.05", "fail", null],
    // 0.29 and 3.95 are rounded themselves: the ratio is anything from 7.21 to 7.48
    ["7.45", "0.29", "3.95", "info", "within the rounding of the amounts"],
    ["7.65", "0.29", "3.95", "fail", null],
    ["0", null, null, "info", "0/0: base is zero or blank"],
    ["100.00", "5.00", "0.00", "info", "base is zero or blank"],
    // 年初预算为0万元,…完成年初预算的0%
    ["0", "5.00", "0.00", "info", "base is zero or blank"],
    ["56.00", "5.00", "0.00", "fail", "base is zero or blank"],
  ];

  test.each(CASES)("%s %% for %s of %s: %s", (printed, part, base, status, note) => {
    expect(judgePercent(printed, wan(part), wan(base))).toMatchObject({ status, note });
  });

  test("amounts in different units", () => {
    expect(judgePercent("50.00", { value: "5000.00", unit: "元" }, wan("1.00"))).toMatchObject({ status: "ok" });
  });

  test("亿元 are rounded to their printed place", () => {
    const yi = (value: string) => ({ value, unit: "亿元" });
    expect(judgePercent("9.05", wan("1000.00"), yi("1.1"))).toMatchObject({
      status: "info",
      note: "within the rounding of the amounts",
    });
    expect(judgePercent("9.75", wan("1000.00"), yi("1.1"))).toMatchObject({ status: "fail" });
  });

  test("元 are exact: no slack from small amounts", () => {
    const yuan = (value: string) => ({ value, unit: "元" });
    expect(judgePercent("7.45", yuan("0.29"), yuan("3.95"))).toMatchObject({ status: "fail" });
  });

  test("whole 万元 are rounded to whole 万元", () => {
    const small = [wan("143"), wan("171")] as const;
    expect(judgePercent("83.4", ...small)).toMatchObject({ status: "fail" });
    expect(judgePercent("83.4", ...small, 0)).toMatchObject({
      status: "info",
      note: "within the rounding of the amounts",
    });
    expect(judgePercent("84.4", ...small, 0)).toMatchObject({ status: "fail" });
  });

  test("what is no number is not judged", () => {
    expect(judgePercent("-", wan("1.00"), wan("2.00"))).toBeNull();
  });
});

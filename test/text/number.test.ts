import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCell, readNumber } from "../../src/text/index.js";
import { NUMBER_CASES } from "./number-cases.js";

/** Value and unit as the cases write them. */
function shown(reading: ReturnType<typeof readNumber>): string | null {
  switch (reading.kind) {
    case "money":
    case "count":
    case "threshold":
      return `${reading.value} ${reading.unit}`;
    case "target":
      return [reading.comparator, reading.value, reading.unit].filter((part) => part !== null).join(" ");
    default:
      return "value" in reading ? reading.value : null;
  }
}

describe("the number grammar's cases", () => {
  test.each(NUMBER_CASES)("%j is %s %j", (input, kind, value) => {
    const reading = readNumber(input);
    expect({ kind: reading.kind, value: shown(reading) }).toEqual({ kind, value });
  });
});

describe("an amount cell reads the same cases as amounts", () => {
  const same = ["amount", "blank", "percent", "permille"];
  test.each(NUMBER_CASES.filter(([, kind]) => same.includes(kind)))("%j is %s %j", (input, kind, value) => {
    expect(parseCell(input)).toEqual(value === null ? { kind } : { kind, value });
  });
  test.each(["2080101", "2024", "31", "64", "208"])("plain integer %s is an amount", (input) => {
    expect(parseCell(input)).toEqual({ kind: "amount", value: input });
  });
  const refused = ["refuse", "money", "count", "target", "columnNo", "enumerator", "ordinal", "docNo", "placeholder"];
  test.each(NUMBER_CASES.filter(([, kind]) => refused.includes(kind)))("%j (%s) is refused", (input) => {
    expect(parseCell(input).kind).toBe("refuse");
  });
});

describe("a currency sign before an amount is no part of it", () => {
  test.each([
    ["¥1,234.50", "1234.50"],
    ["￥ 0.00", "0.00"],
    ["-¥12.00", "-12.00"],
    ["¥-12.00", "-12.00"],
    ["(￥12.00)", "-12.00"],
    ["￥(12.00)", "-12.00"],
  ])("%s is %s", (input, value) => {
    expect(parseCell(input)).toEqual({ kind: "amount", value });
  });
  test.each(["¥ -", "￥—"])("%s is blank", (input) => {
    expect(parseCell(input)).toEqual({ kind: "blank" });
  });
  test.each(["¥", "¥¥1.00", "1.00¥2.00"])("%s is refused", (input) => {
    expect(parseCell(input).kind).toBe("refuse");
  });
});

describe("refusals say why", () => {
  test.each([
    ["478.57 478.57", "two-numbers"],
    ["91.4 | 17", "two-numbers"],
    ["15,777,676.24 0.00", "two-numbers"],
    ["12,34.5", "bad-grouping"],
    ["1.234.56", "two-dots"],
    ["l,234.56", "letters"],
    ["O.00", "letters"],
    ["95,063.53万元", "unit"],
    ["XXX", "placeholder"],
    ["××.××", "placeholder"],
    ["(1)", "enumerator"],
    ["1.", "enumerator"],
    ["90.32%。", "trailing-punctuation"],
    ["13.95。", "trailing-punctuation"],
    ["有效提升", "not-a-number"],
    ["- 8.1", "not-a-number"],
  ])("%j: %s", (input, reason) => {
    expect(parseCell(input)).toEqual({ kind: "refuse", reason });
  });
});

describe("numbers torn or spaced inside a cell", () => {
  test.each([
    ["93, 691.35", "93691.35"],
    ["1,239 .40", "1239.40"],
    ["15,777,6 76.24", "15777676.24"],
    ["1 234", "1234"],
    ["2, 6 7 8 . 6 8", "2678.68"],
    ["3 ,0 6 4 .9 1", "3064.91"],
    ["1 , 240 . 0 0", "1240.00"],
    ["( 1,234.56 )", "-1234.56"],
    ["+8.1", "8.1"],
    ["\u200B8.10\uFEFF", "8.10"],
  ])("%j is %s", (input, value) => {
    expect(parseCell(input)).toEqual({ kind: "amount", value });
  });
  test.each(["12 34", "15,777,676.2 4", "1234 567", "2856075 1750720", "1, 2", "0.00 , 1.00", "3,186 618.20"])(
    "%j has two readings",
    (input) => {
      expect(parseCell(input).kind).toBe("refuse");
    },
  );
});

describe("context", () => {
  test.each([
    ["208", "code", { kind: "code", value: "208" }],
    ["30101", "code", { kind: "code", value: "30101" }],
    ["31", "code", { kind: "refuse", reason: "not-a-number" }],
    ["31", "lineNo", { kind: "lineNo", value: "31" }],
    ["2024", "amount", { kind: "amount", value: "2024" }],
    ["100", "any", { kind: "amount", value: "100" }],
    ["0", "any", { kind: "amount", value: "0" }],
    ["无", "measure", { kind: "qualitative", value: "无" }],
    ["26", "measure", { kind: "amount", value: "26" }],
    ["100", "measure", { kind: "amount", value: "100" }],
    ["一次性通过", "measure", { kind: "qualitative", value: "一次性通过" }],
    ["12 个 项目", "measure", { kind: "count", value: "12", unit: "个项目" }],
    ["300元/人·年", "measure", { kind: "count", value: "300", unit: "元/人·年" }],
    ["不超过 5天", "measure", { kind: "target", comparator: "<=", value: "5", unit: "天" }],
    ["≥95", "measure", { kind: "target", comparator: ">=", value: "95", unit: null }],
    ["＝100％", "measure", { kind: "target", comparator: "=", value: "100", unit: "%" }],
    ["2024年12月", "measure", { kind: "date", value: "2024-12" }],
    ["2024年", "measure", { kind: "year", value: "2024" }],
    ["鄂人社发〔2024〕9号", "any", { kind: "docNo" }],
  ] as const)("%j in %s", (input, context, expected) => {
    expect(readNumber(input, context)).toEqual(expected);
  });
  test("a column without a unit of its own takes the cell's", () => {
    expect(parseCell("95,063.53万元", { unitInCell: true })).toEqual({
      kind: "amount",
      value: "95063.53",
      unit: "万元",
    });
    expect(parseCell("3辆", { unitInCell: true }).kind).toBe("refuse");
  });
});

describe("round trips", () => {
  const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");
  const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const number = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 4 }), fc.nat())
    .map(([whole, scale, seed]) => ({
      whole: whole.toString(),
      fraction: scale === 0 ? "" : `.${(seed % 10 ** scale).toString().padStart(scale, "0")}`,
    }));

  test("every way to print a value reads as that value", () => {
    fc.assert(
      fc.property(number, ({ whole, fraction }) => {
        const value = whole + fraction;
        const printed = [value, grouped(whole) + fraction, wide(grouped(whole)) + wide(fraction), ` ${value}\u3000`];
        if (whole.length > 3) printed.push(grouped(whole).replaceAll(",", " ") + fraction);
        for (const text of printed) expect(parseCell(text)).toEqual({ kind: "amount", value });
      }),
    );
  });

  test("every sign of a negative reads as negative", () => {
    fc.assert(
      fc.property(number, ({ whole, fraction }) => {
        const text = grouped(whole) + fraction;
        const value = `-${whole}${fraction}`;
        const printed = [`-${text}`, `−${text}`, `－${text}`, `△${text}`, `▲${text}`];
        if (/[.,]/.test(text)) printed.push(`(${text})`, `（${text}）`);
        for (const negative of printed) expect(parseCell(negative)).toEqual({ kind: "amount", value });
      }),
    );
  });

  test("two numbers in one cell are never one", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre(a.fraction.length === 3);
        expect(parseCell(`${grouped(a.whole)}${a.fraction} ${grouped(b.whole)}${b.fraction}`).kind).toBe("refuse");
      }),
    );
  });

  test("no text makes it throw, and an amount is always a plain decimal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        readNumber(text);
        const cell = parseCell(text);
        if (cell.kind === "amount") expect(cell.value).toMatch(/^-?\d+(\.\d+)?$/);
      }),
    );
  });
});

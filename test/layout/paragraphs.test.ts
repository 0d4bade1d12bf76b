import { describe, expect, it } from "vitest";
import { layoutDocument } from "../../src/layout/index.js";
import { MadePage, told } from "../helpers/made-page.js";

/** 40 hanzi: a full line from 80 to 480. */
const FULL = "本年度收入合计九千九百九十九万元其中财政拨款收入八千八百万元事业收入一百万元其他收入";
const LINE = FULL.slice(0, 40);

/** Lines from y = 100 on, 20 apart; each at its indent in characters. */
function lay(
  lines: readonly (readonly [indent: number, text: string, size?: number])[],
  page = new MadePage(),
): MadePage {
  lines.forEach(([indent, text, size], i) => {
    page.text(80 + 10 * indent, 100 + 20 * i, text, size);
  });
  return page;
}

const out = (...pages: MadePage[]) => told(layoutDocument(pages.map((page) => page.build())));

describe("lines are one paragraph", () => {
  it("from an indented one on, to the next indented one or a short one", () => {
    expect(
      out(
        lay([
          [2, LINE.slice(0, 38)],
          [0, LINE],
          [0, "到此为止。"],
          [2, LINE.slice(0, 38)],
          [0, "又一段。"],
        ]),
      ),
    ).toEqual([`paragraph: ${LINE.slice(0, 38)}${LINE}到此为止。`, `paragraph: ${LINE.slice(0, 38)}又一段。`]);
  });

  it("not below a line set in the middle: a title over its unit of amount", () => {
    const page = lay([
      [10, "2024年度收入支出决算情况总表"],
      [0, "部门：某市某局 单位：万元"],
    ]);
    expect(out(page)).toEqual(["paragraph: 2024年度收入支出决算情况总表", "paragraph: 部门：某市某局单位：万元"]);
  });

  it("not over a wide gap, nor over another size", () => {
    const page = lay([
      [0, LINE],
      [0, LINE],
      [0, LINE],
    ]);
    page.text(80, 200, LINE).text(80, 222, LINE.slice(0, 33), 12);
    expect(out(page)).toEqual([
      `paragraph: ${LINE}${LINE}${LINE}`,
      `paragraph: ${LINE}`,
      `paragraph: ${LINE.slice(0, 33)}`,
    ]);
  });

  it("whose numbers and words wrap are put together again", () => {
    expect(
      out(
        lay([
          [2, `${LINE.slice(0, 33)}1,234.5`],
          [0, `6万元，${LINE.slice(0, 36)}`],
          [0, "the end."],
        ]),
      )[0],
    ).toContain("1,234.56万元，");
  });
});

describe("a heading", () => {
  it("is a short numbered line of its own", () => {
    expect(
      out(
        lay([
          [0, "第一部分 部门概况"],
          [2, "一、主要职能"],
          [2, LINE.slice(0, 38)],
          [0, "如上。"],
          [2, "（一）机构设置"],
          [2, LINE.slice(0, 38)],
          [0, "完。"],
        ]),
      ),
    ).toEqual([
      expect.stringMatching(/^heading: 第一部分.*部门概况$/),
      "heading: 一、主要职能",
      `paragraph: ${LINE.slice(0, 38)}如上。`,
      "heading: （一）机构设置",
      `paragraph: ${LINE.slice(0, 38)}完。`,
    ]);
  });

  it("is no numbered sentence", () => {
    expect(out(lay([[2, "一、收入合计为九千万元。"]]))).toEqual(["paragraph: 一、收入合计为九千万元。"]);
  });

  it("begins a block even where the line before it is full", () => {
    expect(
      out(
        lay([
          [0, LINE],
          [0, "二、支出情况"],
        ]),
      ),
    ).toEqual([`paragraph: ${LINE}`, "heading: 二、支出情况"]);
  });
});

describe("over the page's end", () => {
  const first = () =>
    lay(
      [
        [2, LINE.slice(0, 38)],
        [0, LINE],
      ],
      new MadePage(1),
    );

  it("a paragraph goes on that is neither finished nor begun anew", () => {
    expect(
      out(
        first(),
        lay(
          [
            [0, "接着说完。"],
            [2, LINE.slice(0, 38)],
            [0, "下一段。"],
          ],
          new MadePage(2),
        ),
      ),
    ).toEqual([`paragraph: ${LINE.slice(0, 38)}${LINE}接着说完。`, `paragraph: ${LINE.slice(0, 38)}下一段。`]);
  });

  it("nothing goes on from a cover: its lines are too short to tell a margin", () => {
    const cover = new MadePage().text(200, 300, "某局2024年度部门决算");
    const forms = new MadePage(2).text(200, 100, "2024年度收入决算表");
    expect(out(cover, forms)).toEqual(["paragraph: 某局2024年度部门决算", "paragraph: 2024年度收入决算表"]);
  });

  it("and over two ends", () => {
    const two = lay(
      [
        [0, LINE],
        [0, LINE],
      ],
      new MadePage(2),
    );
    const three = lay(
      [
        [0, LINE],
        [0, "完。"],
      ],
      new MadePage(3),
    );
    expect(out(first(), two, three)).toHaveLength(1);
  });

  it.each([
    ["an indented line", [2, LINE.slice(0, 38)]],
    ["a heading", [0, "二、支出情况"]],
    ["another size", [0, LINE.slice(0, 30), 13]],
  ] as const)("it does not go on in %s", (_what, line) => {
    expect(out(first(), lay([line, [0, LINE]], new MadePage(2))).length).toBeGreaterThan(1);
  });

  it("it does not go on after a full stop, or after a short line", () => {
    const stop = lay(
      [
        [2, LINE.slice(0, 38)],
        [0, `${LINE.slice(0, 39)}。`],
      ],
      new MadePage(1),
    );
    const short = lay(
      [
        [2, LINE.slice(0, 38)],
        [0, LINE.slice(0, 20)],
      ],
      new MadePage(1),
    );
    for (const page of [stop, short]) expect(out(page, lay([[0, LINE]], new MadePage(2)))).toHaveLength(2);
  });

  it("it does not go on past a table", () => {
    const one = first();
    const two = new MadePage(2).table([80, 280, 480], 80, [
      ["项目", "金额"],
      ["合计", "1.00"],
    ]);
    two.text(80, 150, "接着说完。");
    expect(out(one, two)).toHaveLength(3);
  });
});

describe("text and tables", () => {
  it("come in reading order, and no block reaches over a table", () => {
    const page = new MadePage().text(80, 80, LINE).table([80, 280, 480], 100, [
      ["项目", "金额"],
      ["合计", "1.00"],
    ]);
    page.text(80, 160, LINE);
    expect(out(page)).toEqual([
      `paragraph: ${LINE}`,
      [
        ["项目", "金额"],
        ["合计", "1.00"],
      ],
      `paragraph: ${LINE}`,
    ]);
  });
});

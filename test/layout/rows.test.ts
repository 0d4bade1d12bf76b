import { describe, expect, it } from "vitest";
import { groupRows } from "../../src/layout/rows.js";
import { toStrips } from "../../src/layout/strips.js";
import { MadePage } from "../helpers/made-page.js";

/** The rows as the texts of their lines. */
function rows(page: MadePage): string[][] {
  const strips = toStrips(page.build().glyphs, 1);
  return groupRows(strips).map((row) => row.map((i) => (strips[i]?.tokens ?? []).map(({ text }) => text).join(" ")));
}

describe("lines that stand beside each other, nearer than two lines of a text can", () => {
  it("are one row: a code before a wrapped name, and its amount between the name's lines", () => {
    const page = new MadePage();
    for (const y of [100, 128]) {
      page.text(60, y, "2080111 公共就业服务").right(270, y + 6.5, "628.65");
      page.text(60, y + 13, "构");
    }
    page.text(60, 160, "2080112 其他").right(270, 160, "1.00");
    expect(rows(page)).toEqual([
      ["2080111 公共就业服务", "628.65", "构"],
      ["2080111 公共就业服务", "628.65", "构"],
      ["2080112 其他 1.00"],
    ]);
  });

  it("are two where they stand over each other", () => {
    const page = new MadePage().right(270, 100, "628.65", 6).right(270, 106, "7.10", 6).right(270, 112, "1.00", 6);
    expect(rows(page)).toEqual([["628.65"], ["7.10"], ["1.00"]]);
  });
});

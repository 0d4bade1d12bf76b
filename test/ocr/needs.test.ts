import { describe, expect, it } from "vitest";
import type { Glyph, Page } from "../../src/model/index.js";
import { ocrNeed } from "../../src/ocr/index.js";
import { garbageReason } from "../../src/ocr/needs/text-quality.js";

function glyph(text: string, x: number, y: number): Glyph {
  return { text, x0: x, y0: y - 9, x1: x + 10, y1: y + 1, baseline: y, size: 10, font: "F", angle: 0 };
}

function page(text: string, more: Partial<Page> = {}): Page {
  const glyphs = [...text].map((character, i) => glyph(character, 60 + (i % 40) * 11, 80 + Math.floor(i / 40) * 16));
  return {
    number: 1,
    width: 595,
    height: 842,
    glyphs,
    rules: [],
    images: [],
    hiddenGlyphs: 0,
    source: "text",
    problems: [],
    ...more,
  };
}

const SENTENCE =
  "本部门2024年度收入总计1,234.56万元，支出总计1,234.56万元，与上年相比增加56.78万元，主要原因是人员经费和项目支出增加。";
const scan = { box: [0, 0, 595, 842], width: 1654, height: 2339 } as const;

describe("ocrNeed", () => {
  it.each([
    ["a page of text", page(SENTENCE), "none"],
    ["text over a background picture", page(SENTENCE.repeat(4), { images: [scan] }), "none"],
    ["an empty page", page(""), "none"],
    ["a table's last, blank row", page("", { rules: [{ axis: "h", at: 80, from: 60, to: 500 }] }), "none"],
    ["numbers alone", page("1,234.56 0.00 789.10 12.3% 2024 ".repeat(8)), "none"],
    ["digits torn by spaces", page(SENTENCE.replace(/\d/gu, "$& ")), "none"],
    ["a scan", page("", { images: [scan] }), "page"],
    ["a scan with an invisible text layer", page("", { images: [scan], hiddenGlyphs: 800 }), "page"],
    ["a scan with a page number", page("- 12 -", { images: [scan] }), "page"],
    ["codes for characters", page("!\"#$%&'()*+;<=>?@[]^_`{|}~NOPQR67STUVjddklm".repeat(3)), "page"],
    ["a logo", page(SENTENCE, { images: [{ box: [60, 40, 140, 80], width: 300, height: 150 }] }), "none"],
    [
      "half text, half a picture of a table",
      page(SENTENCE, { images: [{ box: [60, 300, 530, 700], width: 1300, height: 1100 }] }),
      "regions",
    ],
    [
      "a picture too coarse to read",
      page(SENTENCE, { images: [{ box: [60, 300, 530, 700], width: 200, height: 170 }] }),
      "none",
    ],
  ] as const)("%s", (_, given, kind) => {
    expect(ocrNeed(given).kind).toBe(kind);
  });

  it("says why", () => {
    expect(ocrNeed(page("", { images: [scan], hiddenGlyphs: 5 })).reason).toMatch(/invisible text layer/);
  });
});

describe("garbageReason", () => {
  it.each([
    ["private use", "\uE001\uE002\uE003\uE004\uE005".repeat(8), /no known meaning/],
    ["another code page", "¥×pùêÆ±²¶·®©¬£¤§¨ª«»¼½¾¿ÀÁÂ".repeat(2), /symbols/],
    ["random letters", "xKqZbRtWvNmPsDfGhJkLcXzYwQ".repeat(3), /letters without words/],
    ["random Chinese", String.fromCodePoint(...Array.from({ length: 60 }, (_, i) => 0x4e00 + i * 337)), /rare/],
  ])("%s", (_, text, reason) => {
    expect(garbageReason(text)).toMatch(reason);
  });

  it.each([
    ["Chinese", SENTENCE],
    ["English", "The annual report of the department is published on the website of the government. ".repeat(3)],
    ["names", "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"],
    ["placeholders", "XXXXXXXXXXXX"],
    ["numbers", "1,234.56 78.90"],
  ])("finds nothing wrong with %s", (_, text) => {
    expect(garbageReason(text)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import type { Glyph } from "../../src/model/index.js";
import { hanzi, hex, line, MadePdf, onePage } from "../helpers/make-pdf.js";
import { readFirst, textOf } from "../helpers/read-pdf.js";

/** A4 is 842 pt high: user space y = 742 is 100 pt below the top. */
const HEIGHT = 842;

async function glyphsOf(content: string): Promise<readonly Glyph[]> {
  return (await readFirst(onePage(content))).glyphs;
}

function lefts(glyphs: readonly Glyph[]): number[] {
  return glyphs.map((glyph) => glyph.x0);
}

describe("a glyph", () => {
  it("stands where it is painted: width from the font, box round the optical middle", async () => {
    const [a, b] = await glyphsOf(line(100, 742, "8A", 10));
    // Helvetica: digits 556, A 667 thousandths.
    expect(a).toMatchObject({ text: "8", size: 10, angle: 0 });
    expect(a?.x0).toBeCloseTo(100);
    expect(a?.x1).toBeCloseTo(105.56);
    expect(a?.baseline).toBeCloseTo(HEIGHT - 742);
    expect(a?.y0).toBeCloseTo(HEIGHT - 742 - 8.5);
    expect(a?.y1).toBeCloseTo(HEIGHT - 742 + 1.5);
    expect(b?.x0).toBeCloseTo(105.56);
    expect(b?.x1).toBeCloseTo(112.23);
  });

  it("is read through ToUnicode, one em wide by /DW", async () => {
    const glyphs = await glyphsOf(hanzi(50, 700, "合计：１２", 12));
    expect(glyphs.map((glyph) => glyph.text).join("")).toBe("合计：１２");
    expect(lefts(glyphs)).toEqual([50, 62, 74, 86, 98]);
  });

  it("is no white space, control or zero-width character, but those move the text on", async () => {
    const glyphs = await glyphsOf(hanzi(0, 700, "一\u3000二\u200b三\u00a0四\u00ad五", 10));
    expect(glyphs.map((glyph) => [glyph.text, glyph.x0])).toEqual([
      ["一", 0],
      ["二", 20],
      ["三", 40],
      ["四", 60],
      ["五", 80],
    ]);
  });
});

describe("text state", () => {
  it("scales with the text matrix and the current matrix", async () => {
    const [glyph] = await glyphsOf("q 2 0 0 2 10 20 cm BT /F1 5 Tf 3 0 0 3 30 40 Tm (8) Tj ET Q");
    expect(glyph?.size).toBeCloseTo(30);
    expect(glyph?.x0).toBeCloseTo(70);
    expect(glyph?.x1).toBeCloseTo(70 + 0.556 * 30);
    expect(glyph?.baseline).toBeCloseTo(HEIGHT - 100);
  });

  it("kerns: a number in TJ moves left by thousandths of the size", async () => {
    const glyphs = await glyphsOf("BT /F1 10 Tf 100 700 Td [(1) -1000 (2) 500 (3)] TJ ET");
    expect(lefts(glyphs)).toEqual([100, expect.closeTo(115.56), expect.closeTo(116.12)]);
  });

  it("adds character spacing after each glyph, word spacing after a one-byte space", async () => {
    const glyphs = await glyphsOf("BT /F1 10 Tf 2 Tc 7 Tw 100 700 Td (1 2) Tj ET");
    // 1: 5.56 + 2; space: 2.78 + 2 + 7.
    expect(lefts(glyphs)).toEqual([100, expect.closeTo(100 + 7.56 + 11.78)]);
  });

  it("adds no word spacing to the two-byte space of a composite font", async () => {
    const glyphs = await glyphsOf(`BT /F2 10 Tf 50 Tw 100 700 Td ${hex("一 二")} Tj ET`);
    expect(lefts(glyphs)).toEqual([100, 120]);
  });

  it("scales horizontally: widths, spacing and kerning, not heights", async () => {
    const glyphs = await glyphsOf("BT /F1 10 Tf 50 Tz 4 Tc 100 700 Td [(1) -1000 (2)] TJ ET");
    expect(glyphs[0]?.x1).toBeCloseTo(102.78);
    expect(glyphs[0]?.size).toBe(10);
    expect(glyphs[1]?.x0).toBeCloseTo(100 + (5.56 + 4 + 10) / 2);
  });

  it("raises by the rise", async () => {
    const glyphs = await glyphsOf("BT /F1 10 Tf 100 700 Td (1) Tj 3 Ts (2) Tj -2 Ts (3) Tj ET");
    expect(glyphs.map((glyph) => glyph.baseline)).toEqual([
      expect.closeTo(142),
      expect.closeTo(139),
      expect.closeTo(144),
    ]);
    expect(glyphs[1]?.x0).toBeCloseTo(105.56);
  });

  it("moves over lines with Td, TD, T*, ' and \"", async () => {
    const glyphs = await glyphsOf("BT /F1 10 Tf 12 TL 100 700 Td (1) Tj T* (2) Tj 5 -20 TD (3) Tj (4) ' 0 1 (5) \" ET");
    expect(glyphs.map((glyph) => [glyph.text, glyph.x0, Math.round(HEIGHT - glyph.baseline)])).toEqual([
      ["1", 100, 700],
      ["2", 100, 688],
      ["3", 105, 668],
      ["4", 105, 648],
      ["5", 105, 628],
    ]);
  });

  it("turns text over with a negative font size: mirrored text space, running left", async () => {
    const glyphs = await glyphsOf("BT /F1 -10 Tf 300 700 Td (12) Tj ET");
    expect(glyphs.map((glyph) => [glyph.text, glyph.angle])).toEqual([
      ["1", 180],
      ["2", 180],
    ]);
    expect(glyphs[0]?.x1).toBeCloseTo(300);
    expect(glyphs[1]?.x1).toBeCloseTo(294.44);
    expect(glyphs[0]?.size).toBe(10);
  });

  it("reads upright text that a flipped matrix and a negative size make", async () => {
    const [one, two] = await glyphsOf("q 1 0 0 -1 0 842 cm BT /F1 -10 Tf -1 0 0 1 100 142 Tm (12) Tj ET Q");
    expect([one?.angle, one?.text]).toEqual([0, "1"]);
    expect(one?.x0).toBeCloseTo(100);
    expect(one?.baseline).toBeCloseTo(142);
    expect(two?.x0).toBeCloseTo(105.56);
  });

  it.each([
    ["0 1 -1 0", 270],
    ["-1 0 0 -1", 180],
    ["0 -1 1 0", 90],
  ])("tells text turned by the matrix %s", async (matrix, angle) => {
    const [glyph] = await glyphsOf(`BT /F1 10 Tf ${matrix} 300 400 Tm (8) Tj ET`);
    expect(glyph?.angle).toBe(angle);
    const [w, h] = angle === 180 ? [5.56, 10] : [10, 5.56];
    expect((glyph?.x1 ?? 0) - (glyph?.x0 ?? 0)).toBeCloseTo(w);
    expect((glyph?.y1 ?? 0) - (glyph?.y0 ?? 0)).toBeCloseTo(h);
  });

  it("tells slanted text (a watermark)", async () => {
    const [glyph] = await glyphsOf("BT /F1 40 Tf 0.7071 0.7071 -0.7071 0.7071 200 300 Tm (8) Tj ET");
    expect(glyph?.angle).toBe(315);
    expect(glyph?.size).toBeCloseTo(40, 1);
  });

  it("is kept over BT by q and Q, font included", async () => {
    const glyphs = await glyphsOf("/F1 10 Tf q /F2 20 Tf Q BT 100 700 Td (12) Tj ET");
    expect(glyphs.map((glyph) => [glyph.text, glyph.size])).toEqual([
      ["1", 10],
      ["2", 10],
    ]);
  });
});

describe("vertical writing", () => {
  it("runs down the page, upright, each glyph centred on the line", async () => {
    const glyphs = await glyphsOf(`BT /F3 10 Tf 300 700 Td ${hex("合计")} Tj ET`);
    expect(glyphs.map((glyph) => [glyph.text, glyph.angle, glyph.x0, glyph.x1])).toEqual([
      ["合", 0, 295, 305],
      ["计", 0, 295, 305],
    ]);
    // The glyph's origin lies 0.88 em under the point where it is shown (DW2).
    expect(glyphs[0]?.baseline).toBeCloseTo(HEIGHT - 700 + 8.8);
    expect(glyphs[1]?.baseline).toBeCloseTo(HEIGHT - 700 + 18.8);
  });

  it("moves by spacing and kerning as §9.4.4 of ISO 32000-1 says: positive spacing up, positive kerning down", async () => {
    const glyphs = await glyphsOf(
      `BT /F3 10 Tf 3 Tc 300 700 Td [${hex("一")} -1000 ${hex("二")} 500 ${hex("三")}] TJ ET`,
    );
    const [one = 0, two = 0, three = 0] = glyphs.map((glyph) => glyph.baseline);
    expect(two - one).toBeCloseTo(10 - 10 - 3);
    expect(three - two).toBeCloseTo(10 + 5 - 3);
  });
});

describe("vertical writing with narrow glyphs", () => {
  it("centres each glyph by its own width", async () => {
    const pdf = new MadePdf();
    const cid = pdf.add(
      "/Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 1000 /W [48 57 500]",
    );
    const font = pdf.add(
      `/Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-V /DescendantFonts [${cid} 0 R] /ToUnicode 7 0 R`,
    );
    const content = `/GS gs BT 300 700 Td ${hex("合8")} Tj ET`;
    const page = await readFirst(
      pdf.page({ content, resources: `/ExtGState << /GS << /Font [${font} 0 R 10] >> >>` }).build(),
    );
    expect(page.glyphs.map((glyph) => [glyph.text, glyph.x0, glyph.x1])).toEqual([
      ["合", 295, 305],
      ["8", 297.5, 302.5],
    ]);
  });
});

describe("double strikes", () => {
  it("count once: imitated bold and shadows", async () => {
    const page = await readFirst(
      onePage(`${line(100, 700, "12.00")}${line(100.3, 700, "12.00")}${line(100.3, 699.8, "12.00")}`),
    );
    expect(textOf(page)).toBe("12.00");
    expect(page.hiddenGlyphs).toBe(10);
  });

  it("are no neighbours: the same digit beside itself, close lines, another character in the same place", async () => {
    const page = await readFirst(
      onePage(`${line(100, 700, "11", 10)}${line(100, 696, "1")}${line(140, 700, "2")}${line(140, 700, "3")}`),
    );
    expect(textOf(page)).toBe("11123");
    expect(page.hiddenGlyphs).toBe(0);
  });

  it("are no letters set tight", async () => {
    const page = await readFirst(onePage("BT /F1 10 Tf -3 Tc 100 700 Td (1111) Tj ET"));
    expect(textOf(page)).toBe("1111");
  });
});

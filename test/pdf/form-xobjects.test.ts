import { describe, expect, it } from "vitest";
import { line, MadePdf } from "../helpers/make-pdf.js";
import { readFirst, textOf } from "../helpers/read-pdf.js";

const FONT = "/Resources << /Font << /F1 3 0 R >> >>";

async function withForm(form: string, formContent: string, content: string) {
  const pdf = new MadePdf();
  const number = pdf.add(`/Type /XObject /Subtype /Form ${form} ${FONT}`, formContent);
  return readFirst(pdf.page({ content, resources: `/XObject << /Fm ${number} 0 R >>` }).build());
}

describe("a form XObject", () => {
  it("is placed by its matrix under the current one", async () => {
    const page = await withForm(
      "/BBox [0 0 100 100] /Matrix [2 0 0 2 10 20]",
      line(5, 5, "8", 4),
      "q 1 0 0 1 100 600 cm /Fm Do Q",
    );
    expect(page.glyphs[0]).toMatchObject({ x0: 120, size: 8, baseline: 842 - 630 });
  });

  it("is clipped by its box", async () => {
    const form = `${line(10, 10, "1")}${line(110, 10, "2")} 0 50 m 300 50 l S`;
    const page = await withForm("/BBox [0 0 100 100]", form, "q 1 0 0 1 100 600 cm /Fm Do Q");
    expect([textOf(page), page.hiddenGlyphs]).toEqual(["1", 1]);
    expect(page.rules).toEqual([{ axis: "h", at: 842 - 650, from: 100, to: 200 }]);
  });

  it("is clipped by its box as its matrix turns it", async () => {
    const form = `${line(10, 10, "1")}${line(110, 10, "2")}`;
    const page = await withForm("/BBox [0 0 100 50] /Matrix [0 1 -1 0 0 0]", form, "q 1 0 0 1 300 300 cm /Fm Do Q");
    expect(textOf(page)).toBe("1");
    expect(page.glyphs[0]).toMatchObject({ angle: 270 });
  });

  it("leaves no state behind, not even an unbalanced one", async () => {
    const form = `1 g 5 Tc 3 0 0 3 0 0 cm 0 0 1 1 re W n`;
    const page = await withForm("/BBox [0 0 100 100]", form, `/Fm Do ${line(300, 300, "12")}`);
    expect(page.glyphs.map((glyph) => [glyph.text, glyph.x0, glyph.size])).toEqual([
      ["1", 300, 10],
      ["2", expect.closeTo(305.56), 10],
    ]);
  });

  it("as a transparency group is placed and clipped once", async () => {
    const form = `${line(5, 5, "1", 4)}${line(60, 5, "2", 4)}`;
    const page = await withForm(
      "/BBox [0 0 50 50] /Matrix [2 0 0 2 10 20] /Group << /S /Transparency /CS /DeviceRGB >>",
      form,
      "q 1 0 0 1 100 600 cm /Fm Do Q",
    );
    expect([textOf(page), page.hiddenGlyphs]).toEqual(["1", 1]);
    expect(page.glyphs[0]).toMatchObject({ x0: 120, size: 8, baseline: 842 - 630 });
  });

  it("may hold another, and be painted twice", async () => {
    const pdf = new MadePdf();
    const inner = pdf.add(
      `/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [1 0 0 1 5 0] ${FONT}`,
      line(0, 10, "1"),
    );
    const outer = pdf.add(
      `/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [1 0 0 1 0 7] /Resources << /XObject << /In ${inner} 0 R >> >>`,
      "/In Do",
    );
    const content = "q 1 0 0 1 100 600 cm /Out Do Q q 1 0 0 1 100 500 cm /Out Do Q";
    const page = await readFirst(pdf.page({ content, resources: `/XObject << /Out ${outer} 0 R >>` }).build());
    expect(page.glyphs.map((glyph) => [glyph.x0, 842 - glyph.baseline])).toEqual([
      [105, expect.closeTo(617)],
      [105, expect.closeTo(517)],
    ]);
  });
});

describe("nested q and Q", () => {
  it("restores matrix, clip, colour, font and spacing", async () => {
    const pdf = new MadePdf();
    const content = `q 2 0 0 2 0 0 cm q 1 g 9 Tc /F2 30 Tf 0 0 10 10 re W n Q BT /F1 5 Tf 50 100 Td (12) Tj ET Q ${line(100, 100, "3")}`;
    const page = await readFirst(pdf.page({ content }).build());
    expect(page.glyphs.map((glyph) => [glyph.text, glyph.x0, glyph.size])).toEqual([
      ["1", 100, 10],
      ["2", expect.closeTo(105.56), 10],
      ["3", 100, 10],
    ]);
  });

  it("stands more Qs than qs, and qs left open", async () => {
    const pdf = new MadePdf();
    pdf.page({ content: `Q Q q q 1 0 0 1 50 0 cm ${line(100, 100, "1")}` });
    const page = await readFirst(pdf.build());
    expect(page.glyphs.map((glyph) => [glyph.text, glyph.x0])).toEqual([["1", 150]]);
  });
});

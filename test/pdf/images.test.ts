import { describe, expect, it } from "vitest";
import { line, MadePdf } from "../helpers/make-pdf.js";
import { readFirst } from "../helpers/read-pdf.js";

const GRAY = "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8";
const MASK = "/Type /XObject /Subtype /Image /ImageMask true /BitsPerComponent 1";

async function imagesOf(content: string) {
  const pdf = new MadePdf();
  const picture = pdf.add(`${GRAY} /Width 4 /Height 2`, Buffer.alloc(8));
  const mask = pdf.add(`${MASK} /Width 8 /Height 2`, Buffer.from([0x55, 0xaa]));
  const resources = `/XObject << /Im ${picture} 0 R /Mask ${mask} 0 R >>`;
  const page = await readFirst(pdf.page({ content, mediaBox: [0, 0, 600, 800], resources }).build());
  return page.images;
}

describe("an image", () => {
  it("is noted with its box and its pixels", async () => {
    expect(await imagesOf("q 200 0 0 100 50 600 cm /Im Do Q")).toEqual([
      { box: [50, 100, 250, 200], width: 4, height: 2 },
    ]);
  });

  it("is cut to the page and the clip; gone beyond them", async () => {
    expect(await imagesOf("q 200 0 0 100 -50 750 cm /Im Do Q")).toMatchObject([{ box: [0, 0, 150, 50] }]);
    expect(await imagesOf("q 100 600 50 50 re W n 200 0 0 100 50 600 cm /Im Do Q")).toMatchObject([
      { box: [100, 150, 150, 200] },
    ]);
    expect(
      await imagesOf("q 200 0 0 100 50 900 cm /Im Do Q q 0 0 10 10 re W n 200 0 0 100 50 600 cm /Im Do Q"),
    ).toEqual([]);
  });

  it("flipped or turned has the box round it", async () => {
    expect(await imagesOf("q 200 0 0 -100 50 700 cm /Im Do Q q 0 100 -200 0 250 600 cm /Im Do Q")).toMatchObject([
      { box: [50, 100, 250, 200] },
      { box: [50, 100, 250, 200] },
    ]);
  });

  it("may be a mask or stand in the content stream", async () => {
    expect(await imagesOf("q 200 0 0 100 50 600 cm /Mask Do Q")).toEqual([
      { box: [50, 100, 250, 200], width: 8, height: 2 },
    ]);
    const inline = "q 200 0 0 100 50 600 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \u0001\u0002\u0003\u0004 EI Q";
    expect(await imagesOf(inline)).toEqual([{ box: [50, 100, 250, 200], width: 2, height: 2 }]);
  });

  it.each(["Im", "Mask"])(
    "is noted each time it is painted, however often (%s): scans come in strips",
    async (name) => {
      const strip = (i: number) => `q 600 0 0 20 0 ${20 * i} cm /${name} Do Q `;
      const images = await imagesOf(Array.from({ length: 40 }, (_, i) => strip(i)).join(""));
      expect(images).toHaveLength(40);
      expect(images[0]?.box).toEqual([0, 780, 600, 800]);
      expect(images[39]?.box).toEqual([0, 0, 600, 20]);
    },
  );

  it("of many kinds in one run is noted each time", async () => {
    const pdf = new MadePdf();
    const masks = Array.from({ length: 20 }, (_, i) =>
      pdf.add(`${MASK} /Width 8 /Height 2`, Buffer.from([i, 255 - i])),
    );
    const resources = `/XObject << ${masks.map((mask, i) => `/M${i} ${mask} 0 R`).join(" ")} >>`;
    const content = masks.map((_, i) => `q 600 0 0 20 0 ${20 * i} cm /M${i} Do Q `).join("");
    const page = await readFirst(pdf.page({ content, mediaBox: [0, 0, 600, 800], resources }).build());
    expect(page.images).toHaveLength(20);
  });

  it("many in the content stream are noted each", async () => {
    const inline = (i: number) =>
      `q 100 0 0 20 50 ${20 * i} cm BI /W 2 /H 2 /CS /G /BPC 8 ID \u0001\u0002\u0003\u0004 EI Q\n`;
    expect(await imagesOf(Array.from({ length: 30 }, (_, i) => inline(i)).join(""))).toHaveLength(30);
  });

  it("leaves the text after it where it is", async () => {
    const pdf = new MadePdf();
    const mask = pdf.add(`${MASK} /Width 8 /Height 2`, Buffer.from([1, 2]));
    const strips = Array.from({ length: 40 }, (_, i) => `q 600 0 0 20 0 ${20 * i} cm /M Do Q `).join("");
    const page = await readFirst(
      pdf
        .page({
          content: strips + line(100, 700, "8"),
          mediaBox: [0, 0, 600, 800],
          resources: `/XObject << /M ${mask} 0 R >>`,
        })
        .build(),
    );
    expect(page.glyphs[0]).toMatchObject({ x0: 100, baseline: 100 });
  });
});

describe("an image mask", () => {
  it("painted in white or transparent is not seen", async () => {
    expect(await imagesOf("q 1 g 200 0 0 100 50 600 cm /Mask Do Q")).toEqual([]);
  });

  it("of one pixel is a filled rectangle: a ground for white text, no picture", async () => {
    const pdf = new MadePdf();
    const dot = pdf.add(`${MASK} /Width 1 /Height 1`, Buffer.from([0]));
    const content = `q .2 0 .6 rg 200 0 0 100 50 600 cm /Dot Do Q q 1 g ${line(100, 650, "1")}${line(400, 650, "2")} Q`;
    const page = await readFirst(pdf.page({ content, resources: `/XObject << /Dot ${dot} 0 R >>` }).build());
    expect([page.images, page.rules, page.glyphs.map((glyph) => glyph.text)]).toEqual([[], [], ["1"]]);
  });
});

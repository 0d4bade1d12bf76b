import { describe, expect, it } from "vitest";
import { line, MadePdf, onePage } from "../helpers/make-pdf.js";
import { readFirst, readPdf, textOf } from "../helpers/read-pdf.js";

/** A digit at (100, 700) and a rule under it, on 600 × 800 pt. */
const CONTENT = `${line(100, 700, "8")}100 690 m 160 690 l S`;
const SIZE = [0, 0, 600, 800];

describe("the page as displayed", () => {
  it.each([
    { rotate: 0, size: [600, 800], origin: [100, 100], angle: 0, rule: ["h", 110, 100, 160] },
    { rotate: 90, size: [800, 600], origin: [700, 100], angle: 90, rule: ["v", 690, 100, 160] },
    { rotate: 180, size: [600, 800], origin: [500, 700], angle: 180, rule: ["h", 690, 440, 500] },
    { rotate: 270, size: [800, 600], origin: [100, 500], angle: 270, rule: ["v", 110, 440, 500] },
    { rotate: -90, size: [800, 600], origin: [100, 500], angle: 270, rule: ["v", 110, 440, 500] },
    { rotate: 450, size: [800, 600], origin: [700, 100], angle: 90, rule: ["v", 690, 100, 160] },
  ])("is turned clockwise by /Rotate $rotate", async ({ rotate, size, origin, angle, rule }) => {
    const page = await readFirst(onePage(CONTENT, { mediaBox: SIZE, entries: `/Rotate ${rotate}` }));
    expect([page.width, page.height]).toEqual(size);
    const glyph = page.glyphs[0];
    expect(glyph?.angle).toBe(angle);
    // The origin of the glyph is the corner where its baseline begins, 0.15 em from the box's bottom side.
    const along = [0, 180].includes(angle) ? "x" : "y";
    const start = { 0: glyph?.x0, 90: glyph?.y0, 180: glyph?.x1, 270: glyph?.y1 }[angle as 0];
    expect(start).toBeCloseTo(origin[along === "x" ? 0 : 1] ?? 0);
    const foot = {
      0: (glyph?.y1 ?? 0) - 1.5,
      90: (glyph?.x0 ?? 0) + 1.5,
      180: (glyph?.y0 ?? 0) + 1.5,
      270: (glyph?.x1 ?? 0) - 1.5,
    };
    expect(foot[angle as 0]).toBeCloseTo(origin[along === "x" ? 1 : 0] ?? 0);
    expect(page.rules).toHaveLength(1);
    const [axis, at, from, to] = rule;
    expect(page.rules[0]).toMatchObject({ axis, at, from, to });
  });

  it("begins at the crop box", async () => {
    const page = await readFirst(
      onePage(CONTENT, { mediaBox: [-50, -50, 600, 800], entries: "/CropBox [90 600 300 720]" }),
    );
    expect([page.width, page.height]).toEqual([210, 120]);
    expect(page.glyphs[0]).toMatchObject({ x0: 10, baseline: 20 });
    expect(page.rules).toEqual([{ axis: "h", at: 30, from: 10, to: 70 }]);
  });

  it("begins at a media box that does not begin at zero", async () => {
    const page = await readFirst(onePage(CONTENT, { mediaBox: [-100, -200, 500, 750] }));
    expect(page.glyphs[0]).toMatchObject({ x0: 200, baseline: 50 });
  });

  it("with crop box and rotation", async () => {
    const page = await readFirst(onePage(CONTENT, { mediaBox: SIZE, entries: "/CropBox [90 600 300 720] /Rotate 90" }));
    expect([page.width, page.height]).toEqual([120, 210]);
    // 700 − 600 from the left, 100 − 90 from the top.
    expect(page.glyphs[0]?.y0).toBeCloseTo(10);
    expect((page.glyphs[0]?.x0 ?? 0) + 1.5).toBeCloseTo(100);
  });

  it("is in pt whatever the user unit", async () => {
    const plain = await readFirst(onePage(CONTENT, { mediaBox: SIZE }));
    const scaled = await readFirst(onePage(CONTENT, { mediaBox: SIZE, entries: "/UserUnit 2.5" }));
    expect(scaled).toEqual(plain);
  });

  it("has its own size on every page", async () => {
    const pages = await readPdf(
      new MadePdf()
        .page({ content: CONTENT, mediaBox: SIZE })
        .page({ content: CONTENT, mediaBox: [0, 0, 900, 750], entries: "/Rotate 90" })
        .build(),
    );
    expect(pages.map((page) => [page.number, page.width, page.height])).toEqual([
      [1, 600, 800],
      [2, 750, 900],
    ]);
  });
});

describe("what stands off the page", () => {
  it("is hidden: beyond each edge and outside the crop box, not what crosses the edge", async () => {
    const content = [
      line(-20, 400, "1"),
      line(601, 400, "2"),
      line(300, 810, "3"),
      line(300, -10, "4"),
      line(-2, 300, "5"),
      line(597, 300, "6"),
    ].join("");
    const page = await readFirst(onePage(content, { mediaBox: SIZE }));
    expect(textOf(page)).toBe("56");
    expect(page.hiddenGlyphs).toBe(4);
    const cropped = await readFirst(onePage(content, { mediaBox: SIZE, entries: "/CropBox [10 0 590 800]" }));
    expect(textOf(cropped)).toBe("");
    expect(cropped.hiddenGlyphs).toBe(6);
  });
});

import { describe, expect, it } from "vitest";
import type { Rule } from "../../src/model/index.js";
import { MadePdf, onePage } from "../helpers/make-pdf.js";
import { readFirst } from "../helpers/read-pdf.js";

const GRAPHICS = "/ExtGState << /None << /ca .02 /CA .02 >> /Half << /ca .5 /CA .5 >> /Wide << /LW 20 >> >>";

async function rulesOf(content: string): Promise<readonly Rule[]> {
  const page = await readFirst(onePage(content, { mediaBox: [0, 0, 600, 800], resources: GRAPHICS }));
  return page.rules.map((rule) => ({
    axis: rule.axis,
    at: Math.round(rule.at * 100) / 100,
    from: Math.round(rule.from * 100) / 100,
    to: Math.round(rule.to * 100) / 100,
  }));
}

const h = (at: number, from: number, to: number): Rule => ({ axis: "h", at, from, to });
const v = (at: number, from: number, to: number): Rule => ({ axis: "v", at, from, to });

describe("a rule is", () => {
  it("a straight stroke, in either direction", async () => {
    expect(await rulesOf("100 700 m 300 700 l S 300 600 m 100 600 l S 100 500 m 100 400 l s")).toEqual([
      h(100, 100, 300),
      h(200, 100, 300),
      v(100, 300, 400),
      // s closes the path: back along the same line.
      v(100, 300, 400),
    ]);
  });

  it("each side of a stroked rectangle or polygon", async () => {
    const box = [h(200, 100, 300), v(300, 100, 200), h(100, 100, 300), v(100, 100, 200)];
    expect(await rulesOf("100 600 200 100 re S")).toEqual(box);
    expect(await rulesOf("100 600 m 300 600 l 300 700 l 100 700 l h S")).toEqual(box);
    expect(await rulesOf("100 600 m 300 600 l 300 700 l 100 700 l S")).toEqual(box.slice(0, 3));
  });

  it("the middle of a thin filled shape, however it is drawn", async () => {
    expect(await rulesOf("100 699.5 200 1 re f")).toEqual([h(100, 100, 300)]);
    expect(await rulesOf("100 699.5 m 300 699.5 l 300 700.5 l 100 700.5 l f*")).toEqual([h(100, 100, 300)]);
    expect(await rulesOf("99 500 2 200 re f")).toEqual([v(100, 100, 300)]);
    expect(await rulesOf("99.25 699 .5 .5 re f")).toEqual([h(100.75, 99.25, 99.75), v(99.5, 100.5, 101)]);
  });

  it("no stroke of a letter that is drawn as a path, but each side of a small cell and of a large slanted shape", async () => {
    expect(await rulesOf("100 600 m 110 600 l 110 610 l 105 615 l 100 610 l h B")).toEqual([]);
    expect(await rulesOf("100 600 m 120 600 l 120 610 120 610 110 610 c h S")).toEqual([]);
    expect(await rulesOf("100 600 10 10 re S")).toHaveLength(4);
    expect(await rulesOf("100 600 m 300 600 l 300 700 l h S")).toEqual([h(200, 100, 300), v(300, 100, 200)]);
  });

  it("a thin picture", async () => {
    const pdf = new MadePdf();
    const image = pdf.add(
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
      Buffer.from([0]),
    );
    const content =
      "q 200 0 0 .5 100 600 cm /Im Do Q q .5 0 0 100 100 600 cm /Im Do Q q 200 0 0 100 100 300 cm /Im Do Q";
    const page = await readFirst(
      pdf.page({ content, mediaBox: [0, 0, 600, 800], resources: `/XObject << /Im ${image} 0 R >>` }).build(),
    );
    expect(page.rules).toEqual([h(199.75, 100, 300), v(100.25, 100, 200)]);
  });

  it("a thin mask painted in one colour, one or many", async () => {
    const pdf = new MadePdf();
    const mask = pdf.add(
      "/Type /XObject /Subtype /Image /ImageMask true /Width 1 /Height 1 /BitsPerComponent 1",
      Buffer.from([0]),
    );
    const at = (y: number) => `q 200 0 0 .5 100 ${y} cm /Im Do Q `;
    const content = Array.from({ length: 20 }, (_, i) => at(100 + 30 * i)).join("");
    const rules = async (text: string) =>
      (
        await readFirst(
          pdf.page({ content: text, mediaBox: [0, 0, 600, 800], resources: `/XObject << /Im ${mask} 0 R >>` }).build(),
        )
      ).rules;
    expect(await rules(content)).toHaveLength(20);
  });

  it("dashed, or drawn piece by piece: its pieces come as they are", async () => {
    expect(await rulesOf("[3 2] 0 d 100 700 m 300 700 l S")).toEqual([h(100, 100, 300)]);
    expect(await rulesOf("100 700 m 150 700 l 160 700 m 200 700 l S")).toEqual([h(100, 100, 150), h(100, 160, 200)]);
    expect(await rulesOf("100 700 m 150 700 l 200 700 l S")).toEqual([h(100, 100, 150), h(100, 150, 200)]);
  });

  it("stroked and filled at once, and each counts", async () => {
    expect(await rulesOf("100 699.5 200 1 re B")).toHaveLength(5);
  });

  it("what the current matrix makes of it", async () => {
    expect(await rulesOf("q 0 1 -1 0 300 400 cm 0 0 m 100 0 l S Q")).toEqual([v(300, 300, 400)]);
    expect(await rulesOf("q 2 0 0 2 0 0 cm 50 350 100 .5 re f Q")).toEqual([h(99.5, 100, 300)]);
  });

  it("slightly askew: within 0.3 pt", async () => {
    expect(await rulesOf("100 700 m 300 700.2 l S")).toEqual([h(99.9, 100, 300)]);
  });
});

describe("a rule is cut to the clip", () => {
  it("in length, and gone beyond it", async () => {
    const clip = "q 150 600 100 150 re W n";
    expect(
      await rulesOf(`${clip} 100 700 m 300 700 l S 200 800 m 200 0 l S 100 500 m 300 500 l S 300 800 m 300 0 l S Q`),
    ).toEqual([h(100, 150, 250), v(200, 50, 200)]);
    expect(await rulesOf(`${clip} 100 699.5 200 1 re f Q`)).toEqual([h(100, 150, 250)]);
  });

  it("but stays where it lies on the clip's edge", async () => {
    expect(await rulesOf("q 100 600 200 100 re W n 100 600 200 100 re S Q")).toHaveLength(4);
  });
});

describe("a rule is not", () => {
  it.each([
    ["white or nearly", "1 g 1 G 100 700 m 300 700 l S 100 599.5 200 1 re f .97 g 100 500 200 1 re f"],
    ["transparent", "/None gs 100 700 m 300 700 l S 100 600 200 1 re f"],
    ["slanted", "100 700 m 300 710 l S"],
    ["an unpainted path", "100 700 m 300 700 l n"],
    ["a large fill's edge", "100 600 200 100 re f"],
    ["a stroke that paints an area", "20 w 100 700 m 300 700 l S"],
    ["a stroke made wide by the graphics state or the matrix", "/Wide gs 100 700 m 300 700 l S"],
    ["a stroke made wide by the matrix", "q 10 0 0 10 0 0 cm 1 w 10 70 m 30 70 l S Q"],
    ["a curve", "100 700 m 150 750 250 750 300 701 c S"],
    ["a point", "1 J 100 700 m 100 700 l S"],
  ])("%s", async (_what, content) => {
    expect(await rulesOf(content)).toEqual([]);
  });

  it.each([
    ["light grey", ".9 G 100 700 m 300 700 l S"],
    ["half transparent", "/Half gs 100 700 m 300 700 l S"],
    ["under the widest", "7 w 100 700 m 300 700 l S"],
    ["of no width (a hairline)", "0 w 100 700 m 300 700 l S"],
    ["black again after Q", "q 1 G Q 100 700 m 300 700 l S"],
  ])("but it is when %s", async (_what, content) => {
    expect(await rulesOf(content)).toEqual([h(100, 100, 300)]);
  });

  it("a straight-looking curve between rules", async () => {
    // A rounded box: straight sides with curved corners.
    const rules = await rulesOf("110 700 m 290 700 l 300 700 300 700 300 690 c 300 610 l S");
    expect(rules).toEqual([h(100, 110, 290), v(300, 110, 190)]);
  });

  it("a curve that ends at the height where it began, stroked or filled", async () => {
    expect(await rulesOf("100 700 m 150 780 250 780 300 700 c S 100 500 m 150 580 250 580 300 500 c f")).toEqual([]);
  });
});

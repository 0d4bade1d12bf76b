import { describe, expect, it } from "vitest";
import { line, MadePdf, type MadePdfPage, onePage } from "../helpers/make-pdf.js";
import { readFirst, textOf } from "../helpers/read-pdf.js";

async function seen(content: string, page: Omit<MadePdfPage, "content"> = {}): Promise<[string, number]> {
  const read = await readFirst(onePage(content, page));
  return [textOf(read), read.hiddenGlyphs];
}

describe("clipping", () => {
  it("hides text outside the clip", async () => {
    expect(
      await seen(`q 0 600 300 100 re W n ${line(100, 650, "12")}${line(100, 500, "34")} Q${line(100, 400, "5")}`),
    ).toEqual(["125", 2]);
  });

  it("keeps text that is cut by half, hides what shows less than a quarter", async () => {
    // The box of the text goes from 1.5 under to 8.5 over the baseline.
    expect(await seen(`q 0 0 595 645 re W n ${line(100, 641, "1")} Q`)).toEqual(["1", 0]);
    expect(await seen(`q 0 0 595 645 re W n ${line(100, 645, "1")} Q`)).toEqual(["", 1]);
  });

  it("is the intersection of nested clips, undone by Q", async () => {
    const content = `q 0 0 300 842 re W n q 200 0 300 842 re W* n ${line(100, 700, "1")}${line(250, 700, "2")}${line(400, 700, "3")} Q ${line(100, 650, "4")}${line(400, 650, "5")} Q ${line(400, 600, "6")}`;
    expect(await seen(content)).toEqual(["246", 3]);
  });

  it("with an empty path hides everything", async () => {
    expect(await seen(`q 100 100 0 0 re W n ${line(100, 100, "1")} Q ${line(100, 100, "2")}`)).toEqual(["2", 1]);
  });

  it("takes the box of a turned or curved clip", async () => {
    expect(
      await seen(`q 300 400 m 400 500 l 300 600 l 200 500 l h W n ${line(295, 500, "1")}${line(100, 500, "2")} Q`),
    ).toEqual(["1", 1]);
  });

  it("by a circle of two curves keeps what is inside", async () => {
    const circle = "200 500 m 200 634 400 634 400 500 c 400 366 200 366 200 500 c h";
    expect(await seen(`q ${circle} W n ${line(300, 550, "1")}${line(100, 500, "2")} Q`)).toEqual(["1", 1]);
  });

  it("works in the space of the current matrix", async () => {
    expect(
      await seen(`q .5 0 0 .5 100 100 cm 0 0 200 200 re W n ${line(100, 100, "1", 20)}${line(250, 100, "2", 20)} Q`),
    ).toEqual(["1", 1]);
  });

  it("painted as well as clipped: the fill is a ground, the clip holds", async () => {
    const content = `q 0 0 1 rg 100 600 200 100 re W f 1 g ${line(120, 650, "1")}${line(400, 650, "2")} Q`;
    expect(await seen(content)).toEqual(["1", 1]);
  });
});

describe("invisible text", () => {
  it("is what rendering modes 3 and 7 leave unpainted", async () => {
    const modes = [0, 1, 2, 3, 4, 5, 6, 7].map(
      (mode) => `q BT /F1 10 Tf ${mode} Tr ${100 + 20 * mode} 700 Td (${mode}) Tj ET Q`,
    );
    // Modes from 4 on add to the clip, which no test of visibility needs here.
    expect(await seen(modes.slice(0, 4).join(" "))).toEqual(["012", 1]);
    expect((await seen(modes.join(" ")))[0]).not.toMatch(/[37]/);
  });

  it("is fully transparent text", async () => {
    const resources = "/ExtGState << /None << /ca 0 >> /Half << /ca .5 >> >>";
    expect(
      await seen(`q /None gs ${line(100, 700, "1")} Q q /Half gs ${line(100, 650, "2")} Q`, { resources }),
    ).toEqual(["2", 1]);
  });

  it("is text of no size", async () => {
    expect(await seen("BT /F1 0 Tf 100 700 Td (1) Tj /F1 10 Tf (2) Tj ET")).toEqual(["2", 1]);
  });
});

describe("white text", () => {
  it.each([
    ["1 g"],
    ["1 1 1 rg"],
    ["0 0 0 0 k"],
    [".98 g"],
    ["/DeviceCMYK cs 0 0 0 0 sc"],
    ["/DeviceRGB cs 1 1 1 scn"],
  ])("on paper is not seen (%s)", async (colour) => {
    expect(await seen(`q ${colour} ${line(100, 700, "1")} Q ${line(100, 650, "2")}`)).toEqual(["2", 1]);
  });

  it("on a coloured ground is seen", async () => {
    const header = "q .2 .3 .8 rg 90 690 200 30 re f Q";
    expect(await seen(`${header} q 1 g ${line(100, 700, "12")} Q`)).toEqual(["12", 0]);
  });

  it("is seen when its stroke is painted", async () => {
    expect(await seen(`q 1 g 0 G 1 w BT /F1 10 Tf 2 Tr 100 700 Td (1) Tj ET Q`)).toEqual(["1", 0]);
  });

  it("over a white fill is not seen", async () => {
    expect(await seen(`q 1 g 90 690 200 30 re f ${line(100, 700, "1")} Q`)).toEqual(["", 1]);
  });

  it("light grey and yellow are seen", async () => {
    expect(await seen(`q .9 g ${line(100, 700, "1")} 1 1 0 rg ${line(100, 650, "2")} Q`)).toEqual(["12", 0]);
  });

  it("that is black again after Q", async () => {
    expect(await seen(`q 1 g Q ${line(100, 700, "1")}`)).toEqual(["1", 0]);
  });

  it("on a picture is seen", async () => {
    const pdf = new MadePdf();
    const image = pdf.add(
      "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
      Buffer.from([0, 0, 0, 0]),
    );
    const content = `q 200 0 0 100 90 690 cm /Im Do Q q 1 g ${line(100, 700, "1")}${line(400, 700, "2")} Q`;
    const page = await readFirst(pdf.page({ content, resources: `/XObject << /Im ${image} 0 R >>` }).build());
    expect(textOf(page)).toBe("1");
  });
});

describe("optional content", () => {
  const layered = (content: string) => {
    const pdf = new MadePdf();
    const off = pdf.add("/Type /OCG /Name (off)");
    const on = pdf.add("/Type /OCG /Name (on)");
    const form = pdf.add(
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /OC ${off} 0 R /Resources << /Font << /F1 3 0 R >> >>`,
      line(300, 700, "9"),
    );
    pdf.catalog(`/OCProperties << /OCGs [${off} 0 R ${on} 0 R] /D << /OFF [${off} 0 R] >> >>`);
    const resources = `/Properties << /Off ${off} 0 R /On ${on} 0 R >> /XObject << /Fm ${form} 0 R >>`;
    return pdf.page({ content, resources }).build();
  };

  it("that is off hides text, rules and pictures", async () => {
    const page = await readFirst(
      layered(
        `/OC /Off BDC ${line(100, 700, "12")} 100 600 m 200 600 l S EMC /OC /On BDC ${line(100, 650, "3")} 100 500 m 200 500 l S EMC`,
      ),
    );
    expect([textOf(page), page.hiddenGlyphs]).toEqual(["3", 2]);
    expect(page.rules).toEqual([{ axis: "h", at: 342, from: 100, to: 200 }]);
  });

  it("nests with other marked content", async () => {
    const content = `/OC /Off BDC /P BMC ${line(100, 700, "1")} EMC /OC /On BDC ${line(100, 680, "2")} EMC EMC /Span << /MCID 0 >> BDC ${line(100, 650, "3")} EMC`;
    const page = await readFirst(layered(content));
    expect([textOf(page), page.hiddenGlyphs]).toEqual(["3", 2]);
  });

  it("hides a form XObject", async () => {
    const page = await readFirst(layered(`/Fm Do ${line(100, 650, "3")}`));
    expect([textOf(page), page.hiddenGlyphs]).toEqual(["3", 1]);
  });

  it("moves on the text position although nothing is shown", async () => {
    const page = await readFirst(layered("BT /F1 10 Tf 100 700 Td /OC /Off BDC (1) Tj EMC (2) Tj ET"));
    expect(page.glyphs.map((glyph) => [glyph.text, glyph.x0])).toEqual([["2", expect.closeTo(105.56)]]);
  });
});

import { describe, expect, it } from "vitest";
import { openPdf } from "../../src/pdf/index.js";
import { line, MadePdf } from "../helpers/make-pdf.js";

const GRAY = "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8";
const ONE_BIT = "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 1";

async function ownImageOf(content: string) {
  const pdf = new MadePdf();
  const picture = pdf.add(`${GRAY} /Width 4 /Height 2`, Buffer.from([0, 50, 100, 150, 200, 250, 20, 70]));
  const bits = pdf.add(`${ONE_BIT} /Width 4 /Height 2`, Buffer.from([0b10100000, 0b01010000]));
  const resources = `/XObject << /Im ${picture} 0 R /Bits ${bits} 0 R >>`;
  const opened = await openPdf(pdf.page({ content, mediaBox: [10, 20, 410, 220], resources }).build());
  try {
    const before = opened.ownImage(1);
    await opened.page(1);
    return { before, own: opened.ownImage(1) };
  } finally {
    await opened.close();
  }
}

describe("a page's own image", () => {
  it("is there, in its own pixels, once the page was read", async () => {
    const { before, own } = await ownImageOf("q 400 0 0 200 10 20 cm /Im Do Q");
    expect(before).toBeNull();
    expect(own).toMatchObject({ width: 4, height: 2, channels: 1, box: [0, 0, 400, 200] });
    expect([...(own?.data ?? [])]).toEqual([0, 50, 100, 150, 200, 250, 20, 70]);
  });

  it("of one bit is black and white", async () => {
    const { own } = await ownImageOf("q 10 20 400 200 re W n 200 0 0 100 10 120 cm /Bits Do Q");
    expect(own).toMatchObject({ channels: 1, box: [0, 0, 200, 100] });
    expect([...(own?.data ?? [])]).toEqual([255, 0, 255, 0, 0, 255, 0, 255]);
  });

  it("is there under text that does not show: what another OCR read", async () => {
    const { own } = await ownImageOf(`q 400 0 0 200 10 20 cm /Im Do Q 3 Tr ${line(50, 100, "read by another")}`);
    expect(own).toMatchObject({ width: 4, height: 2 });
  });

  it.each([
    ["turned", "q 0 400 -200 0 410 20 cm /Im Do Q"],
    ["mirrored", "q -400 0 0 200 410 20 cm /Im Do Q"],
    ["with other pixels across than down", "q 400 0 0 100 10 20 cm /Im Do Q"],
    ["cut", "q 10 20 100 100 re W n 400 0 0 200 10 20 cm /Im Do Q"],
    ["painted over", "q 400 0 0 200 10 20 cm /Im Do Q 50 50 20 20 re f"],
    ["one of two", "q 400 0 0 200 10 20 cm /Im Do Q q 40 0 0 20 10 20 cm /Im Do Q"],
    ["with text", `q 400 0 0 200 10 20 cm /Im Do Q ${line(50, 100, "text")}`],
  ])("is none when it is %s", async (_, content) => {
    expect((await ownImageOf(content)).own).toBeNull();
  });
});

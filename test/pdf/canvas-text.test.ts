import { describe, expect, it } from "vitest";
import { openPdf } from "../../src/pdf/index.js";
import { MadePdf } from "../helpers/make-pdf.js";

async function ink(content: string): Promise<number> {
  const pdf = await openPdf(new MadePdf().page({ content }).build());
  try {
    const { data } = await pdf.bitmap(1, 72);
    return data.reduce((dark, value, i) => dark + (i % 4 === 0 && value < 128 ? 1 : 0), 0);
  } finally {
    await pdf.close();
  }
}

describe("a page with a font that has no program", () => {
  it("is drawn, also where the font hands on a NUL", async () => {
    // Codes 0000 and 5408 (合).
    expect(await ink("BT /F2 20 Tf 60 700 Td <00005408> Tj ET 60 600 m 500 600 l S")).toBeGreaterThan(100);
  });
});

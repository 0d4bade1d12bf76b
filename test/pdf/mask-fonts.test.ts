import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { maskFontPrograms } from "../../src/pdf/mask-fonts.js";
import { hex, MadePdf } from "../helpers/make-pdf.js";
import { readPdf } from "../helpers/read-pdf.js";

const root = new URL("../../", import.meta.url);
const corpus = new URL("../shared/corpus/", root);

/** A font with a program of the given kind under a descriptor, over a PDF that shows 合计 with it. */
function withProgram(font: string, descriptor: string, options: { inArray?: boolean } = {}): string {
  const pdf = new MadePdf();
  const program = pdf.add("", "a font program");
  const described = pdf.add(
    `/Type /FontDescriptor /FontName /Own /Flags 4 ${descriptor.replace("@", `${program} 0 R`)}`,
  );
  const descendant = pdf.add(
    `/Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${described} 0 R /DW 1000`,
  );
  const parents = options.inArray ? `/DescendantFonts [ ${descendant} 0 R ]` : `/DescendantFonts [${descendant} 0 R]`;
  pdf.add(`/Type /Font /Subtype /Type0 /BaseFont /Own ${parents} ${font}`);
  return Buffer.from(pdf.page({ content: `BT /F2 10 Tf ${hex("合计")} Tj ET` }).build()).toString("latin1");
}

function masked(pdf: string): boolean {
  const bytes = Uint8Array.from(Buffer.from(pdf, "latin1"));
  const result = maskFontPrograms(bytes);
  expect(result.length).toBe(bytes.length);
  expect(Buffer.from(bytes).toString("latin1")).toBe(pdf);
  return Buffer.from(result).includes("/FontFil_");
}

describe("font programs", () => {
  it("are masked where ToUnicode or a predefined map reads the codes", () => {
    expect(masked(withProgram("/Encoding /Identity-H /ToUnicode 7 0 R", "/FontFile2 @"))).toBe(true);
    expect(masked(withProgram("/Encoding /Identity-H /ToUnicode 7 0 R", "/FontFile3 @", { inArray: true }))).toBe(true);
    expect(masked(withProgram("/Encoding /UniGB-UCS2-H", "/FontFile2 @"))).toBe(true);
    expect(masked(withProgram("/Encoding /GBK-EUC-H", "/FontFile2 @"))).toBe(true);
  });

  it("are kept where the program itself may be what maps codes or sets widths", () => {
    expect(masked(withProgram("/Encoding /Identity-H", "/FontFile2 @"))).toBe(false);
    expect(masked(withProgram("/Encoding /Identity-H /ToUnicode 7 0 R", "/FontFile @"))).toBe(false);
  });

  it("are kept when one of two fonts over one descriptor needs it", () => {
    const one = withProgram("/Encoding /Identity-H /ToUnicode 7 0 R", "/FontFile2 @");
    const descendant = /\/DescendantFonts \[(\d+) 0 R\] \/Encoding/.exec(one)?.[1];
    const other = `90 0 obj\n<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] >>\nendobj\n`;
    expect(masked(one)).toBe(true);
    expect(masked(`${one}${other}`)).toBe(false);
  });

  it("without any, the bytes themselves come back", () => {
    const bytes = new MadePdf().page({ content: "" }).build();
    expect(maskFontPrograms(bytes)).toBe(bytes);
  });

  it("named inside a stream are no dictionary", () => {
    const pdf = new MadePdf();
    pdf.page({ content: "% /FontDescriptor 5 0 R /FontFile2 5 0 R /ToUnicode 5 0 R" });
    expect(masked(Buffer.from(pdf.build()).toString("latin1"))).toBe(false);
  });
});

async function identical(file: URL): Promise<number> {
  const bytes = new Uint8Array(readFileSync(file));
  const plain = await readPdf(bytes);
  const fast = await readPdf(bytes, { maskFonts: true });
  expect(fast.map(({ glyphs }) => glyphs.length)).toEqual(plain.map(({ glyphs }) => glyphs.length));
  plain.forEach((page, i) => {
    // One comparison per page of what matters, so that a failure is short.
    const told = (p: typeof page | undefined) =>
      (p?.glyphs ?? []).map((g) => `${g.text} ${g.x0} ${g.x1} ${g.baseline} ${g.size}`);
    expect(told(fast[i]).join("\n") === told(page).join("\n"), `page ${page.number}`).toBe(true);
    expect(fast[i]?.rules).toEqual(page.rules);
  });
  return plain.reduce((sum, page) => sum + page.glyphs.length, 0);
}

describe("masking leaves every glyph as it is", () => {
  it("in the sample", async () => {
    expect(await identical(new URL("samples/wuhan-2024/wuhan-2024.pdf", root))).toBeGreaterThan(10_000);
  });
});

const FOLDERS = ["department", "layouts", "budget", "pairs"];

describe.skipIf(!existsSync(corpus))("masking leaves every glyph as it is (needs ../shared/corpus)", () => {
  const files = existsSync(corpus)
    ? FOLDERS.flatMap((folder) =>
        readdirSync(new URL(`${folder}/`, corpus))
          .filter((name) => name.endsWith(".pdf"))
          .map((name) => `${folder}/${name}`),
      )
    : [];
  it.each(files)("in %s", async (file) => {
    expect(await identical(new URL(encodeURI(file), corpus))).toBeGreaterThan(0);
  });
});

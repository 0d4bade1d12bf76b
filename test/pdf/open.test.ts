import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JuesuanError } from "../../src/model/error.js";
import { openPdf } from "../../src/pdf/index.js";
import { hanzi, line, MadePdf, onePage } from "../helpers/make-pdf.js";
import { readFirst, readPdf, textOf } from "../helpers/read-pdf.js";

async function refusal(bytes: Uint8Array, password?: string): Promise<[code: string, message: string]> {
  const error = await openPdf(bytes, { fileName: "x.pdf", password }).then(
    async (pdf) => {
      await pdf.close();
      return null;
    },
    (cause: unknown) => cause,
  );
  if (!(error instanceof JuesuanError)) throw new Error(`not refused as it should be: ${String(error)}`);
  expect(error.message).toMatch(/^x\.pdf: [^\n]+$/);
  return [error.code, error.message];
}

const text = (content: string) => new TextEncoder().encode(content);
const latin1 = (content: string) => Uint8Array.from(Buffer.from(content, "latin1"));

describe("what is no PDF", () => {
  it.each([
    ["nothing", new Uint8Array(), "empty", /0 bytes/],
    ["a web page", text("\n<!DOCTYPE html><html><body>404</body></html>"), "not-pdf", /web page/],
    ["a ZIP file", latin1(`PK\u0003\u0004${deflateRawSync("x").toString("latin1")}`), "not-pdf", /ZIP or Office/],
    ["an old Office file", latin1("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), "not-pdf", /old Office/],
    ["a picture", latin1("\u0089PNG\r\n\u001a\n"), "not-pdf", /picture/],
    ["text", text("合计 1.00"), "not-pdf", /no PDF/],
  ])("is refused: %s", async (_what, bytes, code, message) => {
    expect(await refusal(bytes)).toEqual([code, expect.stringMatching(message)]);
  });

  it("is refused whatever the bytes are, without a crash", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), fc.boolean(), async (bytes, head) => {
        const content = head ? Uint8Array.from([...latin1("%PDF-1.7\n"), ...bytes]) : bytes;
        const [code] = await refusal(content);
        expect(["empty", "not-pdf", "unreadable"]).toContain(code);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe("a PDF that cannot be read", () => {
  it("has a page tree that refers to itself", async () => {
    const loop = latin1(
      "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n",
    );
    expect((await refusal(loop))[0]).toBe("unreadable");
  });

  it("has no page", async () => {
    expect((await refusal(new MadePdf().build()))[0]).toBe("unreadable");
  });

  it("is cut off before its first page is whole", async () => {
    const whole = onePage(line(100, 700, "12"));
    expect((await refusal(whole.subarray(0, 300)))[0]).toBe("unreadable");
  });
});

describe("a damaged PDF", () => {
  const three = new MadePdf();
  for (const digit of ["1", "2", "3"]) three.page({ content: hanzi(100, 700, `合计${digit}`) });
  const bytes = three.build();

  it("is read whole without cross-reference table and trailer", async () => {
    const cut = bytes.subarray(0, Buffer.from(bytes).lastIndexOf("xref\n0 "));
    expect((await readPdf(cut)).map(textOf)).toEqual(["合计1", "合计2", "合计3"]);
  });

  it("is read whole with junk before the header and wrong offsets", async () => {
    const junk = Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\n\r\n"), Buffer.from(bytes)]);
    expect((await readPdf(junk)).map(textOf)).toEqual(["合计1", "合计2", "合计3"]);
  });

  it("cut off after its second page gives two, and says that it is damaged", async () => {
    const page = Buffer.from(bytes).lastIndexOf("/Type /Page /Parent");
    const cut = bytes.subarray(0, page - 20);
    const pdf = await openPdf(cut, { fileName: "x.pdf" });
    try {
      const pages = [await pdf.page(1), await pdf.page(2)];
      expect([pdf.pageCount, pages.map(textOf)]).toEqual([2, ["合计1", "合计2"]]);
      // Either the engine itself or the rescue rebuilt it; only the rescue knows that something is missing.
      expect(pdf.damage ?? "damaged").toMatch(/damaged/);
    } finally {
      await pdf.close();
    }
  });
});

describe("a page that cannot be read", () => {
  const good = (digit: string) => ({ content: line(100, 700, digit) });

  it("is an empty page with a problem; the others are read", async () => {
    const pages = await readPdf(new MadePdf().page(good("1")).page(good("2")).kid(9999).build());
    expect(pages.map((page) => [page.number, textOf(page)])).toEqual([
      [1, "1"],
      [2, "2"],
      [3, ""],
    ]);
    expect(pages.map((page) => page.problems)).toEqual([
      [],
      [],
      [
        {
          rule: "pdf.page-unreadable",
          message: expect.stringMatching(/^[^\n]*page 3: the page cannot be read[^\n]*$/),
        },
      ],
    ]);
  });

  it.each([
    ["first", new MadePdf().kid(9999).page(good("1")).page(good("2"))],
    ["among good ones", new MadePdf().page(good("1")).kid(9999).page(good("2"))],
  ])(
    "where the page tree breaks (%s): the pages behind it are found, and the file is called damaged",
    async (_where, made) => {
      const pdf = await openPdf(made.build());
      const pages = [await pdf.page(1), await pdf.page(2)];
      expect([pdf.pageCount, pages.map(textOf)]).toEqual([2, ["1", "2"]]);
      expect(pdf.damage).toMatch(/damaged/);
      await pdf.close();
    },
  );

  it("is empty without contents, or with contents that cannot be decoded", async () => {
    const pdf = new MadePdf();
    const page = (contents: number) =>
      pdf.add(`/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << >>`);
    pdf
      .page(good("1"))
      .kid(page(999))
      .kid(page(pdf.add("/Filter /FlateDecode", "garbage")))
      .page(good("4"));
    expect((await readPdf(pdf.build())).map(textOf)).toEqual(["1", "", "", "4"]);
  });

  it("without its fonts or a box still gives its text", async () => {
    const pdf = new MadePdf().page({ content: "BT /F9 10 Tf 100 700 Td (12) Tj ET" });
    pdf.page({ ...good("3"), mediaBox: [0, 0, 0, 0] });
    expect((await readPdf(pdf.build())).map(textOf)).toEqual(["12", "3"]);
  });

  it("draws itself: what can be drawn is read, without end is not", async () => {
    const pdf = new MadePdf();
    const own = 9;
    const form = pdf.add(
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /Fm ${own} 0 R >> >>`,
      `${line(100, 700, "1")} /Fm Do`,
    );
    expect(form).toBe(own);
    pdf.page({ content: `/Fm Do ${line(100, 600, "2")}`, resources: `/XObject << /Fm ${form} 0 R >>` }).page(good("3"));
    const pages = await readPdf(pdf.build());
    expect(pages).toHaveLength(2);
    expect(pages[1] && textOf(pages[1])).toBe("3");
  });

  it("with a broken content stream gives what stands before the break", async () => {
    const page = await readFirst(onePage(`${line(100, 700, "1")} BT /F1 10 Tf (unclosed`));
    expect(textOf(page)).toMatch(/^1/);
  });
});

describe("an encrypted PDF", () => {
  const build = (password: string) => new MadePdf().page({ content: line(100, 700, "12") }).build(password);

  it("with an empty user password opens without one", async () => {
    expect(textOf(await readFirst(build("")))).toBe("12");
    expect(textOf(await readFirst(build(""), { maskFonts: true }))).toBe("12");
  });

  it("opens with its password", async () => {
    expect(textOf(await readFirst(build("secret"), { password: "secret" }))).toBe("12");
  });

  it("says that a password is needed, and that one is wrong", async () => {
    expect(await refusal(build("secret"))).toEqual(["password", expect.stringMatching(/needs a password.*--password/)]);
    expect(await refusal(build("secret"), "guess")).toEqual(["password", expect.stringMatching(/is wrong/)]);
  });
});

describe("an open PDF", () => {
  it("names its producer, and leaves the caller's bytes alone", async () => {
    const bytes = new MadePdf()
      .producer("WPS")
      .page({ content: line(100, 700, "1") })
      .build();
    const before = Uint8Array.from(bytes);
    for (const maskFonts of [false, true]) {
      const pdf = await openPdf(bytes, { maskFonts });
      expect([pdf.producer, pdf.pageCount]).toEqual(["WPS", 1]);
      await pdf.page(1);
      await pdf.close();
    }
    expect(bytes).toEqual(before);
  });

  it("gives a page again, the same", async () => {
    const pdf = await openPdf(onePage(line(100, 700, "12")));
    expect(await pdf.page(1)).toEqual(await pdf.page(1));
    await pdf.close();
  });

  it("draws a page at a resolution", async () => {
    const pdf = await openPdf(onePage("0 0 50 100 re f", { mediaBox: [0, 0, 100, 100], entries: "/UserUnit 3" }));
    const { width, height, data, scale } = await pdf.bitmap(1, 36);
    await pdf.close();
    expect([width, height, scale, data.length]).toEqual([50, 50, 0.5, 10_000]);
    const pixel = (x: number, y: number) => [...data.slice(4 * (y * 50 + x), 4 * (y * 50 + x) + 4)];
    expect([pixel(10, 25), pixel(40, 25)]).toEqual([
      [0, 0, 0, 255],
      [255, 255, 255, 255],
    ]);
  });

  it("puts back what the engine replaces in the process", () => {
    expect(JSON.stringify.toString()).toContain("native code");
    expect(JSON.parse.toString()).toContain("native code");
    expect(Array.prototype.push.toString()).toContain("native code");
  });

  it("reads a document of many pages", async () => {
    const pdf = new MadePdf();
    for (let i = 1; i <= 120; i++) pdf.page({ content: line(100, 700, String(i)) });
    const pages = await readPdf(pdf.build());
    expect(pages.map(textOf)).toEqual(Array.from({ length: 120 }, (_, i) => String(i + 1)));
  });
});

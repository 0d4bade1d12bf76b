/** Real scans, beside the project: what is read on their first pages against what a person read there (test/fixtures/scans). */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../src/forms/read/snap-rows.js";
import type { Page } from "../../src/model/index.js";
import { loadEngine, openOcr } from "../../src/ocr/index.js";
import { openPdf } from "../../src/pdf/index.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const corpus = join(root, "../shared/corpus/edge");
const engine = await loadEngine("ppocr").catch(() => null);
await engine?.close();

/** Characters that may differ, of a hundred. */
const MOST_WRONG = 1;

/** Lines from top to bottom, each from left to right, in one form of punctuation, without white space. */
function textOf({ glyphs }: Page): string {
  const lines: Page["glyphs"][number][][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.find(
      ([first]) => first !== undefined && Math.abs(first.baseline - glyph.baseline) < 0.4 * glyph.size,
    );
    if (line) line.push(glyph);
    else lines.push([glyph]);
  }
  const texts = lines.map((line) =>
    plain(
      [...line]
        .sort((a, b) => a.x0 - b.x0)
        .map(({ text }) => text)
        .join(""),
    ),
  );
  // The page's number, between dashes, is no part of the transcript.
  return texts.filter((text, i) => i < texts.length - 1 || !/^[一\d|.,:]{1,5}$/.test(text)).join("");
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/[“”„‟"]/gu, '"')
    .replace(/[-—–一]+/gu, "一")
    .replace(/、/gu, ",");
}

describe.skipIf(!existsSync(corpus) || engine === null)("scans of others (skipped without ../shared/corpus)", () => {
  it.each([
    ["scanned-zhangjiajie-2025.pdf", "zhangjiajie-2025.txt"],
    ["garbled-text-layer-huaian-2026.pdf", "huaian-2026.txt"],
  ])(
    "%s: the first three pages are what a person reads there, every figure exactly",
    { timeout: 120_000 },
    async (file, transcript) => {
      const pdf = await openPdf(readFileSync(join(corpus, file)), { fileName: file });
      const ocr = openOcr({ mode: "auto", draw: (page, dpi) => pdf.bitmap(page, dpi) });
      const pages = readFileSync(join(root, "test/fixtures/scans", transcript), "utf8").split(/=== \d+\n/);
      for (const [i, printed] of pages.entries()) {
        const text = textOf(await ocr.read(await pdf.page(i + 1)));
        const wanted = plain(printed);
        expect(text.match(/\d+(?:\.\d+)?/g)).toEqual(wanted.match(/\d+(?:\.\d+)?/g));
        expect((100 * editDistance(text, wanted)) / wanted.length).toBeLessThan(MOST_WRONG);
      }
      await ocr.close();
      await pdf.close();
    },
  );
});

import { readFileSync } from "node:fs";
import { layoutDocument } from "../../src/layout/index.js";
import type { FlowItem } from "../../src/model/index.js";
import { openPdf } from "../../src/pdf/index.js";

/** For reading one PDF on a busy machine, ms. */
export const TIMEOUT = 120_000;

/** A PDF's flow, as the pipeline hands it to the narrative. */
export async function flowOfPdf(file: URL): Promise<readonly FlowItem[]> {
  const pdf = await openPdf(readFileSync(file), { maskFonts: true });
  try {
    const pages = [];
    for (let number = 1; number <= pdf.pageCount; number++) pages.push(await pdf.page(number));
    return layoutDocument(pages).flow;
  } finally {
    await pdf.close();
  }
}

/** Findings about the reading itself: pages that could not be read, glyphs that found no place. */
import type { Coverage, Finding, FlowItem, Page } from "../model/index.js";
import { garbageReason } from "../ocr/needs/text-quality.js";
import { strayAmounts } from "./coverage.js";
import { finding } from "./status.js";

export function pageFindings(pages: readonly Page[], name: string): Finding[] {
  return pages.flatMap((page) => {
    const place = { page: page.number };
    const problems = page.problems.map((problem) =>
      finding(problem.rule, problem.rule === "ocr.turned" ? "info" : "error", problem.message, place),
    );
    if (page.glyphs.length === 0 && page.images.length > 0) {
      problems.push(
        finding(
          "pdf.image-page",
          "error",
          `${name}, page ${page.number}: the page is a picture without text; read it with --ocr auto`,
          place,
        ),
      );
    }
    const nonsense = page.source === "ocr" ? null : garbageReason(page.glyphs.map((glyph) => glyph.text).join(""));
    if (nonsense !== null) {
      problems.push(
        finding(
          "pdf.garbled-text",
          "error",
          `${name}, page ${page.number}: the text behind what is printed is nonsense (${nonsense}); read the page with --ocr auto`,
          place,
        ),
      );
    }
    return problems;
  });
}

export function layoutFindings(flow: readonly FlowItem[], coverage: Coverage): Finding[] {
  const stray: Finding[] = [...strayAmounts(flow)].map(({ text, page }) => ({
    ...finding(
      "layout.unplaced-amount",
      "warning",
      `"${text}" looks like an amount but stands in no table and no sentence (p. ${page})`,
      { page },
    ),
    actual: text,
  }));
  const { glyphs, cells, narrative, headings, furniture, unplaced } = coverage;
  const placed = cells + narrative + headings + furniture + unplaced;
  if (placed !== glyphs) {
    stray.push({
      ...finding(
        "layout.glyphs-lost",
        "error",
        `${glyphs} glyphs are printed, ${placed} were placed; report this file to the maintainers`,
        {},
      ),
      actual: String(placed),
    });
  }
  return stray;
}

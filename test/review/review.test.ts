/** `juesuan review` in a real browser, and what `extract` makes of its decisions. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import type { Box, Disclosure } from "../../src/model/index.js";
import { readDisclosure, writeDisclosure } from "../../src/output/index.js";
import { extract } from "../../src/pipeline.js";
import type { ReportData } from "../../src/report/index.js";
import { type Review, serveReview } from "../../src/review/index.js";
import { FakeIo } from "../cli/fake-io.js";
import { misprintedTable } from "../helpers/misprinted-table.js";
import { PERFORMANCE } from "../helpers/performance-table.js";
import { printedPdf } from "../helpers/printed-pages.js";
import { hasChromium, openBrowser, violations } from "../report/browser.js";
import { changed, offset, screenshot } from "../report/picture.js";

const SAMPLE = fileURLToPath(new URL("../../samples/wuhan-2024/wuhan-2024.pdf", import.meta.url));
const WRONG = misprintedTable("行政运行");

/** Milliseconds for a test that reads 49 pages twice, on a machine that may have other work. */
const BUSY = 300_000;

let browser: Browser;
let folder: string;
const reviews: Review[] = [];
beforeAll(async () => {
  if (!hasChromium) return;
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "juesuan-review-"));
});
afterAll(async () => {
  await browser?.close();
  for (const review of reviews) await review.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const extractTo = (pdf: string, out: string) => main(["extract", pdf, "-o", out, "--quiet"], new FakeIo({ extract }));

async function open(out: string, pdfs: readonly string[], size = { width: 1400, height: 900 }) {
  const review = await serveReview(out, { author: "李四", pdfs, now: () => "2025-03-01T08:00:00Z" });
  reviews.push(review);
  const page = await browser.newPage({ viewport: size });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(review.url) && !request.url().startsWith("data:")) faults.push(request.url());
  });
  await page.goto(review.url);
  return { page, faults };
}

/** The place of a cell, as the page knows it. */
async function cellOf(page: Page, table: string, row: string, column: string): Promise<number> {
  const { places, tables }: ReportData = JSON.parse(await (await fetch(new URL("data", page.url()))).text());
  return places.findIndex(
    (place) => tables[place.table ?? -1]?.id === table && place.row === row && place.column === column,
  );
}

async function saved(page: Page, click: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => response.url().endsWith("/decide"));
  await click();
  expect((await answer).status()).toBe(200);
  await expect.poll(() => page.textContent("#said")).toBe("已保存到 overrides.json");
}

const told = ({ findings }: Disclosure) =>
  findings
    .filter(({ rule }) => rule.startsWith("override."))
    .map(({ rule, actual, expected }) => [rule, actual, expected]);

describe.skipIf(!hasChromium)("a review in Chromium (skipped where /usr/bin/chromium is absent)", () => {
  it(
    "corrects values and labels and confirms findings of the sample; extract applies them",
    async () => {
      const out = join(folder, "sample");
      await extractTo(SAMPLE, out);
      const written = join(out, "wuhan-2024");
      const before = await readDisclosure(written);
      const { page, faults } = await open(out, [dirname(SAMPLE)]);
      const id = await cellOf(page, "income-by-function", "2080101", "total");
      const row = before.tables
        .find((table) => table.id === "income-by-function")
        ?.rows.find(({ key }) => key === "2080101");
      const evidence = row?.evidence.total;
      if (!evidence) throw new Error("the sample has no such cell");
      await page.click("#tab-tables");
      await page.locator(`td[data-id="${id}"]`).click();
      await expectLit(page, evidence.page, evidence.box, await readFile(SAMPLE));

      await page.fill("#reason", "看过原件");
      await page.fill("#value", "１６，９９９．９５");
      await saved(page, () => page.click("#set-value"));
      expect(await page.textContent(`td[data-id="${id}"]`)).toBe("✎≠16999.95");
      expect(await page.textContent("#detail")).toContain("李四 · 2025-03-01 · 看过原件");
      await page.click("#set-label"); // The reason is asked for anew.
      expect(await page.textContent("#said")).toBe("请填写理由");
      await page.fill("#reason", "错字");
      await page.fill("#label", "行政运行费");
      await saved(page, () => page.click("#set-label"));
      await page.click("#tab-findings");
      const confirmed = before.findings.find(({ rule, severity }) => rule === "PCT" && severity === "error");
      await page.fill("#reason", "原件如此");
      const error = page.locator("li", { has: page.locator('.finding.error[data-rule="PCT"]') });
      await saved(page, () => error.locator(".confirm").click());
      expect(await error.locator(".confirmed").textContent()).toContain("李四 · 原件如此");
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);

      expect(await extractTo(SAMPLE, out)).toBe(1);
      const after = await readDisclosure(written);
      expect(told(after)).toEqual([
        ["override.applied", evidence.text, "16999.95"],
        ["override.applied", "行政运行", "行政运行费"],
        ["override.applied", confirmed?.actual, confirmed?.expected],
      ]);
      const again = after.tables
        .find((table) => table.id === "income-by-function")
        ?.rows.find(({ key }) => key === "2080101");
      expect(again).toMatchObject({
        label: "行政运行费",
        labelOverride: { printed: "行政运行", author: "李四", reason: "错字" },
        values: { total: "16999.95" },
        evidence: { total: { text: evidence.text, override: { previous: "16900.94", author: "李四" } } },
      });
      expect(after.findings.some(({ rule, place }) => rule === "F02.row" && place.row === "2080101")).toBe(true);
      expect(after.findings.find(({ rule, severity }) => rule === "PCT" && severity === "error")?.confirmed).toEqual({
        author: "李四",
        time: "2025-03-01T08:00:00Z",
        reason: "原件如此",
      });
      // The open page shows the folder that was written anew.
      await page.reload();
      expect(await page.textContent("#tab-decisions")).toBe("决定 3");
      expect(faults).toEqual([]);
      await page.close();
    },
    BUSY,
  );

  it("accepts a proposal, takes it back, and accepts it again", async () => {
    const out = join(folder, "made");
    const pdf = join(folder, "x.pdf");
    await writeFile(pdf, printedPdf(WRONG));
    await extractTo(pdf, out);
    const { page, faults } = await open(out, [folder]);
    const proposal = page.locator('.finding[data-rule="repair.proposal"]');
    await proposal.focus();
    await page.keyboard.press("Enter");
    await page.locator("#accept").focus();
    await saved(page, () => page.keyboard.press("Enter"));
    // What was pressed is gone; the focus stays with the value.
    expect(await page.evaluate("document.activeElement.id")).toBe("value");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.closest('#panel') !== null")).toBe(true);
    expect(await proposal.count()).toBe(0);
    expect(await page.locator('.finding[data-rule="override.applied"]').count()).toBe(1);
    await page.click("#tab-decisions");
    await page.fill("#reason", "再看一遍");
    await saved(page, () => page.locator(".decision button").first().click());
    await page.click("#tab-findings");
    await proposal.click();
    await saved(page, () => page.click("#accept"));
    expect(await page.textContent("#tab-decisions")).toBe("决定 3");
    await page.click("#tab-decisions");
    expect(await page.locator(".decision.idle").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await extractTo(pdf, out);
    const after = await readDisclosure(join(out, "x"));
    expect(after.tables[0]?.rows.at(-1)).toMatchObject({
      values: { total: "112.34" },
      evidence: { total: { text: "1l2.34", override: { kind: "proposal", because: ["F02.row", "F02.hier"] } } },
    });
    expect(told(after)).toEqual([["override.applied", "1l2.34", "112.34"]]);
    expect(after.findings.some(({ rule }) => /^F02|^repair/.test(rule))).toBe(false);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("corrects 绩效自评表 and tables of no known form; extract applies them, and tells what no longer fits", async () => {
    const out = join(folder, "unkeyed");
    const pdf = join(folder, "unkeyed.pdf");
    const text = `${PERFORMANCE}| 改进措施及结果应用方案 | 加强菅理。 | < | < | < | < |
---\n二、重点工作完成情况\n| 序号 | 重点工作 | 完成情况 |\n| 1 | 甲项工作 | 完戍 |\n| 2 | 乙项工作 | 完成 |\n`;
    await writeFile(pdf, printedPdf(text));
    await extractTo(pdf, out);
    const before = await readDisclosure(join(out, "unkeyed"));
    const indicator = before.performance[0]?.indicators[1];
    const cell = before.tables[0]?.grid?.cells.find((one) => one.text === "完戍");
    const { page, faults } = await open(out, [pdf]);
    const decide = async (tab: string, printed: string, value: string) => {
      await page.click(`#tab-${tab}`);
      await page.locator("#panel td", { hasText: printed }).last().click();
      await page.fill("#reason", "看过原件");
      await page.fill("#value", value);
      await saved(page, () => page.click("#set-value"));
    };
    await decide("tables", "完戍", "完成");
    expect(await litBoxes(page)).toEqual([[2, ...(cell?.box ?? [])].map(Math.round)]);
    expect(await page.locator("#label").count()).toBe(0);
    await decide("performance", "2万人次", "≥２ 万人次");
    expect(await litBoxes(page)).toEqual([[1, ...(indicator?.boxes?.target ?? [])].map(Math.round)]);
    expect(await page.textContent("#panel td.chosen")).toBe("✎≠≥２万人次");
    await decide("performance", "加强菅理。", "加强管理。");
    // A finding about a score leads to it.
    await page.click("#tab-findings");
    await page.locator('.finding[data-rule="P10"]').click();
    await page.fill("#reason", "看过原件");
    await page.fill("#value", "8.00");
    await saved(page, () => page.click("#set-value"));
    expect(await page.locator('.finding[data-rule="P10"], .finding[data-rule="P1"]').count()).toBe(0);
    await page.click("#tab-decisions");
    expect(await page.locator(".decision").first().textContent()).toContain(
      "performance.project.1 · 培训人次 · score: 6 → 8.00",
    );
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();

    await extractTo(pdf, out);
    const after = await readDisclosure(join(out, "unkeyed"));
    expect(told(after).sort()).toEqual([
      ["override.applied", "2万人次", "≥２万人次"],
      ["override.applied", "6", "8.00"],
      ["override.applied", "加强菅理。", "加强管理。"],
      ["override.applied", "完戍", "完成"],
    ]);
    expect(after.performance[0]?.indicators[1]).toMatchObject({
      score: "8.00",
      target: { comparator: ">=", value: "2" },
    });
    expect(after.tables[0]?.grid?.cells.find(({ text: now, override }) => now === "完成" && override)).toBeDefined();
    await writeFile(pdf, printedPdf(text.replace("2.5万人次 | 6", "2.5万人次 | 5")));
    await extractTo(pdf, out);
    expect(
      told(await readDisclosure(join(out, "unkeyed")))
        .map(([rule]) => rule)
        .sort(),
    ).toEqual(["override.applied", "override.applied", "override.applied", "override.stale"]);
  });

  it("shows what was clicked before the data had come, once it has", async () => {
    const out = join(folder, "early");
    const pdf = join(folder, "early.pdf");
    await writeFile(pdf, printedPdf(WRONG));
    await extractTo(pdf, out);
    const review = await serveReview(out, { author: "李四", pdfs: [pdf] });
    reviews.push(review);
    const page = await browser.newPage();
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/data", async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(review.url);
    await page.locator('.finding[data-rule="repair.proposal"]').click();
    expect(await page.locator("rect.lit").count()).toBe(0);
    expect(await page.locator("#accept").count()).toBe(0);
    await page.click("#tab-tables");
    expect(await page.textContent("#panel [role=status]")).toBe("正在载入……");
    answer();
    await page.locator("#accept").waitFor();
    expect(await page.locator("rect.lit").count()).toBe(1);
    expect(await page.textContent("#panel td.chosen")).toContain("1l2.34");
    await page.close();
  });

  it("stands hostile texts in the document and in decisions, also on a narrow screen", async () => {
    const evil = `</script><script>window.broken=1</script><img src=x onerror=window.broken=1>\u202e${"长".repeat(3000)}`;
    const made = await extract(printedPdf(WRONG), { fileName: "evil.pdf" });
    const text = JSON.stringify(made).replaceAll("行政运行", JSON.stringify(evil).slice(1, -1));
    const out = join(folder, "evil");
    await writeDisclosure(JSON.parse(text), out, "evil");
    const { page, faults } = await open(out, [], { width: 375, height: 700 });
    await page.locator('.finding[data-rule="repair.proposal"]').click();
    await page.fill("#author", "<img src=x onerror=window.broken=1>");
    await page.fill("#reason", "</script><script>window.broken=1</script>");
    await saved(page, () => page.click("#accept"));
    await page.reload();
    for (const tab of ["tables", "narrative", "performance", "structure", "decisions", "findings"]) {
      await page.click(`#tab-${tab}`);
      expect(await violations(page)).toEqual([]);
    }
    expect(await page.evaluate("window.broken")).toBeUndefined();
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("says so when the data behind the first page cannot be had", { timeout: BUSY }, async () => {
    const out = join(folder, "lost");
    const pdf = join(folder, "lost.pdf");
    await writeFile(pdf, printedPdf(WRONG));
    await extractTo(pdf, out);
    const review = await serveReview(out, { author: "李四", pdfs: [pdf] });
    reviews.push(review);
    const page = await browser.newPage();
    await page.route("**/data", (route) => route.fulfill({ status: 503 }));
    await page.goto(review.url);
    await page.click("#tab-tables");
    await expect.poll(() => page.textContent("#panel")).toContain("重新载入");
    await page.close();
  });
});

/** The lit boxes, with the margin that they are drawn with taken off: page, x0, y0, x1, y1 in pt. */
function litBoxes(page: Page): Promise<number[][]> {
  return page.locator("rect.lit").evaluateAll((all) =>
    all.map((one) => {
      const at = (name: string) => Number(one.getAttribute(name));
      const [x, y] = [at("x") + 1.5, at("y") + 1.5];
      const number = Number(one.closest("figure")?.getAttribute("data-page"));
      return [number, x, y, x + at("width") - 3, y + at("height") - 3].map(Math.round);
    }),
  );
}

/** What lights up on the screen lies where the PDF prints the cell, and shows what the PDF prints there. */
async function expectLit(page: Page, number: number, box: Box, bytes: Uint8Array): Promise<void> {
  await page.locator(`figure[data-page="${number}"] img`).waitFor();
  await page.evaluate(`document.querySelector('figure[data-page="${number}"] img').decode()`);
  const paper = await page.locator(`figure[data-page="${number}"] .paper`).boundingBox();
  const viewBox = await page.locator(`figure[data-page="${number}"] svg`).getAttribute("viewBox");
  if (!paper) throw new Error("the page is not on the screen");
  const scale = paper.width / Number(viewBox?.split(" ")[2]);
  const at = (value: number, side: 0 | 1) => (side === 0 ? paper.x : paper.y) + value * scale;
  const expected: Box = [at(box[0], 0), at(box[1], 1), at(box[2], 0), at(box[3], 1)];
  const lit = await screenshot(page);
  await page.evaluate(`document.querySelector("rect.lit").classList.remove("lit")`);
  const unlit = await screenshot(page);
  // Only this page, as far as it is seen: its neighbours' pictures may come meanwhile.
  const view = await page.locator(".viewer").boundingBox();
  const top = Math.max(paper.y, view?.y ?? 0);
  const bottom = Math.min(paper.y + paper.height, (view?.y ?? 0) + (view?.height ?? 0));
  const found = changed(lit, unlit, [paper.x, top, paper.x + paper.width, bottom]);
  // The box is drawn 1.5 pt wider, with a stroke of 1.6 pt round it.
  for (const side of [0, 1, 2, 3] as const)
    expect(Math.abs(found[side] - expected[side])).toBeLessThan(2.5 * scale + 1);
  await page.evaluate(`document.querySelector('figure[data-page="${number}"] svg').style.visibility = "hidden"`);
  expect(await offset(await screenshot(page), expected, { bytes, page: number, box })).toEqual([0, 0]);
  await page.evaluate(`document.querySelector('figure[data-page="${number}"] svg').style.visibility = ""`);
}

/** The report in a real browser. Where Debian's chromium or the corpus is absent, its tests skip. */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Disclosure } from "../../src/model/index.js";
import { ruleNames } from "../../src/output/index.js";
import { extract } from "../../src/pipeline.js";
import { buildData, reportHtml } from "../../src/report/index.js";
import { line, MadePdf } from "../helpers/make-pdf.js";
import { hasChromium, openBrowser, violations } from "./browser.js";

const SAMPLE = fileURLToPath(new URL("../../samples/wuhan-2024/wuhan-2024.pdf", import.meta.url));
const CORPUS = fileURLToPath(
  new URL("../../../shared/corpus/department/sh-putuo-finance-2024-tampered.pdf", import.meta.url),
);

const RULE_NAMES = new URL("../../src/report/page/rules.js", import.meta.url);

/** Milliseconds for what reads or draws 49 pages, on a machine that may have other work. */
const DRAWING = 300_000;

let browser: Browser;
let folder: string;
let sample: Disclosure;
beforeAll(async () => {
  if (!hasChromium) return;
  sample = await extract(SAMPLE);
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "juesuan-report-"));
}, DRAWING);
afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function open(disclosure: Disclosure, pdf: Uint8Array | null, size = { width: 1400, height: 900 }) {
  const html = await reportHtml(disclosure, pdf);
  const file = join(folder, "report.html");
  await writeFile(file, html);
  const page = await browser.newPage({ viewport: size });
  const faults: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url().slice(0, 12)));
  await page.goto(pathToFileURL(file).href);
  return { page, html, faults, requests, data: buildData(disclosure, null) };
}

/** The lit boxes as [page, x0, y0, x1, y1] in pt, without the margin that they are drawn with. */
async function lit(page: Page): Promise<number[][]> {
  const boxes = await page.locator("rect.lit").evaluateAll((all) =>
    all.map((one) => {
      const at = (name: string) => Number(one.getAttribute(name));
      const number = Number(one.closest("figure")?.getAttribute("data-page"));
      const [x, y] = [at("x") + 1.5, at("y") + 1.5];
      return [number, x, y, x + at("width") - 3, y + at("height") - 3];
    }),
  );
  return boxes.map((box) => box.map((value) => Math.round(value * 10) / 10));
}

/** True where some of a page is on the screen. */
async function inView(page: Page, number: number): Promise<boolean> {
  const view = await page.locator(".viewer").boundingBox();
  const frame = await page.locator(`figure[data-page="${number}"]`).boundingBox();
  if (!view || !frame) return false;
  return frame.y < view.y + view.height && frame.y + frame.height > view.y;
}

const rounded = (page: number, box: readonly number[]) => [page, ...box.map((value) => Math.round(value * 10) / 10)];

describe.skipIf(!hasChromium)("the report in Chromium (skipped where /usr/bin/chromium is absent)", () => {
  it.each([SAMPLE, CORPUS].filter(existsSync))(
    "%s: values and findings light up where they are printed",
    async (file) => {
      const pdf = readFileSync(file);
      const { page, html, faults, requests, data } = await open(file === SAMPLE ? sample : await extract(file), pdf);
      expect(html.length).toBeLessThan(5_000_000);
      for (const [id, place] of [...data.places.entries()]
        .filter(([, { box, table }]) => box && table !== undefined)
        .slice(0, 400)) {
        if (id % 97 !== 0 || !place.box) continue;
        await page.click("#tab-tables");
        await page.click(`td[data-id="${id}"]`);
        expect(await lit(page)).toEqual([rounded(place.page, place.box)]);
        await page.click("#tab-findings");
        await page.locator(`rect[data-id="${id}"]`).click();
        expect(await page.locator("#detail").textContent()).toContain(place.text);
      }
      const finding = data.findings.findIndex(({ at }) => at !== null && data.places[at]?.box);
      await page.click("#tab-findings");
      await page.locator(".finding").nth(finding).click();
      const target = data.places[data.findings[finding]?.at ?? -1];
      expect(await lit(page)).toContainEqual(rounded(target?.page ?? 0, target?.box ?? []));
      // The page under the lit box has its picture.
      const width = await page
        .locator(`figure[data-page="${target?.page}"] img`)
        .evaluate((one) => ("naturalWidth" in one ? Number(one.naturalWidth) : 0));
      expect(width).toBeGreaterThan(500);
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);
      expect(requests.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
      await page.close();
    },
    DRAWING,
  );

  it("filters, switches the language and is worked with the keyboard", async () => {
    const { page, data } = await open(sample, null);
    await page.keyboard.press("n");
    expect(await page.locator("rect.lit").count()).toBeGreaterThan(0);
    await page.click("#tab-tables");
    await page.locator('td[tabindex="0"]').first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await page.locator("#detail").textContent()).not.toBe("");
    await page.fill("#search", "16,924.16");
    expect(await page.locator("section.table tbody tr").count()).toBeLessThan(10);
    await page.fill("#search", "");
    await page.locator("select").first().selectOption("three-public-expenses");
    expect(await page.locator("section.table").count()).toBe(1);
    await page.click("#language");
    expect(await page.getByRole("tab", { name: "Findings" }).textContent()).toBe(`Findings ${data.findings.length}`);
    await page.close();
  });

  it("leaves the focus with who works with keys, whatever goes from the page", async () => {
    const { page, data } = await open(sample, null);
    const focus = () =>
      page.evaluate(`(({ id, dataset, tagName }) => id || dataset.id || tagName)(document.activeElement)`);
    await page.click("#tab-tables");
    const cell = page.locator("#panel td[data-id]").first();
    const id = await cell.getAttribute("data-id");
    await cell.focus();
    await page.keyboard.press("Enter");
    await page.locator("#detail .close").focus();
    await page.keyboard.press("Enter");
    expect([await page.textContent("#detail"), await focus()]).toEqual(["", id]);
    await page.keyboard.press("Enter");
    await page.locator("#detail .proof").first().focus();
    await page.keyboard.press("Escape");
    expect([await page.textContent("#detail"), await focus()]).toEqual(["", id]);
    await page.locator("#language").focus();
    await page.keyboard.press("Enter");
    expect([await page.getAttribute("html", "lang"), await focus()]).toEqual(["en", "language"]);
    // A row's label leads to its page.
    const [table] = data.tables.filter(({ pages }) => pages[0] > 8);
    await page
      .locator("#panel section.table", { hasText: table?.title ?? "" })
      .locator("tbody th")
      .last()
      .focus();
    await page.keyboard.press("Enter");
    expect(await inView(page, table?.rows.at(-1)?.page ?? 0)).toBe(true);
    await page.close();
  });

  it("colours what stands in one box once, by the worst of it", async () => {
    const { page, data } = await open(sample, null);
    const shared = data.places.flatMap(({ box, page: at, performance }, id) =>
      box && at === 30 && performance && data.places[id]?.column === "level1" ? [id] : [],
    );
    const [one, other] = shared.filter(
      (id) => String(data.places[id]?.box) === String(data.places[shared[0] ?? 0]?.box),
    );
    expect([one === undefined, other === undefined]).toEqual([false, false]);
    await page.click("#tab-performance");
    const opacity = (id?: number) =>
      page.evaluate(`getComputedStyle(document.querySelector('rect[data-id="${id}"]')).opacity`);
    await page.locator(`td[data-id="${other}"]`).click();
    expect(await opacity(other)).toBe("1");
    await page.keyboard.press("Escape");
    expect([await opacity(one), await opacity(other)]).toEqual(["1", "0"]);
    await page.close();
  });

  it("names missing forms in the language of the page", async () => {
    const missing = ["three-public-expenses", "of-my-own"];
    const { page } = await open({ ...sample, missing }, null);
    expect(await page.textContent("header")).toContain("缺少的表: 财政拨款“三公”经费支出决算表、of-my-own");
    await page.click("#language");
    expect(await page.textContent("header")).toContain("Missing forms: three-public-expenses, of-my-own");
    await page.close();
  });

  it("moves to the page of a cell where nothing is printed, and lights nothing", async () => {
    const { page, data } = await open(sample, null);
    const far = data.tables.find(({ pages }) => pages[0] > 8);
    const id = far?.rows.flatMap(({ cells }) => cells).find((cell) => cell !== null && data.places[cell]?.box === null);
    const number = data.places[id ?? -1]?.page;
    await page.click("#tab-tables");
    await page.locator(`td[data-id="${id}"]`).click();
    expect(await page.locator("rect.lit").count()).toBe(0);
    expect(await inView(page, number ?? 0)).toBe(true);
    expect(await page.textContent("#detail")).toContain(`第 ${number} 页`);
    await page.close();
  });

  it("can be read on a narrow screen, in both languages", async () => {
    const { page, faults } = await open(sample, null, { width: 375, height: 700 });
    await page.fill("#search", "公务"); // A part of every tab: axe looks at every element.
    for (const language of ["zh-CN", "en"]) {
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      for (const tab of ["tables", "narrative", "performance", "structure", "findings"]) {
        await page.click(`#tab-${tab}`);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      }
      await page.click("#language");
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  it("says in Chinese what every rule is about, and that its message is in English", async () => {
    const rules: { ruleName(rule: string): string } = await import(RULE_NAMES.href);
    const unnamed = ruleNames().filter((rule) => !/[\u4e00-\u9fff]/.test(rules.ruleName(rule)));
    expect(unnamed).toEqual([]);
    expect(rules.ruleName("MY.own")).toBe("");
    const { page, data } = await open(sample, null);
    const first = page.locator(".finding").first();
    expect(await first.locator(".rule").textContent()).toBe(rules.ruleName(data.findings[0]?.rule ?? ""));
    expect(await first.locator(".message").textContent()).toMatch(/^英文说明: /);
    await page.click("#language");
    expect(await first.locator(".rule").count()).toBe(0);
    await page.close();
  });

  it("draws and decodes only the pages that come near", async () => {
    const made = new MadePdf();
    for (let number = 1; number <= 300; number++)
      made.page({ content: line(20, 100, `Page ${number}`), mediaBox: [0, 0, 150, 200] });
    const pdf = made.build();
    const { page, html } = await open(await extract(pdf, { fileName: "x.pdf" }), pdf);
    const order = ['id="early"', 'id="head"', "wholeData", 'id="data"', 'id="picture-2"'].map((part) =>
      html.indexOf(part),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(await page.locator("figure").count()).toBe(300);
    expect(await page.locator("figure img").count()).toBeLessThan(10);
    // What stood there before the script is taken over, not decoded again.
    expect(await page.locator('figure[data-page="1"] img:not([decoding])').count()).toBe(1);
    expect(await page.locator("img:not(figure img)").count()).toBe(0);
    await page.locator('figure[data-page="300"]').scrollIntoViewIfNeeded();
    await page.locator('figure[data-page="300"] img').waitFor();
    expect(await page.locator("figure img").count()).toBeLessThan(20);
    await page.close();
  });

  it("builds tables far down when they come near, are asked for, or are printed", async () => {
    const many = Array.from({ length: 12 }, (_, copy) =>
      sample.tables.map((table) => ({ ...table, title: `${copy} ${table.title}` })),
    ).flat();
    const { page, data } = await open({ ...sample, tables: many }, null);
    const built = () => page.locator("#panel section.table:has(tbody)").count();
    await page.click("#tab-tables");
    expect(await page.locator("#panel section.table").count()).toBe(many.length);
    expect(await built()).toBeLessThan(many.length / 2);
    // A proof leads to places in tables that are not there yet.
    const far = data.places.findLastIndex(({ table, box }) => box && table !== undefined);
    await page.evaluate(`document.querySelector("#panel section.table:last-child").scrollIntoView()`);
    await page.locator("#panel section.table:last-child tbody").waitFor();
    expect(await built()).toBeLessThan(many.length);
    await page.fill("#search", "没有这样的内容");
    expect(await page.locator("#panel section.table").count()).toBe(0);
    await page.fill("#search", "");
    await page.locator(`figure[data-page="${data.places[far]?.page}"]`).scrollIntoViewIfNeeded();
    await page.locator(`rect[data-id="${far}"]`).dispatchEvent("click");
    expect(await page.locator("#panel td.chosen").getAttribute("data-id")).toBe(String(far));
    await page.evaluate(`dispatchEvent(new Event("beforeprint"))`);
    expect(await built()).toBe(many.length);
    await page.close();
  });

  it("stands a hostile document: its texts stay texts", async () => {
    const disclosure = sample;
    const evil = `</script><script>window.broken=1</script><!--<script><img src=x onerror=window.broken=1>\u202e${"长".repeat(5000)}`;
    const text = JSON.stringify(disclosure).replaceAll("行政运行", JSON.stringify(evil).slice(1, -1));
    const { page, faults } = await open({ ...JSON.parse(text), source: { ...disclosure.source, file: evil } }, null);
    for (const tab of ["findings", "tables", "narrative", "structure"]) await page.click(`#tab-${tab}`);
    expect(await page.evaluate("window.broken")).toBeUndefined();
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(faults).toEqual([]);
    await page.close();
  });
});

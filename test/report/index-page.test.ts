/** `juesuan report` of a folder of documents: a file for each, and an index. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { writeDisclosure } from "../../src/output/index.js";
import { extract } from "../../src/pipeline.js";
import { indexPage } from "../../src/report/index.js";
import { FakeIo } from "../cli/fake-io.js";
import { printedPdf } from "../helpers/printed-pages.js";
import { sampleDisclosure } from "../output/sample.js";
import { hasChromium, openBrowser, violations } from "./browser.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "juesuan-index-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function report(...args: string[]) {
  const io = new FakeIo({ extract });
  const code = await main(["report", ...args], io);
  return { code, err: io.stderr.text };
}

const EVIL = `<img src=x onerror=alert(1)>&amp;"'\u202e`;

describe("juesuan report of a folder", () => {
  it("writes a file per document and an index that leads to them", async () => {
    const out = join(folder, "out");
    const made = await extract(printedPdf("某局2024年度部门决算"), { fileName: "甲 局.pdf" });
    await writeFile(join(folder, "甲 局.pdf"), printedPdf("某局2024年度部门决算"));
    await writeDisclosure(made, out, "甲 局");
    const { document, ...rest } = sampleDisclosure();
    await writeDisclosure({ ...rest, document: { ...document, entity: EVIL } }, out, "index");
    await writeDisclosure(sampleDisclosure(), out, "torn");
    await writeFile(join(out, "torn/findings.json"), "[");
    await writeDisclosure(sampleDisclosure(), out, "without");
    await rm(join(out, "without/tables"), { recursive: true });
    const { code, err } = await report(out, "-o", join(folder, "reports"), "--pdf", folder);
    expect(code).toBe(2); // One could not be read.
    expect(err).toContain("torn/findings.json is no JSON");
    expect((await readdir(join(folder, "reports"))).sort()).toEqual(["index-2.html", "index.html", "甲 局.html"]);
    const index = await readFile(join(folder, "reports/index.html"), "utf8");
    expect(
      [...index.matchAll(/href="([^"]+\.html)"/g)].map(([, href]) => decodeURIComponent(href ?? "")).sort(),
    ).toEqual(["index-2.html", "甲 局.html"]);
    expect(index).toContain("torn/findings.json is no JSON");
    expect(index).toMatch(/without\/tables\/[^<]+ is missing/);
    expect(index).not.toContain("<img");
    // The PDF beside the output was found: the report has its picture.
    expect(await readFile(join(folder, "reports/甲 局.html"), "utf8")).toContain('id="early"');
  });

  it("of one document's folder is one file; a PDF that is not its own is refused", async () => {
    await writeDisclosure(sampleDisclosure(), folder, "one");
    const file = join(folder, "one.html");
    expect((await report(join(folder, "one"), "-o", file)).err).toContain("the PDF was not found");
    expect(await readFile(file, "utf8")).toContain("<!doctype html>");
    const { code, err } = await report(join(folder, "one"), "--pdf", file, "-o", join(folder, "two.html"));
    expect([code, err]).toEqual([2, expect.stringContaining("the PDF that")]);
    expect(await readdir(folder)).toEqual(["one", "one.html"]);
  });

  it.skipIf(!hasChromium)("can be read by everybody (skipped where /usr/bin/chromium is absent)", async () => {
    const row = { name: EVIL, entity: "某局", year: "2024", status: "partial", pages: 30 };
    const counts = { error: 2, warning: 1, confirmed: 1, missing: 1 };
    const rows = ["a.html", "", "b.html"].map((href) => ({ href, ...row, ...counts }));
    await writeFile(join(folder, "index.html"), indexPage(rows).html);
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 375, height: 700 } });
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    expect(await page.locator("tbody a").count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await browser.close();
  });
});

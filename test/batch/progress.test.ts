import { describe, expect, it } from "vitest";
import { failedOutcome, type Outcome } from "../../src/batch/job.js";
import type { Observer } from "../../src/batch/progress/events.js";
import { jsonObserver, lineObserver, quietObserver } from "../../src/batch/progress/lines.js";
import { liveObserver } from "../../src/batch/progress/live.js";
import { Tally } from "../../src/batch/progress/tally.js";
import { formatRows } from "../../src/batch/query/format.js";
import { reportHtml } from "../../src/batch/report/html.js";
import { buildReport } from "../../src/batch/report/report.js";

const fine: Outcome = { ...failedOutcome("empty", ""), status: "partial", reason: null, pages: 30 };
const bad = failedOutcome("not-pdf", "a\nweb <page>");
const report = () => buildReport([], { started: 0, finished: 2000 });

function play(observer: Observer): void {
  observer.begun({ files: 3, documents: 2, skipped: 1 });
  observer.started("甲.pdf");
  observer.progress("甲.pdf", 3, 30);
  observer.finished("甲.pdf", fine, 1.25);
  observer.finished("\u001b[2J.pdf", bad, 0.1);
  observer.collecting();
  observer.done(report());
  observer.close();
}

describe("progress", () => {
  it("is one line per document", () => {
    const lines: string[] = [];
    play(lineObserver((line) => lines.push(line)));
    expect(lines.slice(0, 2)).toEqual(["3 files: 2 to read, 1 done before", "[1/2] 甲.pdf: partial, 30 pages, 1.3 s"]);
    expect(lines[2]).toContain("failed (not-pdf): a web <page>");
  });

  it("is JSON for programs, and silence but for failures when asked", () => {
    const lines: string[] = [];
    play(jsonObserver((line) => lines.push(line)));
    expect(lines.map((line) => JSON.parse(line).event)).toEqual([
      "begun",
      "started",
      "progress",
      "finished",
      "finished",
      "collecting",
      "done",
    ]);
    const few: string[] = [];
    play(quietObserver((line) => few.push(line)));
    expect(few).toHaveLength(1);
  });

  it("is a view that stays inside the screen and lets no file name move the cursor", () => {
    let text = "";
    let now = 0;
    const tally = new Tally(() => now);
    const observer = liveObserver({ write: (part) => (text += part), columns: 80 }, tally);
    observer.begun({ files: 3, documents: 2, skipped: 0 });
    observer.started("甲".repeat(80));
    now = 4000;
    observer.finished("\u001b[2J.pdf", bad, 0.1);
    expect(tally.eta).toBe(4);
    expect(text).toContain("1/2  1 failed  0 partial");
    expect(text).toContain("    4 s  opening");
    observer.close();
    const plain = text.split("\u001b").filter((part) => !/^\[0J|^\[[12]A$/.test(part));
    expect(plain).toHaveLength(1); // What came before the first of our own sequences.
    expect(text.split("\n").filter((line) => line.includes("甲"))[0]?.length).toBeLessThan(80);
  });
});

describe("the summary page", () => {
  it("is whole in itself and escapes", () => {
    const html = reportHtml({
      ...report(),
      files: 2,
      failed: 1,
      partial: 1,
      failures: [{ source: "<script>alert(1)</script>", code: "not-pdf", message: '"&' }],
      findings: [{ rule: "F01.1", severity: "error", count: 3, documents: 1 }],
      slowest: [{ source: "甲".repeat(60), seconds: 61, pages: 3 }],
    });
    expect(html).not.toMatch(/<script|src=|href=|url\(/);
    expect(html).toContain("&lt;script&gt;alert(1)");
    expect(html.match(/<svg/g)).toHaveLength(3);
  });
});

describe("a query's result", () => {
  const result = {
    columns: ["名", "n"],
    rows: [
      ["甲,乙", "1.50"],
      [null, "10.00"],
    ],
    numbers: new Set([1]),
  };
  it.each([
    ["csv", '名,n\r\n"甲,乙",1.50\r\n,10.00\r\n'],
    ["json", '[{"名":"甲,乙","n":"1.50"},\n{"名":null,"n":"10.00"}]\n'],
    ["table", "名         n\n─────  ─────\n甲,乙   1.50\n       10.00\n"],
  ] as const)("can be %s", (format, text) => expect(formatRows(result, format)).toBe(text));
});

/** docs/rules/<rule>.md of the pipeline's own rules: every rule has one, and its example gives what it shows. */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import type { Finding } from "../../src/model/index.js";
import { extract } from "../../src/pipeline.js";
import { printedPdf } from "../helpers/printed-pages.js";

const PAGES = fileURLToPath(new URL("../../docs/rules/", import.meta.url));
const SRC = fileURLToPath(new URL("../../src/", import.meta.url));
const INDEX = "pipeline.md";
/** Writes the findings and the index anew; read the diff before it is committed. */
const UPDATE = process.env.UPDATE_RULE_PAGES === "1";

/** The pipeline's rules are `<room>.<what>`; those of identities begin with a capital. */
const NAME = /^[a-z]+\.[a-z-]+$/;
const ROOMS = ["pdf", "ocr", "layout", "form", "number", "narrative", "schema", "repair", "override"];

const pages = readdirSync(PAGES)
  .map((file) => file.replace(/\.md$/, ""))
  .filter((name) => NAME.test(name))
  .sort();
const pageOf = (rule: string) => readFileSync(join(PAGES, `${rule}.md`), "utf8");

const EXAMPLE = /```text\n([\s\S]*?)\n```\n\n```json findings\n([\s\S]*?)\n```/g;

/** The rule's findings on a printed document, as a page shows them. */
async function findingsText(rule: string, printed: string): Promise<string> {
  const { findings } = await extract(printedPdf(printed), { fileName: "x.pdf" });
  const shown = findings
    .filter((finding) => finding.rule === rule)
    .map(({ severity, message, place, actual, expected }: Finding) => ({ severity, message, place, actual, expected }));
  return JSON.stringify(shown, null, 2);
}

const indexOf = () => `# Rules of the pipeline

What the program finds out about its own reading of a document: what could not be read, what no form knows, what is no number.
The identities between the printed figures are in [identities.md](identities.md). A reading is never changed to fit.

| rule | severity | what must hold |
| --- | --- | --- |
${pages
  .map((rule) => {
    const page = pageOf(rule);
    const severity = /^Severity: ([^.]+)\./m.exec(page)?.[1];
    return `| [${rule}](${rule}.md) | ${severity} | ${/^ {4}(.+)$/m.exec(page)?.[1]} |`;
  })
  .join("\n")}
`;

if (UPDATE) {
  for (const rule of pages) {
    let page = pageOf(rule);
    for (const [block, printed = "", findings = ""] of [...page.matchAll(EXAMPLE)])
      page = page
        .replace(
          block,
          block.replace(findings, () => "\0"),
        )
        .replace("\0", await findingsText(rule, printed));
    writeFileSync(join(PAGES, `${rule}.md`), page);
  }
  writeFileSync(join(PAGES, INDEX), indexOf());
}

describe.each(pages)("docs/rules/%s.md", (rule) => {
  const page = pageOf(rule);

  it("says what must hold, how bad it is, and shows a finding", () => {
    expect(page).toMatch(/^# \S+\n\n {4}\S.*\n\nSeverity: (?:error|warning|info)[^\n]*\.\n\n\S/);
    expect(page.startsWith(`# ${rule}\n`)).toBe(true);
    const shown = [...page.matchAll(/"severity": "(\w+)"/g)].map(([, severity]) => severity);
    expect(shown.length).toBeGreaterThan(0);
    for (const severity of shown) expect(/^Severity: .*/m.exec(page)?.[0]).toContain(severity);
  });

  it("its examples give the findings that it shows", async () => {
    for (const [, printed = "", findings] of page.matchAll(EXAMPLE))
      expect(await findingsText(rule, printed)).toBe(findings);
  });
});

test("the index lists the pages", () => {
  expect(readFileSync(join(PAGES, INDEX), "utf8")).toBe(indexOf());
});

test("every rule that the sources name has a page, and every page is of such a rule", () => {
  const sources = filesOf(SRC).map((file) => readFileSync(file, "utf8"));
  const literal = new RegExp(`["'\`]((?:${ROOMS.join("|")})\\.[a-z-]+)["'\`]`, "g");
  const named = new Set(sources.flatMap((text) => [...text.matchAll(literal)].flatMap(([, rule]) => rule ?? [])));
  // `number.${refused}`: a refusal of the number grammar, or a share where an amount should stand.
  const grammar = readFileSync(join(SRC, "text/number.ts"), "utf8");
  const reasons = /type RefusalReason =((?:\s*\| "[a-z-]+")+);/.exec(grammar)?.[1] ?? "";
  for (const [, reason] of `${reasons} "percent" "permille"`.matchAll(/"([a-z-]+)"/g)) named.add(`number.${reason}`);
  expect([...named].sort()).toEqual(pages);
});

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesOf(path);
    return path.endsWith(".ts") ? [path] : [];
  });
}

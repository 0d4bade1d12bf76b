/** What the Markdown files say and can be held against the repository: links, the count of identities, the row that README shows. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/checks/index.js";
import { extract } from "../../src/pipeline.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDERS = [".", "docs", "docs/rules", "samples", "bench"];
const text = (path: string) => readFileSync(join(ROOT, path), "utf8");
const documents = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder)).flatMap((name) => (name.endsWith(".md") ? [join(folder, name)] : [])),
);

/** `](target)` of a file of the repository: no address of the web, no place within the page. */
const LINK = /\]\((?![a-z]+:|#)([^)\s#]+)/g;

describe("the Markdown files", () => {
  it("link only to what is there", () => {
    const broken = documents.flatMap((path) =>
      [...text(path).matchAll(LINK)].flatMap(([, target = ""]) =>
        existsSync(join(ROOT, dirname(path), decodeURIComponent(target))) ? [] : [`${path}: ${target}`],
      ),
    );
    expect(broken).toEqual([]);
  });

  it("count the identities as they are", () => {
    expect(text("README.md")).toContain(`${RULES.length} accounting identities`);
    expect(text("CHANGELOG.md")).toContain(`${RULES.length} identities with a page each`);
  });
});

describe("README.md", () => {
  it("shows a row of the sample as it is extracted", async () => {
    const [, shown = ""] = /```json\n([\s\S]*?)\n```/.exec(text("README.md")) ?? [];
    const { key, values, evidence, ...rest } = JSON.parse(shown);
    const { tables } = await extract(join(ROOT, "samples/wuhan-2024/wuhan-2024.pdf"), { pages: [[6, 6]] });
    const row = tables.find(({ id }) => id === "income-by-function")?.rows.find((one) => one.key === key);
    expect(row).toMatchObject({ ...rest, values, evidence });
  });
});

describe("the package", () => {
  it("holds the documents that the help names", () => {
    const { files } = JSON.parse(text("package.json"));
    expect(files).toEqual(expect.arrayContaining(["docs/*.md", "docs/rules"]));
    const cli = readdirSync(join(ROOT, "src/cli")).map((name) => text(join("src/cli", name)));
    for (const [, name = ""] of cli.join("\n").matchAll(/\b(docs\/[a-z]+\.md)/g)) expect(documents).toContain(name);
  });
});

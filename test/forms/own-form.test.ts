import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import * as pipeline from "../../src/pipeline.js";
import { FakeIo } from "../cli/fake-io.js";
import { hanzi, line, MadePdf } from "../helpers/make-pdf.js";
import { printedPdf } from "../helpers/printed-pages.js";

const ROWS = [
  ["地区", "合计", "保障金", "补助金", "完成%"],
  ["东区", "30.50", "10.25", "20.25", "50.0"],
  ["西区", "41.00", "11.00", "30.00", "60.0"],
  ["全市", "71.50", "21.25", "50.25", "55.0"],
];

/** A ruled table that no known form claims. */
function fixture(): Uint8Array {
  const [top, bottom] = [700, 700 - 20 * ROWS.length];
  const at = [80, 160, 240, 320, 400, 480];
  const ruled = [0, 1, 2, 3, 4].map((r) => `80 ${top - 20 * r} m 480 ${top - 20 * r} l S\n`);
  const walls = at.map((x) => `${x} ${top} m ${x} ${bottom} l S\n`);
  const write = (text: string) => (/^[\x20-\x7e]*$/.test(text) ? line : hanzi);
  const cells = ROWS.flatMap((row, r) => row.map((text, c) => write(text)((at[c] ?? 0) + 4, top - 14 - 20 * r, text)));
  const caption = hanzi(200, 740, "2024年残疾人两项补贴发放情况表", 14) + hanzi(400, 715, "单位：万元");
  return new MadePdf().page({ content: caption + ruled.join("") + walls.join("") + cells.join("") }).build();
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "juesuan-forms-"));
  writeFileSync(join(folder, "allowances.pdf"), fixture());
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  const io = new FakeIo({ extract: pipeline.extract });
  const pictures = argv[1] === "test" ? ["--overlay", join(folder, "pictures")] : [];
  const exit = await main([...argv, ...pictures], io);
  return { exit, out: io.stdout.text, err: io.stderr.text };
}

describe("a form of one's own, from a fixture", () => {
  test("draft, three corrected lines, test, extract", async () => {
    const pdf = join(folder, "allowances.pdf");
    const drafted = await run("forms", "draft", pdf, "--page", "1", "--id", "allowances");
    expect(drafted.exit).toBe(0);
    expect(drafted.err).toContain("total = column-3 + column-4  (3 of 3)");
    const definition = drafted.out
      .replaceAll('"column-3"', '"security"')
      .replaceAll('"column-4"', '"care"')
      .replace('"family": "own"', '"family": "civil-affairs"');
    writeFileSync(join(folder, "allowances.json"), definition);

    const tested = await run("forms", "test", "--forms", folder, "--update");
    expect(tested.out).toContain("东区  30.50 | 10.25 | 20.25 | 50.0  p. 1 (");
    const picture = join(folder, "pictures", "allowances", "page-001.png");
    expect(tested.out).toContain(`picture: ${picture}`);
    expect(readFileSync(picture).subarray(1, 4).toString()).toBe("PNG");
    expect((await run("forms", "test", "allowances", "--forms", folder)).out).toContain("as expected");

    const { out } = await run("extract", pdf, "--stdout", "--forms", folder);
    const disclosure = JSON.parse(out);
    expect(disclosure).toMatchObject({ status: "complete", missing: [] });
    expect(disclosure.tables[0]).toMatchObject({ id: "allowances", unit: "万元" });
    expect(disclosure.tables[0].rows[1]).toMatchObject({
      key: "西区",
      values: { total: "41.00", security: "11.00", care: "30.00" },
    });
  });

  test("what was read and is not expected any more is named, exit 1", async () => {
    const drafted = await run("forms", "draft", join(folder, "allowances.pdf"), "--page", "1", "--id", "allowances");
    // Of the same family as before: forms stay known for the process, and this one takes the other's place.
    writeFileSync(join(folder, "allowances.json"), drafted.out.replace('"own"', '"civil-affairs"'));
    await run("forms", "test", "--forms", folder, "--update");
    const expected = join(folder, "allowances.expected.json");
    writeFileSync(expected, readFileSync(expected, "utf8").replace("41.00", "41.01"));
    const tested = await run("forms", "test", "--forms", folder);
    expect(tested).toMatchObject({ exit: 1, out: expect.stringContaining('expected "total": "41.01"') });
  });

  test("a definition that is wrong is refused with its file and the place", async () => {
    writeFileSync(
      join(folder, "wrong.json"),
      JSON.stringify({ id: "wrong", family: "x", titles: ["x"], layout: "tree" }),
    );
    const { exit, err } = await run("forms", "list", "--forms", folder);
    expect(exit).toBe(2);
    expect(err).toMatch(/wrong\.json is no definition of a form: /);
  });

  test("a draft goes to a new file, names its schema, and never over a file that is there", async () => {
    const target = join(folder, "own", "allowances.json");
    const draft = () => run("forms", "draft", join(folder, "allowances.pdf"), "--page", "1", "-o", target);
    expect(await draft()).toMatchObject({ exit: 0, out: "" });
    const { $schema } = JSON.parse(readFileSync(target, "utf8"));
    expect($schema).toMatch(/form-definition\.schema\.json$/);
    expect((await run("forms", "list", "--forms", join(folder, "own"))).exit).toBe(0);
    expect(await draft()).toMatchObject({ exit: 2, err: expect.stringContaining("is there already") });
  });

  test("an empty definition, as a failed draft leaves behind, is named with its mend", async () => {
    writeFileSync(join(folder, "empty.json"), "");
    const { exit, err } = await run("forms", "list", "--forms", folder);
    expect({ exit, err }).toMatchObject({ exit: 2, err: expect.stringMatching(/empty\.json .*delete it/) });
  });

  test("a form without a fixture has not passed", async () => {
    const own = join(folder, "own");
    await run("forms", "draft", join(folder, "allowances.pdf"), "--page", "1", "-o", join(own, "lonely.json"));
    const tested = await run("forms", "test", "--forms", own);
    expect(tested).toMatchObject({ exit: 1, out: expect.stringContaining("no fixture") });
  });

  test("definitions may be modules", async () => {
    writeFileSync(
      join(folder, "two.mjs"),
      `export default { id: "as-module", family: "x", titles: ["某表"], layout: "hierarchy", unit: "元", columns: [{ key: "a", path: [["金额"]] }] };`,
    );
    expect((await run("forms", "show", "as-module", "--forms", folder)).out).toContain('"某表"');
  });
});

test("a page without a table is said", async () => {
  const sample = new URL("../../samples/minimal/", import.meta.url);
  expect(existsSync(sample)).toBe(true);
  const empty = join(folder, "empty.pdf");
  writeFileSync(empty, new MadePdf().page({ content: line(80, 700, "nothing here") }).build());
  copyFileSync(empty, join(folder, "other.pdf"));
  const { exit, err } = await run("forms", "draft", empty, "--page", "1");
  expect({ exit, err }).toMatchObject({ exit: 2, err: expect.stringContaining("no table on page 1") });
});

test.each([
  ["of words", "2024年度工作表\n| 项目 | 说明 |\n| 甲 | 乙丙丁 |\n| 戊 | 己庚辛 |"],
  ["of a header alone, as a chart's frame is", "2024年度结构图\n| 基本支出, | 27.45% |\n| 项目支出, | 72.55% |"],
])("a table %s, without a column of figures, is said", async (_, page) => {
  const words = join(folder, "words.pdf");
  writeFileSync(words, printedPdf(page));
  const { exit, err } = await run("forms", "draft", words, "--page", "1");
  expect({ exit, err }).toMatchObject({ exit: 2, err: expect.stringContaining("has no column with figures") });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentName, safeName, uniqueNames } from "../../src/output/file-names.js";

describe("documentName", () => {
  it.each([
    ["out/某局 2024.pdf", "某局 2024"],
    ["C:\\公开\\年报.PDF", "年报"],
    ["a.pdf.pdf", "a.pdf"],
    ["dir/x.pdf/", "x"],
    [".pdf", "document"],
    ["..", "_"],
    [".hidden.pdf", "_hidden"],
    ["con.pdf", "_con"],
    ["LPT1.x.pdf", "_LPT1.x"],
    ["a:b?\u0007\u202ec.pdf", "a_b___c"],
    ["trailing. .pdf", "trailing"],
    ["", "document"],
  ])("%j gives %j", (file, name) => {
    expect(documentName(file)).toBe(name);
  });

  it("shortens by bytes, whole characters, and keeps two long names apart", () => {
    const long = "决算".repeat(100);
    const names = [documentName(`${long}甲.pdf`), documentName(`${long}乙.pdf`)];
    expect(new Set(names).size).toBe(2);
    for (const name of names) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(name).toMatch(/^[决算]+-[0-9a-f]{8}$/);
    }
  });

  it("is safe as it is, for any name", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 120 }), (codePoints) => {
        const name = safeName(String.fromCodePoint(...codePoints), "document");
        expect(safeName(name, "document")).toBe(name);
        expect(name).not.toMatch(/^\.|[/\\\0]|[. ]$|^$/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201);
      }),
    );
  });
});

it("uniqueNames numbers what comes again, whatever its case", () => {
  const unique = uniqueNames();
  expect(["a", "A", "a-2", "b", "a"].map(unique)).toEqual(["a", "A-2", "a-2-2", "b", "a-3"]);
});

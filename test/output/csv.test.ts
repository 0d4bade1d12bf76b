import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "../../src/output/csv.js";

/** RFC 4180 read back, character by character. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (quoted) {
      if (character !== '"') field += character;
      else if (text.charAt(i + 1) === '"') field += text.charAt(++i);
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "," || character === "\r") {
      row.push(field);
      field = "";
      if (character === ",") continue;
      rows.push(row);
      row = [];
      i++;
    } else field += character;
  }
  return rows;
}

describe("csvText", () => {
  it("quotes commas, quotes and line breaks only, and ends lines with CRLF", () => {
    expect(csvText(["a", "b"], [{ a: '说"一",二', b: "" }])).toBe('a,b\r\n"说""一"",二",\r\n');
    expect(csvText(["a"], [{ a: "x\ny" }])).toBe('a\r\n"x\ny"\r\n');
    expect(csvText(["a", "b"], [])).toBe("a,b\r\n");
  });

  it("reads back as the same fields", () => {
    const row = fc.record({
      a: fc.string(),
      b: fc.string(),
      c: fc.string({ unit: fc.constantFrom(",", '"', "\n", "\r", "元") }),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const expected = [["a", "b", "c"], ...rows.map(({ a, b, c }) => [a, b, c])];
        expect(parse(csvText(["a", "b", "c"], rows))).toEqual(expected);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalForm, sourceRange } from "../../src/narrative/normal.js";

describe("normalForm", () => {
  it("folds full-width forms and quotes", () => {
    expect(normalForm("“三公”经费（１２．５万元），占９８％：").text).toBe('"三公"经费(12.5万元),占98%:');
  });

  it("gives back the printed characters", () => {
    const printed = "㈠公务接待费０．３９万（含外宾）";
    const normal = normalForm(printed);
    const at = normal.text.indexOf("0.39");
    expect(printed.slice(...sourceRange(normal, printed, at, at + 4))).toBe("０．３９");
  });

  it("maps every character to one in order, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (printed) => {
        const { text, source } = normalForm(printed);
        expect(source).toHaveLength(text.length);
        expect(source.every((at, i) => at < printed.length && (i === 0 || at >= (source[i - 1] ?? 0)))).toBe(true);
      }),
    );
  });
});

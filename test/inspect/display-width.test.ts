import { describe, expect, it } from "vitest";
import { displayWidth, padEnd } from "../../src/inspect/display-width.js";

describe("the width of a text in a terminal", () => {
  it.each([
    ["", 0],
    ["lattice", 7],
    ["收入决算表", 10],
    ["2024年度", 8],
    ["（续）", 6],
    ["595×842", 7],
    ["“三公”", 6],
    ["𠀀", 2],
  ])("of %j is %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it("is filled up with spaces, never cut", () => {
    expect(padEnd("合计", 6)).toBe("合计  ");
    expect(padEnd("合计", 3)).toBe("合计");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText } from "../../src/output/json.js";

describe("jsonText", () => {
  it("puts what is small on one line and the rest on lines of its own", () => {
    expect(jsonText({ box: [1, 2.5, 3, 4], a: [], b: {} })).toBe('{ "box": [1, 2.5, 3, 4], "a": [], "b": {} }\n');
    const long = "长".repeat(70);
    expect(jsonText([{ a: long }, [long, 1]])).toBe(`[\n  { "a": "${long}" },\n  ["${long}", 1]\n]\n`);
    expect(jsonText({ a: long, b: long })).toBe(`{\n  "a": "${long}",\n  "b": "${long}"\n}\n`);
  });

  it("leaves out undefined members and refuses what JSON cannot hold", () => {
    expect(jsonText({ a: undefined, b: null })).toBe('{ "b": null }\n');
    expect(() => jsonText({ a: Number.NaN })).toThrow(TypeError);
    expect(() => jsonText([undefined])).toThrow(TypeError);
  });

  it("reads back as the same value, with keys in the same order", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const back: unknown = JSON.parse(jsonText(value));
        expect(JSON.stringify(back)).toBe(JSON.stringify(value));
      }),
    );
  });
});

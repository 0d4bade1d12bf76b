import { describe, expect, it } from "vitest";
import { findReasons } from "../../../src/narrative/facts/reasons.js";

const reasons = (text: string, subjects: number[] = []) =>
  findReasons(text, subjects).map(({ text: [from, to] }) => text.slice(from, to));

describe("reasons", () => {
  it.each([
    ["主要原因:人员变化。", "人员变化"],
    ["主要原因是人员变化。", "人员变化"],
    ["主要原因是:项目调整。", "项目调整"],
    ["主要原因为人员增加。", "人员增加"],
    ["主要变动原因是政策性增资。", "政策性增资"],
    ["减少原因:压减支出。", "压减支出"],
    ["主要原因是:主要原因是人员变化。", "人员变化"],
    ["增加10万元,主要是由于补缴社保。", "补缴社保"],
  ])("%s", (text, expected) => {
    expect(reasons(text)).toEqual([expected]);
  });

  it("goes on over sentences that state nothing else", () => {
    expect(reasons("主要原因是勤俭节约。较上年减少了培训等。")).toEqual(["勤俭节约。较上年减少了培训等"]);
    expect(reasons("主要原因是勤俭节约。全年接待团组0个。")).toEqual(["勤俭节约"]);
  });

  it("stops at 其中: and where another matter begins behind a semicolon", () => {
    expect(reasons("主要原因是增加经费,其中:财政拨款1万元。")).toEqual(["增加经费"]);
    const text = "主要原因是未安排;公务接待费减少1万元。";
    expect(reasons(text, [text.indexOf("公务接待费")])).toEqual(["未安排"]);
    expect(reasons(text)).toEqual(["未安排;公务接待费减少1万元"]);
  });
});

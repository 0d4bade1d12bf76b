import { expect, it } from "vitest";
import { parentsByCode } from "../../src/text/index.js";

it.each([
  [
    ["201", "20101", "2010101", "20103", "205"],
    [null, 0, 1, 0, null],
  ],
  // A level that is not printed is not invented; a parent may stand below its rows; rows without a code have none.
  [
    ["2010101", null, "201"],
    [2, null, null],
  ],
  // Of two rows of one code the first has the rows beneath it, and neither stands under the other.
  [
    ["201", "201", "20101"],
    [null, null, 0],
  ],
  [
    ["2010101", "2010301"],
    [null, null],
  ],
] as const)("the parents of %j", (codes, parents) => {
  expect(parentsByCode(codes)).toEqual(parents);
});

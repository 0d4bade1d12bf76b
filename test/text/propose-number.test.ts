import { expect, test } from "vitest";
import { proposeNumber } from "../../src/text/index.js";

test.each([
  ["l,234.56", "1234.56"],
  ["O.00", "0.00"],
  ["1,23S.5O", "1235.50"],
  ["13。95", "13.95"],
  ["1,234.56", null],
  ["478.57 478.57", null],
  ["SO", null],
  ["l2", null],
  ["有效提升", null],
  ["-", null],
])("%s → %s", (text, value) => {
  expect(proposeNumber(text)).toBe(value);
});

import { describe, expect, it } from "vitest";
import { alongText } from "../../src/layout/reading-direction.js";
import { uprightPage } from "../../src/layout/upright.js";
import type { Box, Page } from "../../src/model/index.js";
import { MadePage } from "../helpers/made-page.js";

const turned = (angle: number): Page => {
  const page = new MadePage().text(100, 200, "收入").build();
  return { ...page, glyphs: page.glyphs.map((glyph) => ({ ...glyph, angle })) };
};

describe("a box along the text", () => {
  it.each([0, 90, 180, 270])("lies as in the upright frame of content turned by %d°", (angle) => {
    const page = turned(angle);
    const { back } = uprightPage(page);
    const along = (box: Box) => alongText(back(box), page.glyphs);
    const a: Box = [50, 60, 150, 72];
    const b: Box = [62, 90, 140, 102];
    const difference = (i: 0 | 1 | 2 | 3) => along(b)[i] - along(a)[i];
    expect([difference(0), difference(1), difference(2), difference(3)].map(Math.round)).toEqual([12, 30, -10, 30]);
  });
});

/**
 * How text without an embedded font program is drawn. The engine asks the canvas for `"g_d0_f1", serif`, and the canvas
 * takes the whole text from the first font of that list that exists: hanzi come out as boxes unless one that has them
 * stands before the generic name.
 */
import { join } from "node:path";
import type { SKRSContext2D } from "@napi-rs/canvas";
import { engineFolders } from "./engine.js";

/** Chinese fonts as systems name them; the first that is there is taken. */
const CHINESE_FONTS = [
  "Noto Serif CJK SC",
  "Source Han Serif SC",
  "SimSun",
  "Songti SC",
  "AR PL UMing CN",
  "Noto Sans CJK SC",
  "Source Han Sans SC",
  "Microsoft YaHei",
  "PingFang SC",
  "WenQuanYi Zen Hei",
  "WenQuanYi Micro Hei",
  "Droid Sans Fallback",
];
const FAMILIES = CHINESE_FONTS.map((name) => `"${name}"`).join(", ");
const GENERIC = /,\s*(serif|sans-serif|monospace)$/;

/** Makes the context draw hanzi with a Chinese font of the system, where there is one. */
export function drawHanzi(context: SKRSContext2D): void {
  const font = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(context), "font");
  if (font?.get && font.set) {
    const { get, set } = font;
    Object.defineProperty(context, "font", {
      get: () => get.call(context),
      set: (value: string) => set.call(context, value.replace(GENERIC, `, ${FAMILIES}, $1`)),
    });
  }
  // A font without a program may hand on a NUL as its character, at which the canvas throws and the page would be lost.
  const fillText = context.fillText.bind(context);
  context.fillText = (text, x, y, ...rest) => fillText(text.replaceAll("\0", " "), x, y, ...rest);
}

/** Makes the engine's own Latin font known to the canvas, for labels on machines without any font. Returns its family. */
export async function latinFont(): Promise<string> {
  const { GlobalFonts } = await import("@napi-rs/canvas");
  const family = "juesuan-latin";
  if (!GlobalFonts.has(family)) {
    GlobalFonts.registerFromPath(join(engineFolders().standardFontDataUrl, "LiberationSans-Regular.ttf"), family);
  }
  return family;
}

/** Whether the system has a font that hanzi without an embedded one can be drawn with. */
export async function hasChineseFont(): Promise<boolean> {
  const { GlobalFonts } = await import("@napi-rs/canvas");
  // A collection goes by the name of one of its fonts: Noto Serif CJK JP stands for the SC in the same file.
  const known = GlobalFonts.families.map(({ family }) => family.replace(/ CJK \w+$/, " CJK SC"));
  return CHINESE_FONTS.some((name) => known.includes(name));
}

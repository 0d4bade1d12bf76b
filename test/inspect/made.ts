import { hanzi, line, MadePdf } from "../helpers/make-pdf.js";

const XS = [60, 260, 400, 540];

/** A ruled table of three columns: rows of 24 pt from y on down (user space). Texts of hanzi or of Latin. */
export function ruledTable(y: number, rows: readonly (readonly string[])[]): string {
  const bottom = y - 24 * rows.length;
  const lines = [
    ...XS.map((x) => `${x} ${y} m ${x} ${bottom} l S\n`),
    ...[...rows, null].map((_, i) => `60 ${y - 24 * i} m 540 ${y - 24 * i} l S\n`),
  ];
  const texts = rows.flatMap((row, r) =>
    row.map((text, c) => {
      const at: [number, number, string] = [(XS[c] ?? 0) + 4, y - 24 * r - 16, text];
      return /^[ -~]*$/.test(text) ? line(...at) : hanzi(...at);
    }),
  );
  return [...lines, ...texts].join("");
}

const HEADER = ["项目", "本年数", "上年数"];

/**
 * Page 1: a ruled table down to the page's foot. Page 2: its header again, and its rest. Page 3: an amount by itself.
 * Page 4: a picture. Page 5: nothing.
 */
export function madeDocument(): Uint8Array {
  const row = (n: number) => [`a${n}`, `${n}.10`, `${n}.20`];
  const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => row(from + i));
  return new MadePdf()
    .page({ content: ruledTable(780, [HEADER, ...rows(1, 29)]) })
    .page({ content: ruledTable(780, [HEADER, ...rows(29, 33)]) })
    .page({ content: hanzi(60, 700, "情况说明如下。") + line(300, 500, "1,234.56") })
    .page({ content: "q 400 0 0 500 90 150 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u0000 EI Q" })
    .page({ content: "" })
    .build();
}

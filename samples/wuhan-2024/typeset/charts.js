// The charts of part three: vector shapes with text labels and a caption below, as the real documents have them.
import { esc } from "./html.js";

const grey = ["#5b7db1", "#c0793a", "#8a8a8a"];

const figure = (caption, svg) => `<figure>${svg}<figcaption>${esc(caption)}</figcaption></figure>\n`;

/** Two bars, the prior year's computed by the caller only for its height; no amounts are printed in it. */
export function bars(caption, years, heights) {
  const top = Math.max(...heights);
  const bar = (h, i) => {
    const height = Math.round((h / top) * 80);
    const x = 70 + i * 110;
    return (
      `<rect x="${x}" y="${100 - height}" width="48" height="${height}" fill="${grey[i]}"/>` +
      `<text x="${x + 24}" y="115" text-anchor="middle" font-size="11">${years[i]}年</text>`
    );
  };
  const axis = `<line x1="40" y1="100" x2="260" y2="100" stroke="#888"/>`;
  return figure(caption, `<svg width="300" height="120">${axis}${heights.map(bar).join("")}</svg>`);
}

/** A pie with its shares in percent as labels, and a legend. */
export function pie(caption, slices) {
  let angle = 0;
  const total = slices.reduce((sum, s) => sum + Number(s.share), 0);
  const point = (a, r) => `${(80 + r * Math.sin(a)).toFixed(2)} ${(78 - r * Math.cos(a)).toFixed(2)}`;
  const shapes = slices.map((s, i) => {
    const [start, end] = [angle, angle + (Number(s.share) / total) * 2 * Math.PI];
    angle = end;
    const large = end - start > Math.PI ? 1 : 0;
    const [x, y] = point((start + end) / 2, slices.length > 2 && i > 0 ? 50 + 11 * (i - 1) : 26).split(" ");
    return (
      `<path d="M80 78L${point(start, 46)}A46 46 0 ${large} 1 ${point(end, 46)}Z" fill="${grey[i]}"/>` +
      `<text x="${x}" y="${y}" text-anchor="middle" font-size="10">${esc(s.share)}%</text>`
    );
  });
  const legend = slices.map(
    (s, i) =>
      `<rect x="170" y="${50 + i * 20}" width="9" height="9" fill="${grey[i]}"/>` +
      `<text x="184" y="${59 + i * 20}" font-size="10">${esc(s.label)}</text>`,
  );
  return figure(caption, `<svg width="300" height="132">${shapes.join("")}${legend.join("")}</svg>`);
}

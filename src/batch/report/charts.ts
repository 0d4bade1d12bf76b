/** Small charts as inline SVG. */
import { escapeHtml } from "../../text/html.js";

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** What stands behind the bar. */
  readonly note: string;
  readonly colour: string;
}

/** All in CSS px of the drawing; the browser scales it to the page. */
const WIDTH = 900;
const LABEL = 330;
const ROW = 24;
const NOTE = 190;
/** A label longer than that runs into its bar, in half-width characters at 13 px. */
const LABEL_CHARACTERS = 44;

/** One horizontal bar per item, the longest as wide as there is room. */
export function barChart(bars: readonly Bar[], title: string): string {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const rows = bars.map(({ label, value, note, colour }, index) => {
    const y = index * ROW;
    const width = Math.max(1, Math.round((value / most) * (WIDTH - LABEL - NOTE)));
    return `<g><title>${escapeHtml(`${label}: ${note}`)}</title>
<text x="0" y="${y + 16}">${escapeHtml(shorten(label))}</text>
<rect x="${LABEL}" y="${y + 4}" width="${width}" height="16" rx="2" fill="${colour}"/>
<text x="${LABEL + width + 6}" y="${y + 16}">${escapeHtml(note)}</text></g>`;
  });
  return svg(bars.length * ROW, title, rows);
}

/** Shares of a whole as one bar, with a legend beneath. */
export function shareBar(shares: readonly Bar[], title: string): string {
  const whole = shares.reduce((sum, { value }) => sum + value, 0);
  if (whole === 0) return "";
  let x = 0;
  const parts = shares.map(({ label, value, note, colour }, index) => {
    const width = (value / whole) * WIDTH;
    const part = `<rect x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="20" fill="${colour}"/>
<rect x="${index * 150}" y="32" width="12" height="12" rx="2" fill="${colour}"/>
<text x="${index * 150 + 18}" y="43">${escapeHtml(`${label} ${note}`)}</text>`;
    x += width;
    return part;
  });
  return svg(50, title, parts);
}

function svg(height: number, title: string, parts: readonly string[]): string {
  return `<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" role="img" aria-label="${escapeHtml(title)}">
${parts.join("\n")}
</svg>`;
}

/** Keeps the end, where file names differ. */
function shorten(label: string): string {
  const characters = [...label];
  let width = 0;
  for (let at = characters.length - 1; at >= 0; at--) {
    width += (characters[at] ?? "") >= "\u1100" ? 2 : 1;
    if (width > LABEL_CHARACTERS) return `…${characters.slice(at + 1).join("")}`;
  }
  return label;
}

/**
 * Characters that take two columns of a terminal: East Asian Wide and Fullwidth (Unicode UAX #11, W and F), in the blocks
 * that disclosures and emoji come from. Ambiguous ones (“ ” … ×) take one, as terminals with a UTF-8 locale show them.
 */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
/** Combining marks and format characters take none. */
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns of a terminal that one character (code point) takes: 0, 1 or 2. */
function characterWidth(character: string): number {
  if (character < "\u0300") return 1;
  return ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}

/** Columns of a terminal that a text without control characters takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text, or as much of it as fits with "…" behind it. `width` in columns, at least 1. */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${takeWidth(text, width - 1)}…`;
}

/** The text in lines of at most `width` columns: broken at spaces and between Chinese characters, else inside a word. */
export function wrapToWidth(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (displayWidth(line + piece.trimEnd()) > width && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
    while (displayWidth(line.trimEnd()) > width) {
      const head = takeWidth(line, width) || [...line].slice(0, 1).join("");
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Stretches that are kept together, each with the spaces behind it. */
function pieces(text: string): string[] {
  return text.match(/(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef]+)[，。、；：）”]*\s*/gu) ?? [];
}

/** The text with spaces behind it up to the width; never cut. */
export function padToWidth(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** As much of the text's beginning as fits. */
export function takeWidth(text: string, width: number): string {
  let taken = "";
  let left = width;
  for (const character of text) {
    left -= characterWidth(character);
    if (left < 0) break;
    taken += character;
  }
  return taken;
}

import type { Io } from "./io.js";

const CLEAR_LINE = "\r\u001b[2K";

export interface Progress {
  /** Shows how far a document is; overwrites what was shown before. */
  show(text: string): void;
  /** Takes the line away, before anything else is written. */
  clear(): void;
}

/** One line on standard error that is overwritten; nothing where standard error is no terminal, or when asked to be quiet. */
export function createProgress(io: Io, quiet: boolean): Progress {
  const { stderr, env } = io;
  if (quiet || !stderr.isTTY || env.TERM === "dumb") return { show() {}, clear() {} };
  let shown = "";
  return {
    show(text) {
      const line = cutToWidth(text, (stderr.columns || 80) - 1);
      if (line !== shown) stderr.write(CLEAR_LINE + line);
      shown = line;
    },
    clear() {
      if (shown) stderr.write(CLEAR_LINE);
      shown = "";
    },
  };
}

/** Cuts at the terminal's width; a wrapped line could not be overwritten. From Hangul on, characters count as two columns. */
function cutToWidth(text: string, columns: number): string {
  let width = 0;
  let line = "";
  for (const character of text) {
    width += character >= "\u1100" ? 2 : 1;
    if (width > columns) break;
    line += character;
  }
  return line;
}

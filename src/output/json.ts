/** A list or object that fits in this many characters stands on one line, so that a value with its evidence is one line of a diff. */
const LINE_WIDTH = 120;

/**
 * JSON text that is the same for the same value: keys as built, two spaces, small parts on one line, newline at the end.
 * Undefined members are left out, as JSON.stringify does.
 * @throws TypeError for what JSON cannot hold (a number that is not finite, a function, undefined as a whole).
 */
export function jsonText(value: unknown): string {
  return `${write(value, 0)}\n`;
}

function write(value: unknown, indent: number): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const parts = value.map((item: unknown) => write(item, indent + 2));
    return join("[", parts, "]", indent);
  }
  if (typeof value === "object") {
    const parts: string[] = [];
    for (const [key, item] of Object.entries(value)) {
      if (item !== undefined) parts.push(`${JSON.stringify(key)}: ${write(item, indent + 2)}`);
    }
    return join("{", parts, "}", indent);
  }
  throw new TypeError(`JSON cannot hold ${String(value)}`);
}

function join(open: string, parts: readonly string[], close: string, indent: number): string {
  if (parts.length === 0) return open + close;
  const space = open === "{" ? " " : "";
  let width = indent + 2 + 2 * space.length;
  for (const part of parts) {
    width += part.length + 2;
    if (width > LINE_WIDTH || part.includes("\n")) {
      const pad = " ".repeat(indent + 2);
      return `${open}\n${pad}${parts.join(`,\n${pad}`)}\n${" ".repeat(indent)}${close}`;
    }
  }
  return open + space + parts.join(", ") + space + close;
}

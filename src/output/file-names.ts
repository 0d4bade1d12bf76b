import { createHash } from "node:crypto";

/** Bytes of a name, so that name, marks of a run and suffixes stay under the 255 that file systems allow. */
const MAX_BYTES = 200;
/** What Windows forbids, and what hides or turns a name on a screen: controls, lone surrogates, direction marks. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
/** Devices of Windows, with or without an extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** A name that every file system takes, the same for the same input; "" gives `fallback`. */
export function safeName(name: string, fallback: string): string {
  let safe = name.normalize("NFC").replace(UNSAFE, "_").trim();
  safe = safe.replace(/^\.+/, "_").replace(/[. ]+$/, "");
  if (RESERVED.test(safe)) safe = `_${safe}`;
  return shorten(safe || fallback);
}

/**
 * The `<document>` of a file: its base name without .pdf, made safe. "out/年报.PDF" gives "年报".
 * @param file a path with either separator, or a bare name
 */
export function documentName(file: string): string {
  const base = file.split(/[/\\]/).findLast((part) => part !== "") ?? "";
  return safeName(base.replace(/\.pdf$/i, ""), "document");
}

/** Gives each name once: the second "a" is "a-2", also where the file system takes "A" for "a". */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let candidate = name;
    for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${name}-${n}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  };
}

/** Two long names that differ only at the end stay two: what is cut off leaves its hash. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const mark = `-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
  let kept = "";
  let bytes = mark.length;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_BYTES) break;
    kept += character;
  }
  return kept + mark;
}

/**
 * Font masking: the engine spends half its time parsing embedded font programs that only drawing needs. In a copy of the
 * bytes the keys that point to them are renamed (same length), where it is certain that unicode, position and width do not
 * depend on the program (design/ENGINE-FACTS.md: 358,477 glyphs identical, half the time).
 *
 * Certain means: every font that uses the descriptor has a ToUnicode map, or is a composite font under a predefined
 * Unicode or GB character map. Anything else keeps its program. Objects in compressed object streams are not reached.
 */
import { Buffer } from "node:buffer";

/** Composite fonts under these CMaps are mapped by the CMap, not by the program. */
const PREDEFINED_CMAP =
  /\/Encoding\s*\/(?:GBK?|GBpc|GBK2K|GBKp|UniGB|UniCNS|UniJIS|UniKS|B5pc|ETen|HKscs)[A-Za-z0-9-]*/;

/** A copy of the bytes with safe font programs masked, or the bytes themselves when none is. */
export function maskFontPrograms(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!view.includes("/FontFile")) return bytes;
  const objects = fontObjects(view);
  const parents = parentsByDescendant(view, objects);
  const safe = new Map<string, boolean>();
  for (const font of objects.values()) {
    const descriptor = reference(font.text, "FontDescriptor");
    if (!descriptor) continue;
    const mapped = (parents.get(font.id) ?? [font]).every(isMapped);
    safe.set(descriptor, (safe.get(descriptor) ?? true) && mapped);
  }
  let copy: Buffer | null = null;
  for (const [descriptor, isSafe] of safe) {
    const object = objects.get(descriptor);
    if (!isSafe || !object) continue;
    // Type 1 programs (/FontFile) carry their encoding: they stay.
    for (const match of object.text.matchAll(/\/FontFile([23])(?![0-9A-Za-z])/g)) {
      // Memory of its own, not a slice of Node's pool: the engine detaches what it is given.
      copy ??= Buffer.from(new Uint8Array(view).buffer);
      copy.write("/FontFil_", object.start + match.index, "latin1");
    }
  }
  return copy ?? bytes;
}

function isMapped(font: FontObject): boolean {
  return /\/ToUnicode\s+\d+\s+\d+\s+R/.test(font.text) || PREDEFINED_CMAP.test(font.text);
}

interface FontObject {
  readonly id: string;
  readonly start: number;
  readonly text: string;
}

/** Longest dictionary of a font or descriptor that is read, bytes (widths of a CID font can be long). */
const LONGEST_DICTIONARY = 200_000;

/** The uncompressed objects that are fonts or font descriptors, by "number generation". */
function fontObjects(view: Buffer): Map<string, FontObject> {
  const found = new Map<string, FontObject>();
  for (const needle of ["/FontDescriptor", "/FontFile", "/DescendantFonts"]) {
    for (let at = view.indexOf(needle); at >= 0; at = view.indexOf(needle, at + needle.length)) {
      const start = view.lastIndexOf(" obj", at);
      const end = view.indexOf("endobj", at);
      if (start < 0 || end < 0 || end - start > LONGEST_DICTIONARY) continue;
      const head = view.toString("latin1", Math.max(0, start - 24), start);
      const id = /(\d+)\s+(\d+)$/.exec(head);
      if (!id) continue;
      const key = `${Number(id[1])} ${Number(id[2])}`;
      const text = view.toString("latin1", start, end);
      // A match inside a stream's binary data belongs to no dictionary.
      if (text.indexOf("stream") >= 0 && text.indexOf("stream") < at - start) continue;
      found.set(key, { id: key, start, text });
    }
  }
  return found;
}

function reference(text: string, key: string): string | null {
  const match = new RegExp(`/${key}\\s+(\\d+)\\s+(\\d+)\\s+R`).exec(text);
  return match ? `${Number(match[1])} ${Number(match[2])}` : null;
}

/** Composite fonts by the font in their DescendantFonts: an array in the font's own dictionary, or an object (Word). */
function parentsByDescendant(view: Buffer, objects: ReadonlyMap<string, FontObject>): Map<string, FontObject[]> {
  const parents = new Map<string, FontObject[]>();
  const composite = [...objects.values()].filter((font) => font.text.includes("/DescendantFonts"));
  const arrays = composite.some((font) => reference(font.text, "DescendantFonts")) ? objectStarts(view) : new Map();
  for (const font of composite) {
    const array = reference(font.text, "DescendantFonts");
    const start = array === null ? undefined : arrays.get(array);
    const list =
      start === undefined ? /\/DescendantFonts(.*)/s.exec(font.text)?.[1] : view.toString("latin1", start, start + 64);
    const [, number, generation] = /^\s*\[\s*(\d+)\s+(\d+)\s+R\s*\]/.exec(list ?? "") ?? [];
    if (number === undefined) continue;
    const id = `${Number(number)} ${Number(generation)}`;
    parents.set(id, [...(parents.get(id) ?? []), font]);
  }
  return parents;
}

/** Where each uncompressed object begins, behind `obj`. One that the file holds twice (an older version of it) is left out. */
function objectStarts(view: Buffer): Map<string, number> {
  const starts = new Map<string, number>();
  const seen = new Set<string>();
  for (let at = view.indexOf(" obj"); at >= 0; at = view.indexOf(" obj", at + 4)) {
    const [, number, generation] = /(\d+)\s+(\d+)$/.exec(view.toString("latin1", Math.max(0, at - 24), at)) ?? [];
    if (number === undefined) continue;
    const id = `${Number(number)} ${Number(generation)}`;
    if (seen.has(id)) starts.delete(id);
    else starts.set(id, at + 4);
    seen.add(id);
  }
  return starts;
}

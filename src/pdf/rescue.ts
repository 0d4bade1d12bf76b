/**
 * A second chance for a damaged file (cut off, no cross-reference table, no trailer): the objects that are still whole are
 * collected by scanning, those in object streams are unpacked, and a new file with a page tree of its own is written round
 * them. Pages come in the order of the old page tree as far as that is there, then in the order of the file.
 */
import { Buffer } from "node:buffer";
import { constants, inflateSync } from "node:zlib";

/** Larger files are not rescued, bytes (the scan holds a copy in memory). */
const LARGEST = 1 << 28;

interface Found {
  /** Bytes from "N G obj" to "endobj". */
  readonly bytes: Buffer;
  /** The object's text up to its stream. */
  readonly dictionary: string;
  readonly order: number;
}

/** A readable file made of what is left, or null when no page is. Encrypted files are not rescued: their key is in the trailer. */
export function rescue(damaged: Uint8Array): Uint8Array | null {
  if (damaged.length > LARGEST) return null;
  const view = Buffer.from(damaged.buffer, damaged.byteOffset, damaged.byteLength);
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(view.toString("latin1", Math.max(0, view.length - 4096)))) return null;
  const objects = scan(view);
  for (const [id, found] of [...objects]) {
    if (/\/Type\s*\/ObjStm\b/.test(found.dictionary)) unpack(found, objects);
    if (/\/Type\s*\/(?:ObjStm|XRef)\b/.test(found.dictionary)) objects.delete(id);
  }
  const pages = pageOrder(objects).filter((id) => isWhole(id, objects));
  return pages.length === 0 ? null : write(objects, pages);
}

/** Keys of a page that lead away from what it shows. */
const ELSEWHERE =
  /\/(?:Parent|Annots|B|Metadata|StructParents|Thumb|PieceInfo|AA|Tabs|Dest|A)\s+(?:\[[^\]]*\]|\d+\s+\d+\s+R)/g;

/** Whether everything that the page shows is there. Without its fonts a page would be read as nonsense, and that as figures. */
function isWhole(page: number, objects: ReadonlyMap<number, Found>): boolean {
  const seen = new Set<number>();
  const open = [page];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const found = objects.get(id);
    if (!found) return false;
    for (const [, reference] of found.dictionary.replace(ELSEWHERE, " ").matchAll(/(\d+)\s+\d+\s+R\b/g)) {
      open.push(Number(reference));
    }
  }
  // Resources may come from the parent: then the parent must be there.
  const own = objects.get(page)?.dictionary ?? "";
  const parent = Number(/\/Parent\s+(\d+)/.exec(own)?.[1] ?? -1);
  return /\/Resources/.test(own) || objects.has(parent);
}

/** Whole objects by number; of several with one number the last. */
function scan(view: Buffer): Map<number, Found> {
  const text = view.toString("latin1");
  const objects = new Map<number, Found>();
  const starts = [...text.matchAll(/(?<![0-9])(\d{1,10})\s+(\d{1,5})\s+obj\b/g)];
  let covered = 0;
  starts.forEach((match, order) => {
    // "1 0 obj" inside another object's stream is no object.
    if (match.index < covered) return;
    const start = match.index;
    const body = start + match[0].length;
    let end = text.indexOf("endobj", body);
    if (end < 0) return;
    const stream = /^stream\r?\n/m.exec(text.slice(body, end));
    let dictionaryEnd = end;
    if (stream) {
      dictionaryEnd = body + stream.index;
      const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(text.slice(body, dictionaryEnd))?.[1] ?? 0);
      const endStream = text.indexOf("endstream", dictionaryEnd + stream[0].length + length);
      end = endStream < 0 ? -1 : text.indexOf("endobj", endStream);
      if (end < 0) return;
    }
    covered = end + "endobj".length;
    objects.set(Number(match[1]), {
      bytes: view.subarray(start, covered),
      dictionary: text.slice(body, dictionaryEnd),
      order,
    });
  });
  return objects;
}

/** The objects of an object stream (ISO 32000-1 §7.5.7) beside the others, where no newer one stands already. */
function unpack(stream: Found, objects: Map<number, Found>): void {
  const count = Number(/\/N\s+(\d+)/.exec(stream.dictionary)?.[1] ?? 0);
  const first = Number(/\/First\s+(\d+)/.exec(stream.dictionary)?.[1] ?? 0);
  const content = inflated(stream);
  if (!content) return;
  const numbers = content.toString("latin1", 0, first).trim().split(/\s+/).map(Number);
  for (let i = 0; i < count; i++) {
    const id = numbers[2 * i];
    const offset = numbers[2 * i + 1];
    if (id === undefined || offset === undefined || objects.has(id)) continue;
    const next = numbers[2 * i + 3];
    const body = content.toString("latin1", first + offset, next === undefined ? undefined : first + next);
    objects.set(id, {
      bytes: Buffer.from(`${id} 0 obj\n${body}\nendobj`, "latin1"),
      dictionary: body,
      order: stream.order + i / (count + 1),
    });
  }
}

function inflated({ bytes, dictionary }: Found): Buffer | null {
  const at = bytes.indexOf("stream");
  const start = at + "stream".length + (bytes[at + 6] === 0x0d ? 2 : 1);
  const end = bytes.lastIndexOf("endstream");
  if (at < 0 || end < start) return null;
  const data = bytes.subarray(start, end);
  if (!/\/Filter/.test(dictionary)) return data;
  if (!/\/FlateDecode/.test(dictionary) || /\/Predictor\s+[2-9]/.test(dictionary)) return null;
  try {
    return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return null;
  }
}

function pageOrder(objects: ReadonlyMap<number, Found>): number[] {
  const isPage = (id: number) => /\/Type\s*\/Page(?![a-zA-Z])/.test(objects.get(id)?.dictionary ?? "");
  const ordered: number[] = [];
  const seen = new Set<number>();
  const visit = (id: number) => {
    if (seen.has(id)) return;
    seen.add(id);
    if (isPage(id)) ordered.push(id);
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(objects.get(id)?.dictionary ?? "")?.[1] ?? "";
    for (const kid of kids.matchAll(/(\d+)\s+\d+\s+R/g)) visit(Number(kid[1]));
  };
  const inFileOrder = [...objects].sort((a, b) => a[1].order - b[1].order).map(([id]) => id);
  const trees = inFileOrder.filter((id) => /\/Type\s*\/Pages\b/.test(objects.get(id)?.dictionary ?? ""));
  const isChild = (id: number) => /\/Parent\s+\d+\s+\d+\s+R/.test(objects.get(id)?.dictionary ?? "");
  for (const id of trees.filter((tree) => !isChild(tree))) visit(id);
  for (const id of [...trees, ...inFileOrder.filter(isPage)]) visit(id);
  return ordered;
}

function write(objects: ReadonlyMap<number, Found>, pages: readonly number[]): Uint8Array {
  const root = Math.max(...objects.keys()) + 1;
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n", "latin1")];
  const offsets = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  const add = (id: number, bytes: Buffer) => {
    offsets.set(id, length);
    parts.push(bytes, Buffer.from("\n", "latin1"));
    length += bytes.length + 1;
  };
  for (const [id, { bytes }] of objects) add(id, bytes);
  const kids = pages.map((id) => `${id} 0 R`).join(" ");
  add(root, Buffer.from(`${root} 0 obj\n<< /Type /Catalog /Pages ${root + 1} 0 R >>\nendobj`, "latin1"));
  add(
    root + 1,
    Buffer.from(`${root + 1} 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>\nendobj`, "latin1"),
  );
  const rows = [...offsets]
    .sort((a, b) => a[0] - b[0])
    .map(([id, offset]) => `${id} 1\n${String(offset).padStart(10, "0")} 00000 n \n`);
  const tail = `xref\n0 1\n0000000000 65535 f \n${rows.join("")}trailer\n<< /Size ${root + 2} /Root ${root} 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  parts.push(Buffer.from(tail, "latin1"));
  return new Uint8Array(Buffer.concat(parts));
}

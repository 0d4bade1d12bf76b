/** Cells of an Office Open XML spreadsheet: what the tests need of it, without a library. */
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** Sheets in their order; rows of cells as stored ("" where nothing is). */
export function readSpreadsheet(file: URL): string[][][] {
  const parts = unzip(readFileSync(file));
  const part = (name: string) => parts.get(name)?.toString("utf8") ?? "";
  const shared = [...part("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml = ""]) => texts(xml));
  const sheets = [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).sort();
  return sheets.map((name) => [...part(name).matchAll(/<row .*?<\/row>/gs)].map(([row]) => cells(row, shared)));
}

function cells(row: string, shared: readonly string[]): string[] {
  const read: string[] = [];
  for (const [, attributes = "", inner = ""] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? "";
    const letters = /r="([A-Z]+)/.exec(attributes)?.[1] ?? "A";
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (read.length < column) read.push("");
    read.push(/t="s"/.test(attributes) ? (shared[Number(value)] ?? "") : value || texts(inner));
  }
  return read;
}

/** Text of <t> elements; phonetic hints are none. */
function texts(xml: string): string {
  const plain = xml.replace(/<rPh .*?<\/rPh>/gs, "");
  const printed = [...plain.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join("");
  return printed.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** By the central directory: sizes in the local headers may be missing. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + packed);
    const key = bytes.toString("utf8", at + 46, at + 46 + (name ?? 0));
    parts.set(key, method === 0 ? data : inflateRawSync(data));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

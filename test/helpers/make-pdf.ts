/**
 * Small PDFs for tests, written by hand: content streams as text, fonts without a program.
 *
 * Fonts on every page: /F1 Helvetica (standard, WinAnsi), /F2 hanzi (Type0, UTF-16 codes, ToUnicode, every glyph 1 em
 * wide), /F3 the same written vertically. Text for /F2 and /F3 is `hex("合计")`.
 */
import { createHash } from "node:crypto";

export interface MadePdfPage {
  readonly content: string;
  readonly mediaBox?: readonly number[];
  /** More entries of the page's dictionary: `/Rotate 90`, `/CropBox [..]`, `/UserUnit 2`. */
  readonly entries?: string;
  /** More entries of its resources: `/XObject << /Fm1 7 0 R >>`. */
  readonly resources?: string;
}

/** A4 upright, pt. */
export const A4 = [0, 0, 595, 842] as const;

/** Text for /F2 and /F3 as a hexadecimal string. */
export function hex(text: string): string {
  return `<${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
}

/** One line of /F1 text at a point of user space. */
export function line(x: number, y: number, text: string, size = 10): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET\n`;
}

/** One line of /F2 text at a point of user space. */
export function hanzi(x: number, y: number, text: string, size = 10): string {
  return `BT /F2 ${size} Tf ${x} ${y} Td ${hex(text)} Tj ET\n`;
}

interface PdfObject {
  readonly dict: string;
  readonly stream?: Buffer;
}

const CATALOG = 1;
const PAGES = 2;

/** Object numbers: 1 catalogue, 2 page tree, 3–8 fonts; the caller's come after, from 9 on. */
export class MadePdf {
  readonly #objects: (PdfObject | null)[] = [null, null];
  readonly #kids: number[] = [];
  #catalog = "";
  #info = "";

  constructor() {
    const [cid, toUnicode, descriptor] = [6, 7, 8];
    const type0 = (encoding: string) =>
      `/Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /${encoding} /DescendantFonts [${cid} 0 R] /ToUnicode ${toUnicode} 0 R`;
    this.add("/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding");
    this.add(type0("Identity-H"));
    this.add(type0("Identity-V"));
    this.add(
      `/Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000`,
    );
    this.add("", TO_UNICODE);
    this.add(
      "/Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80",
    );
  }

  /** Adds an object (the inside of its dictionary, and a stream) and returns its number. */
  add(dict: string, stream?: string | Buffer): number {
    this.#objects.push({ dict, ...(stream === undefined ? {} : { stream: Buffer.from(stream) }) });
    return this.#objects.length;
  }

  page({ content, mediaBox = A4, entries = "", resources = "" }: MadePdfPage): this {
    const stream = this.add("", content);
    this.#kids.push(
      this.add(
        `/Type /Page /Parent ${PAGES} 0 R /MediaBox [${mediaBox.join(" ")}] /Contents ${stream} 0 R ${entries} /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> ${resources} >>`,
      ),
    );
    return this;
  }

  /** Adds an object as a page, whatever it is. */
  kid(object: number): this {
    this.#kids.push(object);
    return this;
  }

  /** More entries of the catalogue. */
  catalog(entries: string): this {
    this.#catalog += entries;
    return this;
  }

  /** The document information's producer. */
  producer(name: string): this {
    this.#info = `/Producer (${name})`;
    return this;
  }

  /** The file. With a password it is encrypted (RC4, 40 bit: ISO 32000-1 §7.6.3, revision 2). */
  build(password?: string): Uint8Array {
    const objects = [...this.#objects];
    objects[CATALOG - 1] = { dict: `/Type /Catalog /Pages ${PAGES} 0 R ${this.#catalog}` };
    const kids = this.#kids.map((kid) => `${kid} 0 R`).join(" ");
    objects[PAGES - 1] = { dict: `/Type /Pages /Kids [${kids}] /Count ${this.#kids.length}` };
    let trailer = `/Root ${CATALOG} 0 R`;
    // Strings are written as they are, so an encrypted file has none outside of the encryption dictionary.
    if (this.#info !== "" && password === undefined) {
      objects.push({ dict: this.#info });
      trailer += ` /Info ${objects.length} 0 R`;
    }
    const lock = password === undefined ? null : encryption(password);
    const encrypted = objects.map((object, i): PdfObject | null =>
      object?.stream && lock ? { dict: object.dict, stream: lock.encrypt(i + 1, object.stream) } : object,
    );
    if (lock) {
      encrypted.push({ dict: lock.dict });
      trailer += ` /Encrypt ${encrypted.length} 0 R /ID [<${ID.toString("hex")}> <${ID.toString("hex")}>]`;
    }
    return write(encrypted, trailer);
  }
}

/** One page, one content stream. */
export function onePage(content: string, page: Omit<MadePdfPage, "content"> = {}): Uint8Array {
  return new MadePdf().page({ content, ...page }).build();
}

function write(objects: readonly (PdfObject | null)[], trailer: string): Uint8Array {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
  let length = chunks[0]?.length ?? 0;
  const push = (text: string | Buffer) => {
    const chunk = typeof text === "string" ? Buffer.from(text, "latin1") : text;
    chunks.push(chunk);
    length += chunk.length;
  };
  const offsets = objects.map((object, i) => {
    const offset = length;
    const stream = object?.stream;
    push(`${i + 1} 0 obj\n<< ${object?.dict ?? ""} ${stream ? `/Length ${stream.length}` : ""} >>\n`);
    if (stream) {
      push("stream\n");
      push(stream);
      push("\nendstream\n");
    }
    push("endobj\n");
    return offset;
  });
  const xref = length;
  push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) push(`${String(offset).padStart(10, "0")} 00000 n \n`);
  push(`trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Every code is its own character: rows of 256 codes (a bfrange must not cross a row), hanzi and punctuation. */
const ROWS = [0x00, 0x20, 0x21, 0x22, 0x24, 0x25, 0x30, ...Array.from({ length: 0x52 }, (_, i) => 0x4e + i), 0xff];
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Made def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange
${ROWS.length} beginbfrange
${ROWS.map((row) => {
  const high = row.toString(16).padStart(2, "0");
  return `<${high}00> <${high}ff> <${high}00>`;
}).join("\n")}
endbfrange endcmap CMapName currentdict /CMap defineresource pop end end`;

const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const ID = Buffer.from("000102030405060708090a0b0c0d0e0f", "hex");

function encryption(password: string): { dict: string; encrypt: (object: number, data: Buffer) => Buffer } {
  const padded = Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
  const permissions = -4;
  const p = Buffer.alloc(4);
  p.writeInt32LE(permissions);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const key = md5(Buffer.concat([padded, owner, p, ID])).subarray(0, 5);
  const user = rc4(key, PADDING);
  return {
    dict: `/Filter /Standard /V 1 /R 2 /Length 40 /O <${owner.toString("hex")}> /U <${user.toString("hex")}> /P ${permissions}`,
    encrypt(object, data) {
      const id = Buffer.alloc(5);
      id.writeUIntLE(object, 0, 3);
      return rc4(md5(Buffer.concat([key, id])).subarray(0, 10), data);
    },
  };
}

function md5(data: Buffer): Buffer {
  return createHash("md5").update(data).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    const kept = s[a] ?? 0;
    s[a] = s[b] ?? 0;
    s[b] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (s[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let a = 0;
  let b = 0;
  return Buffer.from(
    data.map((byte) => {
      a = (a + 1) & 255;
      b = (b + (s[a] ?? 0)) & 255;
      swap(a, b);
      return byte ^ (s[((s[a] ?? 0) + (s[b] ?? 0)) & 255] ?? 0);
    }),
  );
}

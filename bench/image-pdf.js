/** Writes a PDF whose pages are images, nothing else. */
import { Buffer } from "node:buffer";
import { deflateSync } from "node:zlib";

/**
 * @param {{ widthPt: number, heightPt: number, width: number, height: number, jpeg?: Buffer, bits?: Uint8Array }[]} pages
 *   each with a JPEG (RGB), or with 1-bit rows (1 is white)
 * @returns {Buffer}
 */
export function imagePdf(pages) {
  const objects = [];
  const add = (...parts) => objects.push(Buffer.concat(parts.map((part) => Buffer.from(part))));
  const kids = pages.map((_, i) => `${3 + 3 * i} 0 R`).join(" ");
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  pages.forEach(({ widthPt, heightPt, width, height, jpeg, bits }, i) => {
    const id = 3 + 3 * i;
    const content = `q ${widthPt} 0 0 ${heightPt} 0 0 cm /I Do Q`;
    const data = jpeg ?? deflateSync(bits);
    const kind = jpeg
      ? "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
      : "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode";
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${widthPt} ${heightPt}] /Contents ${id + 1} 0 R `,
      `/Resources << /XObject << /I ${id + 2} 0 R >> >> >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    add(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${kind} /Length ${data.length} >>\nstream\n`,
      data,
      "\nendstream",
    );
  });
  const parts = [Buffer.from("%PDF-1.4\n%\xff\xff\xff\xff\n", "latin1")];
  let at = parts[0].length;
  const offsets = objects.map((object, i) => {
    const offset = at;
    const written = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    parts.push(written);
    at += written.length;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

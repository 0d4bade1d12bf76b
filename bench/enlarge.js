/** Documents of any number of pages. */
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";

/** A document's pages over and over, up to the number, with qpdf; false where there is no qpdf. */
export function repeatPages(source, sourcePages, pages, target) {
  const ranges = [];
  for (let left = pages; left > 0; left -= sourcePages) ranges.push(source, `1-${Math.min(left, sourcePages)}`);
  return spawnSync("qpdf", ["--empty", "--pages", ...ranges, "--", target]).status === 0;
}

const ROWS = 30;
const COLUMNS = [60, 130, 300, 380, 460, 540];

/** One ruled table of codes, names and amounts that goes on over all pages, under a running head. */
export async function longTable(pages, target) {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"];
  const kids = [];
  for (let page = 1; page <= pages; page++) {
    const content = tablePage(page);
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    kids.push(`${objects.length + 1} 0 R`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
    );
  }
  objects[1] = `<< /Type /Pages /Count ${pages} /Kids [${kids.join(" ")}] >>`;
  await writeFile(target, pdfOf(objects), "latin1");
}

function tablePage(page) {
  const bottom = 760 - ROWS * 22;
  const lines = COLUMNS.map((x) => `${x} 760 m ${x} ${bottom} l S`);
  for (let row = 0; row <= ROWS; row++) lines.push(`60 ${760 - row * 22} m 540 ${760 - row * 22} l S`);
  const texts = [`BT /F 9 Tf 250 800 Td (Statement of accounts) Tj ET`, `BT /F 9 Tf 290 40 Td (${page}) Tj ET`];
  for (let row = 0; row < ROWS; row++) {
    const n = page * ROWS + row;
    const cells = [`2${String(n % 1e6).padStart(6, "0")}`, `Item of expenditure ${n}`, `${n}.05`, `${n}.00`, "0.05"];
    cells.forEach((text, i) => {
      texts.push(`BT /F 9 Tf ${COLUMNS[i] + 4} ${745 - row * 22} Td (${text}) Tj ET`);
    });
  }
  return [...lines, ...texts].join("\n");
}

function pdfOf(objects) {
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}

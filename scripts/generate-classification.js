/**
 * Writes the classification's data modules from the two CSV tables of the domain contract.
 *
 *     node scripts/generate-classification.js [folder with the CSV files, default ../shared/spec]
 *
 * One line per code and a tab between fields: the level and the parent follow from the code and are not repeated.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const source = resolve(process.argv[2] ?? join(root, "../shared/spec"));

/** Rows of a CSV without quoted fields (neither table has any; a quote would mean the format changed). */
function rows(file) {
  const text = readFileSync(join(source, file), "utf8");
  if (text.includes('"')) throw new Error(`${file}: quoted fields are not expected`);
  const [header, ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((field, at) => [names[at], field])));
}

/** Observations that are no names: a unit and table rows read as one. */
const REJECTED = new Set(["226"]);

function write(file, name, comment, lines) {
  const body = lines.join("\n");
  if (/[`\\$]/.test(body)) throw new Error(`${file}: a character needs escaping`);
  const text = `/* Generated from ${comment} by \`node scripts/generate-classification.js\`. Do not edit. */\n\nexport const ${name} = \`\n${body}\n\`;\n`;
  writeFileSync(join(root, "src/classification", file), text);
}

write(
  "functional-data.ts",
  "FUNCTIONAL_DATA",
  "functional-classification.csv: code, name, aliases (|)",
  rows("functional-classification.csv")
    .filter(({ code }) => !REJECTED.has(code))
    .map(({ code, name, aliases }) => (aliases ? `${code}\t${name}\t${aliases}` : `${code}\t${name}`)),
);

const SCHEMES = {
  部门预算支出经济分类: "department",
  政府预算支出经济分类: "government",
  "部门预算支出经济分类（2018年改革前）": "before-2018",
};
write(
  "economic-data.ts",
  "ECONOMIC_DATA",
  "economic-classification.csv: code, name, scheme",
  rows("economic-classification.csv").map(({ code, name, scheme }) => {
    if (!(scheme in SCHEMES)) throw new Error(`unknown scheme ${scheme}`);
    return `${code}\t${name}\t${SCHEMES[scheme]}`;
  }),
);

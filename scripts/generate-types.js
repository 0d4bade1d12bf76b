// Writes src/model/output.ts from schemas/*.schema.json; with --check fails when the file has drifted.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const ROOTS = ["document", "table", "section", "performance", "finding", "values-row", "facts-row", "overrides"];
const target = new URL("../src/model/output.ts", import.meta.url);
const schemas = fileURLToPath(new URL("../schemas/", import.meta.url));

const bundle = {
  title: "OutputContract",
  type: "object",
  required: ROOTS,
  additionalProperties: false,
  properties: Object.fromEntries(ROOTS.map((name) => [name, { $ref: `${name}.schema.json` }])),
};
const text = await compile(bundle, "OutputContract", {
  cwd: schemas,
  bannerComment: "/* Generated from schemas/*.schema.json by `npm run types`. Do not edit. */",
  style: { printWidth: 120 },
});

if (process.argv.includes("--check")) {
  const current = await readFile(target, "utf8").catch(() => "");
  if (current !== text) {
    console.error("src/model/output.ts has drifted from schemas/: run `npm run types` and commit the result.");
    process.exit(1);
  }
} else {
  await writeFile(target, text);
}

/** What the two printers of the sample's forms share: their options, the folder of their PDFs, and the comparison. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dist } from "../dist.js";
import { heading, line, score, wrongs } from "./compare.js";

/**
 * Prints what is named on the command line, or all, reads it back and shows a line for each; exit code 1 where one differs.
 * @param {string} noun what is printed: "variant"
 * @param {string[]} all the names
 * @param {(names: { name: string, file: string }[]) => void} print makes those that are not there
 * @param {(name: string) => object} [leftOut] what a document leaves out on purpose: `score`'s options
 */
export async function readBack(noun, all, print, leftOut = () => ({})) {
  const { extract } = await dist("index.js");
  const { values: options, positionals } = parseArgs({
    options: {
      keep: { type: "string" },
      reuse: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const names = positionals.length > 0 ? positionals : all;
  for (const one of names.flatMap((name) => name.split("+")))
    if (!all.includes(one)) throw new Error(`no ${noun} is named ${one}: ${all.join(", ")}`);
  const folder = options.keep ?? mkdtempSync(join(tmpdir(), `juesuan-${noun}s-`));
  mkdirSync(folder, { recursive: true });
  const say = (text) => options.verbose && console.log(`    ${text}`);
  let wrong = 0;
  try {
    const documents = names.map((name) => ({ name, file: join(folder, `${name}.pdf`) }));
    const making = documents.filter(({ file }) => !options.reuse || !existsSync(file));
    if (making.length > 0) print(making);
    console.log(heading(noun));
    for (const { name, file } of documents) {
      const count = score(await extract(file), { ...leftOut(name), say });
      console.log(line(name, count));
      wrong += wrongs(count);
    }
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true });
  }
  process.exitCode = wrong > 0 ? 1 : 0;
}

/** The page's own script: the modules of page/ as one text, because a page that is one file cannot import. */
import { readFileSync } from "node:fs";

/** src/report/page/ and dist/report/page/ hold the same files. */
const FOLDER = new URL("./page/", import.meta.url);
const IMPORT = /^import\s[^;]*?from\s+"\.\/([^"]+)";\n/gm;
const DECLARED = /^(?:export )?(?:async )?(?:function|const|let|class) (\w+)/gm;

export function pageStyle(): string {
  return readFileSync(new URL("style.css", FOLDER), "utf8");
}

/** @throws Error when two modules declare the same name: they share one scope */
export function pageScript(): string {
  const done = new Set<string>();
  const names = new Set<string>();
  const parts: string[] = [];
  const add = (file: string): void => {
    if (done.has(file)) return;
    done.add(file);
    const text = readFileSync(new URL(file, FOLDER), "utf8");
    for (const [, imported = ""] of text.matchAll(IMPORT)) add(imported);
    for (const [, name = ""] of text.matchAll(DECLARED)) {
      if (names.has(name)) throw new Error(`page/${file} declares ${name} once more`);
      names.add(name);
    }
    parts.push(text.replace(IMPORT, "").replace(/^export /gm, ""));
  };
  add("main.js");
  return `"use strict";(() => {\n${parts.join("\n")}\n})();`;
}

#!/usr/bin/env node
// Typesets the sample: figures.json → HTML → headless Chromium → wuhan-2024.pdf.
// usage: node samples/wuhan-2024/typeset.js [--html FILE]
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { print } from "../print.js";
import { documentHtml } from "./typeset/document.js";

const at = (name) => fileURLToPath(new URL(name, import.meta.url));

const html = documentHtml(JSON.parse(readFileSync(at("figures.json"), "utf8")));
const [flag, file] = process.argv.slice(2);
if (flag === "--html" && file) writeFileSync(file, html);
else print(html, at("wuhan-2024.pdf"));

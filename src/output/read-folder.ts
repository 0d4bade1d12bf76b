/** What `extract -o` wrote, read back as far as checking needs it. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type DisclosureDocument, type Finding, type FormTable, JuesuanError, type Section } from "../model/index.js";
import type { OutputContract } from "../model/output.js";
import { systemCode } from "./io-error.js";
import { readText } from "./read-file.js";
import { SchemaError, validate } from "./schemas.js";

const DOCUMENT = "document.json";
const FINDINGS = "findings.json";

/** True for a folder; false for a file and for what is not there. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * The document folders at a path: itself, or those in it, by name.
 * @throws JuesuanError "usage" when there are none, "io" when it cannot be read
 */
export async function documentFolders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((cause: unknown) => {
    throw new JuesuanError("io", `${path}: the folder cannot be read (${systemCode(cause)}); check its permissions`, {
      cause,
    });
  });
  if (entries.some(({ name }) => name === DOCUMENT)) return [path];
  const names = entries.map(({ name }) => name).filter((name) => !name.startsWith("."));
  const found: string[] = [];
  for (const name of names.sort()) if (await isThere(join(path, name, DOCUMENT))) found.push(join(path, name));
  if (found.length > 0) return found;
  const pdfs = names.some((name) => /\.pdf$/i.test(name))
    ? `; for the PDFs in it name them: ${join(path, "*.pdf")}`
    : "";
  throw new JuesuanError("usage", `${path}: no output of juesuan is in this folder (no ${DOCUMENT})${pdfs}`);
}

/**
 * document.json and findings.json of a document's folder, held against their schemas.
 * @throws JuesuanError "io" when one is missing, no JSON or breaks its schema
 */
export async function readFindings(folder: string): Promise<{ document: DisclosureDocument; findings: Finding[] }> {
  const document = await readPiece(join(folder, DOCUMENT), "document");
  const findings = await readJson(join(folder, FINDINGS), (value: Finding[]) => {
    if (!Array.isArray(value)) throw new SchemaError("finding", "", "the whole is no list of findings");
    for (const finding of value) validate("finding", finding);
  });
  return { document, findings };
}

/**
 * The tables and sections that the findings speak of.
 * @throws JuesuanError "io" as readFindings
 */
export async function readPlaces(
  folder: string,
  document: DisclosureDocument,
  findings: readonly Finding[],
): Promise<{ tables: FormTable[]; sections: Section[] }> {
  const places = findings.flatMap(({ place, operands }) => [place, ...operands.map((operand) => operand.place)]);
  const ids = new Set(places.flatMap(({ table }) => table ?? []));
  const tables: FormTable[] = [];
  for (const { id, file } of document.tables)
    if (ids.has(id)) tables.push(await readPiece(join(folder, file), "table"));
  const sections: Section[] = [];
  if (places.some(({ path }) => path !== undefined))
    for (const { file } of document.sections) sections.push(await readPiece(join(folder, file), "section"));
  return { tables, sections };
}

export function readPiece<Name extends keyof OutputContract>(path: string, name: Name): Promise<OutputContract[Name]> {
  return readJson(path, (value: OutputContract[Name]) => validate(name, value));
}

/** What `check` lets pass is of the type. */
async function readJson<T>(path: string, check: (value: T) => void): Promise<T> {
  try {
    const value: T = JSON.parse(await readText(path));
    check(value);
    return value;
  } catch (cause) {
    throw new JuesuanError("io", `${path} ${reason(cause)}: extract the document again`, { cause });
  }
}

function reason(cause: unknown): string {
  if (systemCode(cause) === "ENOENT") return "is missing";
  if (cause instanceof SyntaxError) return "is no JSON";
  if (cause instanceof SchemaError) return `is not as this version writes it (${cause.message})`;
  return `cannot be read (${cause instanceof Error ? cause.message : String(cause)})`;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

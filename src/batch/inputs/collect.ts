import { stat } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { JuesuanError } from "../../model/index.js";
import { fileStore } from "../file-store.js";
import { isLocal, openStore } from "../store.js";
import { readList, readManifest } from "./manifest.js";
import { compareText, isDocumentName, type Source } from "./source.js";

export interface InputOptions {
  /** For "-": a list of files, one per line. */
  readonly stdin?: Readable | undefined;
  readonly storeModule?: string | undefined;
}

type Metadata = Source["metadata"];

const GLOB = /[*?[\]{}]/;

/**
 * What the inputs name, each file once, in the order of its name: files, folders (every PDF beneath), globs, lists
 * (*.txt, or - for standard input), manifests (*.csv), and locations of a bucket. A list's relative paths start at the
 * list's own folder. A file that is not there is a source all the same: it fails alone.
 * @throws JuesuanError "usage" when an input names nothing, or a list cannot be read
 */
export async function collectSources(inputs: readonly string[], options: InputOptions = {}): Promise<Source[]> {
  const sources = new Map<string, Source>();
  const add = (source: Source) => {
    const id = isLocal(source.input) ? resolve(source.input, source.key) : `${source.input}\n${source.key}`;
    const known = sources.get(id);
    sources.set(id, known ? { ...known, metadata: both(known, source) } : source);
  };
  for (const input of inputs) for await (const source of expand(input, process.cwd(), {}, options)) add(source);
  return [...sources.values()].sort((a, b) => compareText(a.shown, b.shown));
}

/** What two namings of one file say of it; nothing said is no contradiction. */
function both(a: Source, b: Source): Metadata {
  const together: Record<string, string> = { ...a.metadata };
  for (const [column, said] of Object.entries(b.metadata)) {
    const before = together[column] ?? "";
    if (before !== "" && said !== "" && before !== said && !namesFile(b, said))
      throw new JuesuanError(
        "usage",
        `${b.shown} is named twice, with "${before}" and with "${said}" as "${column}": leave one row`,
      );
    together[column] = before || said;
  }
  return together;
}

/** The column of the file itself may write it in two ways. */
const namesFile = ({ input, key, shown }: Source, text: string): boolean =>
  isLocal(input) ? resolve(input, text.trim()) === resolve(input, key) : text.trim() === shown;

async function* expand(input: string, base: string, metadata: Metadata, options: InputOptions): AsyncGenerator<Source> {
  if (input === "-") yield* fromList(await text(options.stdin ?? process.stdin), process.cwd(), options);
  else if (!isLocal(input)) yield* fromStore(input, metadata, options);
  else if (/\.txt$/i.test(input)) yield* fromList(await readText(resolve(base, input)), folderOf(base, input), options);
  else if (/\.csv$/i.test(input)) yield* fromManifest(input, base, options);
  else yield* fromPath(input, base, metadata, true);
}

async function* fromList(list: string, base: string, options: InputOptions): AsyncGenerator<Source> {
  for (const line of readList(list)) yield* named(line, base, {}, options);
}

async function* fromManifest(input: string, base: string, options: InputOptions): AsyncGenerator<Source> {
  const rows = readManifest(await readText(resolve(base, input)), input);
  for (const { file, metadata } of rows) yield* named(file, folderOf(base, input), metadata, options);
}

/** A line of a list: never itself a list, so that lists cannot go in circles, and no glob: a file may be called 附件[1].pdf. */
async function* named(line: string, base: string, metadata: Metadata, options: InputOptions): AsyncGenerator<Source> {
  if (isLocal(line)) yield* fromPath(line, base, metadata, false);
  else yield* fromStore(line, metadata, options);
}

async function* fromPath(path: string, base: string, metadata: Metadata, mayBeGlob: boolean): AsyncGenerator<Source> {
  const found = await stat(resolve(base, path)).catch(() => undefined);
  const shown = (key: string) =>
    (isAbsolute(key) || base === process.cwd() ? key : join(base, key)).replaceAll("\\", "/");
  const source = (key: string): Source => ({ input: base, key, shown: shown(key), metadata });
  if (found?.isDirectory()) {
    for await (const key of fileStore(resolve(base, path)).list(""))
      if (isDocumentName(key)) yield source(join(path, key));
  } else if (mayBeGlob && !found && GLOB.test(path)) {
    const keys = await glob(path, base);
    if (keys.length === 0) throw new JuesuanError("usage", `no file and no folder matches ${path}`);
    for (const key of keys) yield* fromPath(key, base, metadata, false);
  } else {
    yield source(path);
  }
}

async function glob(pattern: string, base: string): Promise<string[]> {
  const tinyglobby = await import("tinyglobby");
  return tinyglobby.glob(pattern, {
    cwd: base,
    onlyFiles: false,
    expandDirectories: false,
    absolute: isAbsolute(pattern),
  });
}

async function* fromStore(location: string, metadata: Metadata, options: InputOptions): AsyncGenerator<Source> {
  if (isDocumentName(location)) {
    const at = location.lastIndexOf("/") + 1;
    yield { input: location.slice(0, at), key: location.slice(at), shown: location, metadata };
    return;
  }
  const store = await openStore(location, options.storeModule);
  for await (const key of store.list("")) {
    if (isDocumentName(key)) yield { input: location, key, shown: location.replace(/\/?$/, "/") + key, metadata };
  }
}

async function readText(path: string): Promise<string> {
  try {
    return textOf(await fileStore(dirname(path)).read(path), path);
  } catch (cause) {
    throw new JuesuanError("usage", cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Lists come from spreadsheets: Excel's "CSV" is GBK on a Chinese system, its "Unicode text" UTF-16. */
function textOf(bytes: Uint8Array, path: string): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff && "utf-16be";
  for (const encoding of utf16 ? [utf16] : ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding.
    }
  }
  throw new Error(`${path} is neither UTF-8 nor GB 18030: save it as UTF-8`);
}

function folderOf(base: string, path: string): string {
  return dirname(resolve(base, path));
}

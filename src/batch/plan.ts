import { createHash } from "node:crypto";
import { resolve } from "node:path";
import pLimit from "p-limit";
import { documentName, uniqueNames } from "../output/file-names.js";
import { OVERRIDES } from "../output/overrides-file.js";
import { readPieces, readReason } from "./file-store.js";
import type { Source } from "./inputs/source.js";
import { failedOutcome, type Outcome } from "./job.js";
import type { JournalEntry } from "./journal.js";
import { jobKey, type ReadingOptions, sha256 } from "./key.js";
import { isLocal, openStore, readIfThere, type Store } from "./store.js";

/** One file that was given, and the work it stands for. */
export interface Planned {
  readonly source: Source;
  readonly sha256: string;
  readonly bytes: number;
  /** SHA-256 of the overrides.json that people left in its folder; null where there is none. */
  readonly overrides: string | null;
  /** Of the work; empty for a file that cannot be read. */
  readonly key: string;
  /** Its own in the collection; also the document's folder, where it has one. */
  readonly name: string;
  /** The name of the document that has the same bytes and comes first, or null. */
  readonly duplicateOf: string | null;
  /** Set for a file that cannot be read. */
  readonly unreadable: Outcome | null;
}

export interface PlanOptions {
  readonly reading?: ReadingOptions | undefined;
  readonly storeModule?: string | undefined;
  /** Where the documents' folders are; without it no overrides are looked for. */
  readonly output?: Store | undefined;
  /** What is done already: a document keeps the folder that it has. */
  readonly done?: Iterable<JournalEntry> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Files hashed at once: the disk is what is waited for. */
const HASHED_AT_ONCE = 4;

/** Names of the collection's own files in the folder of the documents. */
const RESERVED =
  /^(documents|values|facts|findings)\.(csv|parquet)$|^(datapackage|batch)\.json$|^summary\.html$|^journal\.jsonl$/i;

/** Reads every file once for its hash; equal bytes are one document. The order is the sources'. */
export async function plan(sources: readonly Source[], options: PlanOptions = {}): Promise<Planned[]> {
  const limit = pLimit(HASHED_AT_ONCE);
  const contents = await Promise.all(
    sources.map((source) =>
      limit(() => {
        options.signal?.throwIfAborted();
        return contentOf(source, options.storeModule);
      }),
    ),
  );
  const { unique, names } = nameDocuments(sources, contents, options.done ?? []);
  const overrides = await overridesOf(names, options.output);
  const seen = new Set<string>();
  return sources.map((source, index) => {
    const read = contents[index] ?? UNKNOWN;
    const content = { ...read, overrides: overrides.get(read.sha256) ?? null };
    // Without overrides the key is what it was before there were any: no document is read again for nothing.
    const reading = { ...options.reading, overrides: content.overrides ?? undefined };
    const key = content.unreadable ? "" : jobKey(content.sha256, reading);
    const document = names.get(content.sha256);
    if (document !== undefined && !seen.has(content.sha256)) {
      seen.add(content.sha256);
      return { source, ...content, key, name: document, duplicateOf: null };
    }
    return { source, ...content, key, name: unique(nameOf(source)), duplicateOf: document ?? null };
  });
}

const UNKNOWN: Content = { sha256: "", bytes: 0, unreadable: null };

interface Content {
  readonly sha256: string;
  readonly bytes: number;
  readonly unreadable: Outcome | null;
}

async function contentOf({ input, key, shown }: Source, storeModule: string | undefined): Promise<Content> {
  try {
    if (!isLocal(input)) {
      const bytes = await (await openStore(input, storeModule)).read(key);
      return { sha256: sha256(bytes), bytes: bytes.length, unreadable: null };
    }
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of readPieces(resolve(input, key))) {
      hash.update(piece);
      bytes += piece.length;
    }
    return { sha256: hash.digest("hex"), bytes, unreadable: null };
  } catch (error) {
    return { sha256: "", bytes: 0, unreadable: failedOutcome("io", `${shown}: ${readReason(error)}`) };
  }
}

/** The hash of every document's overrides, by the document's content. */
async function overridesOf(names: ReadonlyMap<string, string>, output: Store | undefined) {
  const limit = pLimit(HASHED_AT_ONCE);
  const found = new Map<string, string>();
  const look = async ([content, name]: readonly [string, string]) => {
    const bytes = output && (await readIfThere(output, `${name}/${OVERRIDES}`));
    if (bytes) found.set(content, sha256(bytes));
  };
  await Promise.all([...names].map((entry) => limit(look, entry)));
  return found;
}

/**
 * A folder's name per content: the file's name; where another document has it, with a number. Names once given stay. Two
 * runs over different files may have given one name twice: the document that was written last has the folder.
 */
function nameDocuments(sources: readonly Source[], contents: readonly Content[], done: Iterable<JournalEntry>) {
  const present = new Set(contents.map(({ sha256 }) => sha256));
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const { sha256, name } of done) {
    if (!present.has(sha256)) continue;
    const before = owners.get(name.toLowerCase());
    if (before !== undefined) names.delete(before);
    names.set(sha256, name);
    owners.set(name.toLowerCase(), sha256);
  }
  const unique = uniqueNames();
  for (const name of names.values()) unique(name);
  for (const [index, { sha256, unreadable }] of contents.entries()) {
    const source = sources[index];
    if (source && !unreadable && !names.has(sha256)) names.set(sha256, unique(nameOf(source)));
  }
  return { unique, names };
}

function nameOf(source: Source): string {
  const name = documentName(source.key);
  return RESERVED.test(name) ? `${name}_` : name;
}

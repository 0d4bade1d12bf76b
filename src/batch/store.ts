/** Where documents come from and results go. A folder is built in; a bucket implements the same few calls. */
import type { Disclosure } from "../model/index.js";
import { JuesuanError } from "../model/index.js";

/** Keys are paths inside the store, with "/". Every call throws JuesuanError "io" for what the store refuses. */
export interface Store {
  /** As the caller wrote it, e.g. "out" or "s3://bucket/2024/". */
  readonly location: string;
  /** Keys that begin with the prefix, in any order. */
  list(prefix: string): AsyncIterable<string>;
  read(key: string): Promise<Uint8Array>;
  /** Whole or not at all; replaces what was there. */
  write(key: string, data: Uint8Array | string): Promise<void>;
  /** No error when it is not there. */
  remove(key: string): Promise<void>;
  /** Puts a document's whole folder in place at once; a store that cannot leaves it out, and gets file by file. */
  writeDocument?(disclosure: Disclosure, name: string): Promise<void>;
}

/** What a module named by `--store` exports: the store of a location, or undefined when the location is not its own. */
export type OpenStore = (location: string) => Promise<Store | undefined> | Store | undefined;

const SCHEME = /^[a-z][a-z0-9+.-]+:\/\//i;

/** True for a folder or file of this machine, false for "s3://…". */
export function isLocal(location: string): boolean {
  return !SCHEME.test(location) || location.startsWith("file://");
}

/** Bytes of a key; null where there are none. */
export async function readIfThere(store: Store, key: string): Promise<Uint8Array | null> {
  for await (const found of store.list(key)) if (found === key) return store.read(key);
  return null;
}

const opened = new Map<string, Promise<Store>>();

/**
 * Opens a location; the same location gives the same store.
 * @param module what to import for locations that are no folders: a package's name, or a file URL
 * @throws JuesuanError "usage" when nothing opens the location
 */
export function openStore(location: string, module?: string): Promise<Store> {
  const key = JSON.stringify([location, module]);
  const known = opened.get(key) ?? open(location, module);
  opened.set(key, known);
  known.catch(() => opened.delete(key));
  return known;
}

async function open(location: string, module: string | undefined): Promise<Store> {
  if (isLocal(location)) {
    const { fileStore } = await import("./file-store.js");
    return fileStore(location);
  }
  if (module === undefined)
    throw new JuesuanError("usage", `${location} is no folder: name the module that opens it with --store`);
  const store = await (await importOpenStore(module))(location);
  if (!store) throw new JuesuanError("usage", `${module} does not open ${location}`);
  return store;
}

async function importOpenStore(module: string): Promise<OpenStore> {
  try {
    const loaded: { openStore?: OpenStore } = await import(module);
    if (typeof loaded.openStore === "function") return loaded.openStore;
  } catch (cause) {
    throw new JuesuanError("usage", `cannot load the store module ${module}: ${String(cause)}`, { cause });
  }
  throw new JuesuanError("usage", `the store module ${module} exports no function openStore`);
}

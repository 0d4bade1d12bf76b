/** One file to read, as an input named it. */
export interface Source {
  /** Location of its store. */
  readonly input: string;
  /** Its key there. */
  readonly key: string;
  /** As the caller knows it: for documents.csv and messages. */
  readonly shown: string;
  /** Columns of the manifest, as they stand there. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** By code unit: the same on every machine, unlike localeCompare. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a folder, a glob or a bucket yields that is worth opening; "._x.pdf" are macOS's leavings. */
export function isDocumentName(key: string): boolean {
  return /(^|\/)[^./][^/]*\.pdf$/i.test(key);
}

import { createHash } from "node:crypto";
import { generator } from "../output/generator.js";

/** Options that change what is read out of a document; limits do not. */
export type ReadingOptions = Readonly<Record<string, unknown>>;

/** SHA-256 of bytes or text, hex. */
export function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}

/** The identity of a piece of work: equal keys give equal output. Hex. */
export function jobKey(contentSha256: string, options: ReadingOptions = {}, version = generator().version): string {
  const sorted = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([contentSha256, sorted, version]));
}

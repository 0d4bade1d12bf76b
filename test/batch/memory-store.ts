import type { Store } from "../../src/batch/index.js";

/** Buckets by location: key → text. */
export const BUCKETS = new Map<string, Map<string, string | Uint8Array>>();

/** A store module for tests: "memory://name/". */
export function openStore(location: string): Store | undefined {
  if (!location.startsWith("memory://")) return undefined;
  const bucket = BUCKETS.get(location) ?? new Map<string, string | Uint8Array>();
  BUCKETS.set(location, bucket);
  return {
    location,
    async *list(prefix) {
      for (const key of [...bucket.keys()]) if (key.startsWith(prefix)) yield key;
    },
    read: async (key) => Buffer.from(bucket.get(key) ?? ""),
    async write(key, data) {
      bucket.set(key, data);
    },
    async remove(key) {
      bucket.delete(key);
    },
  };
}

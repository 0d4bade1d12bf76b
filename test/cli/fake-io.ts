import { Readable, Writable } from "node:stream";
import type { Io, TextOutput } from "../../src/cli/io.js";
import type { Library } from "../../src/cli/library.js";

/** A world of strings for main(): what went to standard output and standard error can be read afterwards. */
export class FakeIo implements Io {
  readonly stdin: Io["stdin"] = Readable.from([Buffer.from("%PDF-")]);
  readonly stdout: TextOutput & { text: string };
  readonly stderr: TextOutput & { text: string };
  readonly env: Record<string, string> = {};
  readonly #library: Partial<Library>;

  constructor(library: Partial<Library> = {}, terminal: { isTTY?: boolean; columns?: number } = {}) {
    this.#library = library;
    this.stdout = memory();
    this.stderr = Object.assign(memory(), terminal);
  }

  readonly library = (): Promise<Library> => {
    const missing = () => Promise.reject(new Error("not part of this test"));
    return Promise.resolve({ extract: missing, ...this.#library });
  };
}

function memory(): Writable & { text: string } {
  const stream = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk, _encoding, done) {
        stream.text += String(chunk);
        done();
      },
    }),
    { text: "" },
  );
  return stream;
}

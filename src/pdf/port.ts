/**
 * The engine's channel to its own worker module, which runs in this thread. The engine copies every message on its way;
 * pages' operators are nearly all of them, and are handed over as they are (5 % of the time of a document).
 */
type Listener = (event: { data: unknown }) => void;

/** A piece of a page's operator list on its way to the reader. */
interface OperatorChunk {
  readonly fnArray: unknown[];
  readonly argsArray: unknown[];
}

export class InThreadPort {
  readonly #listeners = new Set<Listener>();
  readonly #turn = Promise.resolve();

  postMessage(message: unknown, transfer?: ArrayBuffer[]): void {
    const event = { data: handOver(message) ?? structuredClone(message, transfer ? { transfer } : undefined) };
    void this.#turn.then(() => {
      for (const listener of this.#listeners) listener(event);
    });
  }

  addEventListener(_: string, listener: Listener, options?: { signal?: AbortSignal } | null): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener("abort", () => this.#listeners.delete(listener), { once: true });
  }

  removeEventListener(_: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}

/** An operator list's chunk in lists of its own: the sender empties the ones it filled, and never looks at their entries again. */
function handOver(message: unknown): unknown {
  if (typeof message !== "object" || message === null || !("chunk" in message)) return null;
  const { chunk } = message;
  if (!isOperatorChunk(chunk)) return null;
  return { ...message, chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } };
}

function isOperatorChunk(chunk: unknown): chunk is OperatorChunk {
  return typeof chunk === "object" && chunk !== null && "fnArray" in chunk && "argsArray" in chunk;
}

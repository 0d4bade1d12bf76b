import { addAbortSignal } from "node:stream";
import { JuesuanError } from "../model/index.js";
import type { Source } from "./library.js";
import type { Session } from "./session.js";

/** What to read for an argument: the file of that name, or standard input for `-`. */
export function sourceOf({ io, signal }: Session, file: string): Source {
  if (file !== "-") return file;
  if (io.stdin.isTTY) throw new JuesuanError("usage", "no PDF comes in: pipe one into it, or give the name of a file");
  return addAbortSignal(signal, io.stdin); // Else Ctrl-C would wait for a sender that sends nothing.
}

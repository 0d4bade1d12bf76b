import { userInfo } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { JuesuanError } from "../model/index.js";
import { print, say } from "./io.js";
import type { Session } from "./session.js";

interface Flags {
  port?: number;
  pdf?: string[];
  author?: string;
  password?: string;
}

const EXAMPLES = `
Examples:
  juesuan review out/report                 one document; prints the address to open
  juesuan review out --pdf pdfs             every document of a folder, with the PDFs from another

Serves on this machine only (127.0.0.1), to whoever has the address. What is decided goes to overrides.json in the
document's folder; extract and batch apply it when they write that folder again. Ctrl-C ends it.`;

/** `juesuan review`: the report with decisions, in a browser of this machine. */
export function reviewCommand(session: Session): Command {
  return new Command("review")
    .summary("check and correct what was read, in a browser")
    .description(
      "Serves the report of documents with editing: accept proposals, correct values and labels, confirm findings.",
    )
    .argument("<dir>", "folder that extract or batch wrote")
    .addOption(new Option("--port <n>", "port to serve on (default: any free one)").argParser(portOf))
    .option("--pdf <path...>", "PDFs, or folders of them, where they do not lie beside the output")
    .option("--author <name>", "who decides (default: the name of your account)")
    .option("--password <password>", "password of encrypted PDFs")
    .addHelpText("after", EXAMPLES)
    .action((dir: string, flags: Flags) => review(session, dir, flags));
}

async function review({ io, signal }: Session, dir: string, { port, pdf, author, password }: Flags): Promise<void> {
  const { isFolder } = await import("../output/index.js");
  if (!(await isFolder(dir))) throw new JuesuanError("usage", `${dir} is no folder: name one that extract wrote`);
  const { serveReview } = await import("../review/index.js");
  const { url, close } = await serveReview(dir, { port, pdfs: pdf ?? [], author: author ?? accountName(), password });
  try {
    say(io, "open this address in a browser of this machine; Ctrl-C ends it");
    await print(io, `${url}\n`);
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  } finally {
    await close();
  }
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return ""; // An account without a name: the page asks.
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError("Write a number up to 65535.");
  return port;
}

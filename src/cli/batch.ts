import { pathToFileURL } from "node:url";
import { Command, InvalidArgumentError, Option } from "commander";
import type { Engine, Observer, Report } from "../batch/index.js";
import { JuesuanError } from "../model/index.js";
import { type Io, say } from "./io.js";
import { EXIT, type Session } from "./session.js";

interface Flags {
  output: string;
  jobs?: number;
  timeout: number;
  memory: number;
  retryFailed?: true;
  progress?: "live" | "lines" | "json" | "none";
  queue?: string;
  work?: string;
  store?: string;
}

const EXAMPLES = `
Inputs: PDF files, folders (every PDF beneath), quoted globs, a list (*.txt, or - for standard input; one file per line),
a manifest (*.csv; a column "file", the others become columns of documents.csv), locations that --store opens.

Examples:
  juesuan batch pdfs/ -o out                       reads what is not done yet; run it again to go on after a stop
  juesuan batch manifest.csv -o out --jobs 8       with region and URL from the manifest
  find /data -name '*.pdf' | juesuan batch - -o out
  juesuan batch pdfs/ -o out --retry-failed        once more what failed, e.g. with --memory 4096
  juesuan batch pdfs/ -o out --queue redis://host  read by the machines that run: juesuan worker --queue redis://host

Writes out/<document>/ per document, out/values.csv, facts.csv, findings.csv, documents.csv, the same as .parquet,
datapackage.json, batch.json, summary.html.

Exit code: 0 no finding of severity error; 1 error findings; 2 a document failed or the call was wrong.`;

/** Flags of a machine that reads documents, the batch's own and a queue's worker. */
export function workingOptions(command: Command): Command {
  return command
    .option("-j, --jobs <n>", "documents at once (default: number of cores)", wholeNumber)
    .addOption(
      new Option("--timeout <seconds>", "longest that one document may take").argParser(wholeNumber).default(600),
    )
    .addOption(new Option("--memory <MB>", "most that one document may hold").argParser(wholeNumber).default(2048));
}

/** What the machines that read decide, each for itself. */
const WORKERS = ["jobs", "timeout", "memory"] as const;

/** `juesuan batch`: many documents into one collection. */
export function batchCommand(session: Session): Command {
  const command = new Command("batch")
    .summary("turn many PDFs into one collection of tables")
    .description("Reads many disclosure PDFs and writes one collection: CSV, Parquet, a Data Package, a summary.")
    .argument("<input...>", "files, folders, globs, lists, manifests, or - for a list on standard input")
    .addOption(
      new Option("-o, --output <dir>", "folder of the collection and of the documents' folders").default("out"),
    );
  return workingOptions(command)
    .option("--retry-failed", "read again what failed before")
    .addOption(
      new Option("--progress <how>", "how to show it (default: live on a terminal)").choices([
        "live",
        "lines",
        "json",
        "none",
      ]),
    )
    .option("--queue <url>", "let the workers of a queue read them, e.g. redis://host:6379")
    .option("--store <module>", "module that opens locations such as s3://…")
    .option("--work <dir>", "local folder for the journal, when -o is no folder")
    .addHelpText("after", EXAMPLES)
    .action((inputs: string[], flags: Flags) => {
      const theirs = WORKERS.filter((name) => command.getOptionValueSource(name) === "cli");
      if (flags.queue !== undefined && theirs.length > 0)
        throw new JuesuanError(
          "usage",
          `--${theirs[0]} is for the machine that reads: give it to juesuan worker, not beside --queue`,
        );
      return batch(session, inputs, flags);
    });
}

async function batch(session: Session, inputs: readonly string[], flags: Flags): Promise<void> {
  const { io, signal } = session;
  if (flags.output === "") throw new JuesuanError("usage", "-o needs the name of a folder");
  if (inputs.includes("-") && io.stdin.isTTY)
    throw new JuesuanError("usage", "no list comes in: pipe one into it, or name the files");
  const { collectSources, runBatch } = await import("../batch/index.js");
  const storeModule = flags.store === undefined ? undefined : moduleName(flags.store);
  const sources = await collectSources(inputs, { stdin: io.stdin, storeModule });
  if (sources.length === 0) throw new JuesuanError("usage", `no PDF is there: ${inputs.join(", ")}`);
  const observer = await observerOf(io, flags.progress);
  try {
    const report = await runBatch(sources, {
      output: flags.output,
      work: flags.work,
      storeModule,
      jobs: flags.jobs,
      limits: { timeout: flags.timeout, memory: flags.memory },
      retryFailed: flags.retryFailed,
      engine: await queueOf(flags.queue, io),
      observer,
      signal,
    });
    judge(session, report);
  } finally {
    observer.close();
  }
}

function judge(session: Session, report: Report): void {
  if (report.failed > 0) session.exit(EXIT.failed);
  else if (report.findings.some(({ severity }) => severity === "error")) session.exit(EXIT.findings);
}

async function queueOf(url: string | undefined, io: Io): Promise<Engine | undefined> {
  if (url === undefined) return undefined;
  const { queueEngine } = await import("../batch/queue/engine.js");
  const noWorker = () => say(io, "no worker serves the queue yet; on any machine: juesuan worker --queue URL");
  return queueEngine(url, { noWorker });
}

async function observerOf(io: Io, how: Flags["progress"]): Promise<Observer> {
  const { stderr, stdout, env } = io;
  const isLive = how === "live" || (how === undefined && stderr.isTTY === true && env.TERM !== "dumb");
  if (isLive) {
    const { liveObserver } = await import("../batch/progress/live.js");
    return liveObserver({ write: (text) => stderr.write(text), columns: stderr.columns || 80 });
  }
  const { jsonObserver, lineObserver, quietObserver } = await import("../batch/progress/lines.js");
  // What a program reads is data, and goes where data goes.
  if (how === "json") return jsonObserver((line) => stdout.write(`${line}\n`));
  const write = (line: string) => say(io, line);
  return how === "none" ? quietObserver(write) : lineObserver(write);
}

/** A file is named as on the command line, a package as in an import. */
function moduleName(name: string): string {
  return /^[./]|\.m?js$/.test(name) ? pathToFileURL(name).href : name;
}

function wholeNumber(text: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new InvalidArgumentError("Write a whole number from 1.");
  return Number(text);
}

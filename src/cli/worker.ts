import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { workingOptions } from "./batch.js";
import { say } from "./io.js";
import type { Session } from "./session.js";

interface Flags {
  queue: string;
  jobs?: number;
  timeout: number;
  memory: number;
  lock: number;
}

const EXAMPLES = `
Examples:
  juesuan worker --queue redis://host:6379            on every machine that is to help
  juesuan batch pdfs/ -o /share/out --queue redis://host:6379

The machines see the PDFs and the output folder under the same paths (a network folder), or through --store.
Ctrl-C lets it finish what it reads.`;

/** `juesuan worker`: reads what `juesuan batch --queue` puts into a queue. */
export function workerCommand(session: Session): Command {
  const command = new Command("worker")
    .summary("read documents that a queue hands out")
    .description("Serves a queue on Redis or Valkey: reads the documents of every batch that was given the same queue.")
    .requiredOption("--queue <url>", "the queue, e.g. redis://host:6379");
  return workingOptions(command)
    .addOption(
      new Option("--lock <seconds>", "silence after which this machine's documents go to others")
        .argParser(seconds)
        .default(30),
    )
    .addHelpText("after", EXAMPLES)
    .action((flags: Flags) => work(session, flags));
}

async function work({ io, signal }: Session, flags: Flags): Promise<void> {
  const { serveQueue } = await import("../batch/queue/worker.js");
  const { outcomeText } = await import("../batch/progress/words.js");
  const { queue: url, jobs = availableParallelism(), timeout, memory, lock } = flags;
  await serveQueue({
    url,
    jobs,
    limits: { timeout, memory },
    lock,
    signal,
    onReady: () => say(io, `ready for ${jobs} at once`),
    onFinished: (job, outcome, took) => say(io, `${job.source}: ${outcomeText(outcome, took)}`),
    onRefused: (job, reason) => say(io, `${job.source}: not done: ${reason}`),
  });
}

function seconds(text: string): number {
  if (!/^[1-9][0-9]{0,4}$/.test(text)) throw new InvalidArgumentError("Write a whole number from 1.");
  return Number(text);
}

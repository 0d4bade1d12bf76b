import { Command, CommanderError } from "commander";
import { JuesuanError } from "../model/index.js";
import { generator } from "../output/generator.js";
import { batchCommand } from "./batch.js";
import { checkCommand } from "./check.js";
import { extractCommand } from "./extract.js";
import { formsCommand } from "./forms.js";
import { inspectCommand } from "./inspect.js";
import { stopOnSignals } from "./interrupt.js";
import { type Io, print, processIo } from "./io.js";
import { queryCommand } from "./query.js";
import { reportCommand } from "./report.js";
import { reviewCommand } from "./review.js";
import { schemaCommand } from "./schema.js";
import { Session } from "./session.js";
import { workerCommand } from "./worker.js";

const COMMANDS = [
  extractCommand,
  inspectCommand,
  checkCommand,
  reportCommand,
  reviewCommand,
  formsCommand,
  schemaCommand,
  batchCommand,
  queryCommand,
  workerCommand,
] as const;

const EXAMPLES = `
Examples:
  juesuan extract report.pdf             writes out/report/: document.json, tables/, narrative/, values.csv, …
  juesuan extract report.pdf --stdout    the same as one JSON text
  juesuan inspect report.pdf             what each page was taken for, and why
  juesuan check report.pdf               what does not add up in it
  juesuan schema table                   the JSON Schema of a table
  juesuan batch pdfs/ -o out             many PDFs into one collection: CSV, Parquet, a Data Package
  juesuan query out "SELECT * FROM by_year"`;

/**
 * The command line: flags → one call of the library.
 * @param argv arguments without node and script
 * @returns the exit code: 0 clean, 1 error findings, 2 failed or wrong call, 130/143 stopped by a signal
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const session = new Session(io);
  for (const stream of [io.stdout, io.stderr]) {
    // A reader that goes away shows up here as well as in print(), and would end the process with a stack trace.
    if (!stream.listeners("error").includes(ignore)) stream.on("error", ignore);
  }
  const release = stopOnSignals(session);
  try {
    await run(session, argv);
  } catch (error) {
    session.fail(error);
  } finally {
    release();
  }
  return session.exitCode;
}

async function run(session: Session, argv: readonly string[]): Promise<void> {
  const printed: string[] = [];
  const juesuan = program(session, (text) => printed.push(text));
  try {
    await juesuan.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usage(error, argv, juesuan);
    await print(session.io, printed.join(""));
  }
}

function program(session: Session, writeOut: (text: string) => void): Command {
  const program = new Command("juesuan")
    .description(
      "China's 部门决算公开 PDFs as validated JSON: every printed number with its page, its place and its proof.",
    )
    .version(generator().version, "-V, --version", "print the version")
    .addHelpText("after", EXAMPLES);
  for (const create of COMMANDS) program.addCommand(create(session));
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command.exitOverride().configureOutput({ writeOut, writeErr: writeOut, outputError() {} });
  }
  return program;
}

/** commander's complaint as our one line. */
function usage(error: CommanderError, argv: readonly string[], program: Command): JuesuanError {
  const called = calledCommand(program, argv);
  if (error.code === "commander.help") {
    const example = called === "juesuan" ? "extract FILE" : "list";
    return new JuesuanError("usage", `no command given: try ${called} ${example}, or ${called} --help`);
  }
  const message = error.message.replace(/^error: /, "").replace(/\s*\(Did you mean (.*)\?\)/s, "; did you mean $1?");
  return new JuesuanError("usage", `${message}; see ${called} --help`, { cause: error });
}

/** "juesuan forms draft": as far as the arguments name commands. */
function calledCommand(program: Command, argv: readonly string[]): string {
  let called = program;
  const names = [program.name()];
  for (const word of argv) {
    const next = called.commands.find((one) => one.name() === word);
    if (!next) break;
    called = next;
    names.push(word);
  }
  return names.join(" ");
}

function ignore(): void {}

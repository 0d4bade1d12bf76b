import { Command, Option } from "commander";
import type { Box, Place } from "../model/index.js";
import type { CheckedDocument, Selection, Unread } from "../output/index.js";
import { type Found, readTarget, targetsOf } from "./check-target.js";
import { type Io, print, say } from "./io.js";
import { createProgress } from "./progress.js";
import { ruleMatcher } from "./rule-patterns.js";
import { EXIT, named, type Session } from "./session.js";
import { failure } from "./summary.js";

interface Flags {
  severity: Selection["severity"];
  rule?: string[];
  format: "table" | "json" | "sarif";
  password?: string;
}

type Output = typeof import("../output/index.js");

const EXAMPLES = `
Examples:
  juesuan check report.pdf                       what does not add up in it, most severe first
  juesuan check out/report                       the same of a folder that extract wrote, without reading the PDF again
  juesuan check out --severity error             of every document in a folder of them, errors only
  juesuan check *.pdf --rule 'N5.*' --rule YOY   only these rules; docs/rules says what each of them holds
  juesuan check report.pdf --severity info       also roundings and other things that need no mending
  juesuan check out --format sarif > x.sarif     SARIF 2.1.0 for machines; --format json for everything else

Exit code: 0 no finding of severity error (of the rules asked for); 1 error findings; 2 a document failed or the call was wrong.`;

/** `juesuan check`: findings for people, or as JSON or SARIF. */
export function checkCommand(session: Session): Command {
  return new Command("check")
    .summary("show what does not add up, as a table, JSON or SARIF")
    .description(
      "Shows the findings about disclosures: which printed figures break which identity, on which page, and by how much.",
    )
    .argument(
      "<path...>",
      "PDF files, folders that extract wrote, folders of such folders, or - for a PDF on standard input",
    )
    .addOption(
      new Option("--severity <severity>", "the mildest that is shown")
        .choices(["error", "warning", "info"])
        .default("warning"),
    )
    .option(
      "--rule <pattern>",
      "only rules of this name; * stands for anything, several by comma or repetition",
      collect,
    )
    .addOption(new Option("--format <format>", "how to show them").choices(["table", "json", "sarif"]).default("table"))
    .option("--password <password>", "password of encrypted PDFs")
    .addHelpText("after", EXAMPLES)
    .action((paths: string[], flags: Flags) => check(session, paths, flags));
}

async function check(session: Session, paths: readonly string[], flags: Flags): Promise<void> {
  const output = await import("../output/index.js");
  const matches = ruleMatcher(flags.rule ?? [], output.ruleNames());
  const selection: Selection = { severity: flags.severity, matches };
  const report = reporterOf(session.io, flags, output);
  const progress = createProgress(session.io, false);
  const unread: Unread[] = [];
  const fail = (error: unknown, name: string) => {
    progress.clear();
    session.fail(error, name);
    unread.push({ name, message: error instanceof Error ? error.message : String(error) });
  };

  for (const path of paths) {
    const targets = await targetsOf(path).catch((error: unknown) => {
      fail(error, path);
      return [];
    });
    for (const target of targets) {
      if (session.signal.aborted) return;
      try {
        const found = await readTarget(session, target, flags.password, progress);
        progress.clear();
        judge(session, found, matches);
        const { shown, hidden } = output.select(found.findings, selection);
        const { name, source, status } = found;
        // Only SARIF says where on the page a figure stands; what a folder holds of it need not be read otherwise.
        const boxes = flags.format === "sarif" ? await found.boxes(shown) : new Map<Place, Box>();
        if (!(await report.add({ name, source, status, findings: shown, hidden, boxes }))) return;
      } catch (error) {
        fail(error, target.name);
      }
    }
  }
  if (!session.signal.aborted) await report.end(unread);
}

/** The exit code; of a document that failed also one line on standard error. */
function judge(session: Session, { name, status, findings }: Found, matches: (rule: string) => boolean): void {
  if (status === "failed") {
    session.exit(EXIT.failed);
    say(session.io, `juesuan: ${named(failure({ findings }), name)}`);
  } else if (findings.some(({ rule, severity }) => severity === "error" && matches(rule))) session.exit(EXIT.findings);
}

interface Reporter {
  /** False when the reader has gone away. */
  add(document: CheckedDocument): Promise<boolean>;
  end(unread: readonly Unread[]): Promise<void>;
}

/** A table document by document; JSON and SARIF are one text, at the end. */
function reporterOf(io: Io, { format }: Flags, output: Output): Reporter {
  const documents: CheckedDocument[] = [];
  if (format !== "table") {
    const text = format === "json" ? output.findingsJson : output.sarif;
    return {
      async add(document) {
        documents.push(document);
        return true;
      },
      async end(unread) {
        await print(io, text(documents, unread));
      },
    };
  }
  const style = { colour: isColourful(io), width: io.stdout.isTTY ? io.stdout.columns || 80 : null };
  let shown = output.countFindings([]);
  let hidden = output.countFindings([]);
  let count = 0;
  return {
    async add(document) {
      count++;
      shown = output.addCounts(shown, output.countFindings(document.findings));
      hidden = output.addCounts(hidden, document.hidden);
      return print(io, `${output.findingsTable(document, style)}\n`);
    },
    async end() {
      if (count > 0) await print(io, output.closingLine(shown, hidden, count));
    },
  };
}

/** https://no-color.org: set and not empty means none. */
function isColourful({ stdout, env }: Io): boolean {
  return stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, ...value.split(",")];
}

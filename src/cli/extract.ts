import { join } from "node:path";
import { Command, Option } from "commander";
import { type Disclosure, JuesuanError } from "../model/index.js";
import { FORMS_OPTION, useForms } from "./form-folder.js";
import { print, say } from "./io.js";
import type { ExtractOptions } from "./library.js";
import { parsePages } from "./pages.js";
import { createProgress } from "./progress.js";
import { EXIT, named, type Session } from "./session.js";
import { sourceOf } from "./source.js";
import { failure, summary } from "./summary.js";

interface Flags {
  output: string;
  stdout?: true;
  pages?: [first: number, last: number][];
  password?: string;
  forms?: string;
  applyProposals?: true;
  ocr?: "auto" | "off" | "force";
  quiet?: true;
}

const EXAMPLES = `
Examples:
  juesuan extract 某局2024年度部门决算.pdf            writes out/某局2024年度部门决算/
  juesuan extract *.pdf -o results                    one folder per document; goes on after one that fails
  juesuan extract report.pdf --stdout | jq .status    the whole disclosure as one JSON text
  curl -s https://… | juesuan extract - --stdout      reads the PDF from standard input
  juesuan extract report.pdf --pages 6-20             only these pages
  juesuan extract scan.pdf --ocr auto                 reads pages without text from their picture
  juesuan extract report.pdf --apply-proposals        proven values instead of misprints; evidence keeps the print
  juesuan extract locked.pdf --password secret        an encrypted PDF
  juesuan extract report.pdf --forms my               with the forms that my/*.json define

Exit code: 0 no finding of severity error; 1 error findings; 2 a document failed or the call was wrong.`;

/** `juesuan extract`: PDFs to folders, or to JSON on standard output. */
export function extractCommand(session: Session): Command {
  return new Command("extract")
    .summary("turn disclosure PDFs into JSON and CSV")
    .description(
      "Reads disclosure PDFs and writes every number of their forms, and their narrative, as validated JSON and CSV.",
    )
    .argument("<file...>", "PDF files, or - for standard input")
    .addOption(new Option("-o, --output <dir>", "folder that gets one folder per document").default("out"))
    .addOption(new Option("--stdout", "print the disclosure as JSON instead of writing files").conflicts("output"))
    .option(
      "--pages <ranges>",
      "only these pages, e.g. 6-20 or 1-3,8; what the others hold is not judged, no form is called missing",
      parsePages,
    )
    .option("--password <password>", "password of an encrypted PDF")
    .addOption(
      new Option("--ocr <mode>", "read pages without text from their picture").choices(["auto", "off", "force"]),
    )
    .option("--apply-proposals", "put values that the identities prove in place of the printed ones, kept in evidence")
    .option("-q, --quiet", "say nothing but errors")
    .option(...FORMS_OPTION)
    .addHelpText("after", EXAMPLES)
    .action((files: string[], flags: Flags) => extractAll(session, files, flags));
}

async function extractAll(session: Session, files: readonly string[], flags: Flags): Promise<void> {
  const { io, signal } = session;
  const output = await import("../output/index.js");
  await useForms(flags.forms);
  if (!flags.stdout) {
    if (flags.output === "") throw new JuesuanError("usage", "-o needs the name of a folder");
    await output.prepareOutput(flags.output);
  }
  const { extract } = await io.library();
  const progress = createProgress(io, flags.quiet === true);
  const unique = output.uniqueNames();

  for (const [index, file] of files.entries()) {
    if (signal.aborted) return;
    const label = file === "-" ? "stdin" : file;
    const turn = files.length > 1 ? `[${index + 1}/${files.length}] ` : "";
    // Given out before the reading, so that names do not hang on which document fails.
    const name = unique(output.documentName(file === "-" ? "stdin" : file));
    try {
      const overrides = flags.stdout ? undefined : await output.readOverrides(join(flags.output, name));
      const disclosure = await extract(sourceOf(session, file), {
        ...options(file, flags),
        ...(overrides && { overrides }),
        signal,
        onProgress: ({ phase, page, pages }) => progress.show(`${turn}${label}  ${phase} ${page}/${pages}`),
      });
      let where = "standard output";
      if (!flags.stdout) where = await output.writeDisclosure(disclosure, flags.output, name, { signal });
      else if (!(await print(io, output.disclosureJson(disclosure)))) return;
      progress.clear();
      judge(session, label, disclosure, where, flags.quiet ? undefined : turn);
    } catch (error) {
      progress.clear();
      session.fail(error, label);
    }
  }
}

/** The exit code and the one line on standard error; of a document that failed, always. */
function judge(session: Session, label: string, disclosure: Disclosure, where: string, turn: string | undefined): void {
  if (disclosure.status === "failed") {
    session.exit(EXIT.failed);
    say(session.io, `juesuan: ${named(failure(disclosure), label)} (${summary(disclosure, where)})`);
    return;
  }
  if (disclosure.findings.some((finding) => finding.severity === "error")) session.exit(EXIT.findings);
  if (turn !== undefined) say(session.io, `${turn}${label}: ${summary(disclosure, where)}`);
}

function options(file: string, { pages, password, applyProposals, ocr }: Flags): ExtractOptions {
  return {
    ...(file === "-" && { fileName: "stdin.pdf" }),
    ...(pages && { pages }),
    ...(password !== undefined && { password }),
    ...(applyProposals && { applyProposals }),
    ...(ocr && { ocr }),
  };
}

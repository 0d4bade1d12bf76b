import { Command } from "commander";
import { FORMS_OPTION, useForms } from "./form-folder.js";
import { print, say } from "./io.js";
import { parsePages } from "./pages.js";
import type { Session } from "./session.js";

interface Flags {
  overlay?: string;
  json?: true;
  pages?: [first: number, last: number][];
  password?: string;
  forms?: string;
}

const EXAMPLES = `
Examples:
  juesuan inspect report.pdf                    per page: text or image, tables, which form, rows × columns, why
  juesuan inspect report.pdf --json             the same as JSON
  juesuan inspect report.pdf --pages 6-8        only these pages
  juesuan inspect report.pdf --overlay shots    also draws each page with its rules, cells and headers in colour`;

/** `juesuan inspect`: shows what each page was taken for, so that a maintainer sees why a table failed. */
export function inspectCommand(session: Session): Command {
  return new Command("inspect")
    .summary("show what each page was taken for, and why")
    .description("Shows per page whether it is text or image, its tables, the form each was recognised as, and why.")
    .argument("<file>", "PDF file")
    .option("--overlay <dir>", "draw page pictures with rules, cells and recognised headers into this folder")
    .option("--json", "print JSON instead of text")
    .option("--pages <ranges>", "only these pages, e.g. 6-20 or 1-3,8", parsePages)
    .option("--password <password>", "password of an encrypted PDF")
    .option(...FORMS_OPTION)
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, { json, forms, ...options }: Flags) => {
      await useForms(forms);
      const { io, signal } = session;
      const { inspect, inspectionText } = await import("../inspect/index.js");
      const { jsonText } = await import("../output/index.js");
      const onNotice = (line: string) => say(io, `juesuan: ${line}`);
      const inspection = await inspect(file, { ...options, signal, onNotice });
      await print(io, json ? jsonText(inspection) : inspectionText(inspection));
      if (options.overlay !== undefined) {
        const { length } = inspection.pages;
        say(io, `${length} ${length === 1 ? "picture" : "pictures"} → ${options.overlay}`);
      }
    });
}

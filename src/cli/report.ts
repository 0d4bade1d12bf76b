import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Command } from "commander";
import { JuesuanError } from "../model/index.js";
import { say } from "./io.js";
import { createProgress } from "./progress.js";
import type { Session } from "./session.js";

interface Flags {
  output?: string;
  pdf?: string[];
  password?: string;
}

const EXAMPLES = `
Examples:
  juesuan report report.pdf -o report.html            reads the PDF and shows pages, tables and findings side by side
  juesuan report out/report --pdf report.pdf          the same of a folder that extract wrote
  juesuan report out --pdf pdfs -o reports            of every document of a folder, with an index.html`;

/** `juesuan report`: one document as one HTML file; a folder of documents as one file each, and an index. */
export function reportCommand(session: Session): Command {
  return new Command("report")
    .summary("show page, tables and findings side by side, as one HTML file")
    .description("Writes one HTML file, for any browser and without network: pages, tables, findings and their proofs.")
    .argument("<path>", "PDF file, folder that extract wrote, or folder of such folders")
    .option("-o, --output <path>", 'file to write (default "report.html"); for many documents a folder ("report")')
    .option("--pdf <path...>", "PDFs, or folders of them, where they do not lie beside the output")
    .option("--password <password>", "password of encrypted PDFs")
    .addHelpText("after", EXAMPLES)
    .action((path: string, flags: Flags) => report(session, path, flags));
}

async function report(session: Session, path: string, flags: Flags): Promise<void> {
  const { documentFolders, isFolder } = await import("../output/index.js");
  const folders = (await isFolder(path)) ? await documentFolders(path) : [];
  if (folders.length > 0 && folders[0] !== path) return reportAll(session, folders, flags);
  await reportOne(session, path, flags.output ?? "report.html", {
    ...flags,
    isWritten: folders.length > 0,
    isAlone: true,
  });
}

/** A document that fails stands in the index without a report, and says why. */
async function reportAll(session: Session, folders: readonly string[], flags: Flags): Promise<void> {
  const { uniqueNames } = await import("../output/index.js");
  const { indexPage, indexRow } = await import("../report/index.js");
  const { writeWhole } = await import("../output/write-whole.js");
  const output = flags.output ?? "report";
  const unique = uniqueNames();
  unique("index"); // The list's own.
  const rows = [];
  for (const folder of folders) {
    if (session.signal.aborted) return;
    const file = `${unique(basename(folder))}.html`;
    const failed = await reportOne(session, folder, join(output, file), { ...flags, isWritten: true }).then(
      () => null,
      (error: unknown) => {
        session.fail(error, folder);
        return error instanceof JuesuanError ? error : new JuesuanError("io", "a fault of juesuan", { cause: error });
      },
    );
    const allow = async () => {
      if (failed) throw failed;
    };
    rows.push(await indexRow(folder, encodeURIComponent(file), allow));
  }
  await writeWhole(join(output, "index.html"), indexPage(rows).html);
  say(session.io, `${folders.length} documents → ${join(output, "index.html")}`);
}

async function reportOne(
  { io, signal }: Session,
  path: string,
  output: string,
  { pdf, password, isWritten, isAlone }: Flags & { isWritten: boolean; isAlone?: true },
): Promise<void> {
  const { readDisclosure } = await import("../output/index.js");
  const { findPdf, reportHtml } = await import("../report/index.js");
  const { writeWhole } = await import("../output/write-whole.js");
  const progress = createProgress(io, false);
  try {
    const { extract } = await io.library();
    const disclosure = isWritten ? await readDisclosure(path) : await extract(path, { password, signal });
    const bytes = isWritten ? await findPdf(path, disclosure.source, pdf) : await readFile(path);
    if (!bytes && pdf && isAlone)
      throw new JuesuanError("usage", `${pdf.join(", ")}: the PDF that ${path} was read from is not there`);
    if (!bytes) say(io, `juesuan: ${path}: the PDF was not found: pages are drawn as outlines; name it with --pdf`);
    const onProgress = (page: number, pages: number) => progress.show(`${path}  draw ${page}/${pages}`);
    await writeWhole(output, await reportHtml(disclosure, bytes, { password, signal, onProgress }));
    progress.clear();
    say(io, `${path} → ${output}`);
  } finally {
    progress.clear();
  }
}

import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { JuesuanError } from "../model/index.js";
import { say } from "./io.js";
import { createProgress } from "./progress.js";
import type { Session } from "./session.js";

interface Flags {
  output: string;
  pdf?: string;
  password?: string;
}

const EXAMPLES = `
Examples:
  juesuan report report.pdf -o report.html            reads the PDF and shows pages, tables and findings side by side
  juesuan report out/report --pdf report.pdf          the same of a folder that extract wrote`;

/** `juesuan report`: one document as one HTML file. */
export function reportCommand(session: Session): Command {
  return new Command("report")
    .summary("show page, tables and findings side by side, as one HTML file")
    .description("Writes one HTML file, for any browser and without network: pages, tables, findings and their proofs.")
    .argument("<path>", "PDF file, or folder that extract wrote")
    .option("-o, --output <file>", "file to write", "report.html")
    .option("--pdf <file>", "PDF of the folder, where it does not lie beside it")
    .option("--password <password>", "password of an encrypted PDF")
    .addHelpText("after", EXAMPLES)
    .action((path: string, flags: Flags) => report(session, path, flags));
}

async function report(session: Session, path: string, { output, pdf, password }: Flags): Promise<void> {
  const { io, signal } = session;
  const { isFolder, readDisclosure } = await import("../output/index.js");
  const { findPdf, isOf, reportHtml } = await import("../report/index.js");
  const { writeWhole } = await import("../output/write-whole.js");
  const progress = createProgress(io, false);
  try {
    const isRead = await isFolder(path);
    const { extract } = await io.library();
    const disclosure = isRead ? await readDisclosure(path) : await extract(path, { password, signal });
    const named = isRead ? pdf : path;
    const bytes = named === undefined ? await findPdf(path, disclosure.source) : await readFile(named);
    if (bytes && !isOf(bytes, disclosure.source.sha256))
      throw new JuesuanError("usage", `${named} is not the PDF that ${path} was read from`);
    if (!bytes) say(io, "juesuan: the PDF was not found: pages are drawn as outlines; name it with --pdf");
    const onProgress = (page: number, pages: number) => progress.show(`${path}  draw ${page}/${pages}`);
    await writeWhole(output, await reportHtml(disclosure, bytes, { password, signal, onProgress }));
    progress.clear();
    say(io, `${path} → ${output}`);
  } finally {
    progress.clear();
  }
}

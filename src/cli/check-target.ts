import type { Box, DisclosureDocument, Finding, Place } from "../model/index.js";
import { boxesOf, documentFolders, isFolder, readFindings, readPlaces } from "../output/index.js";
import type { Progress } from "./progress.js";
import type { Session } from "./session.js";
import { sourceOf } from "./source.js";

/** A PDF to read, or a folder that holds what was read. */
export interface Target {
  /** As people know it: its path, "stdin" for standard input. */
  readonly name: string;
  readonly path: string;
  readonly isFolder: boolean;
}

/** What is known of a document. */
export interface Found {
  readonly name: string;
  readonly source: DisclosureDocument["source"];
  readonly status: DisclosureDocument["status"];
  readonly findings: readonly Finding[];
  /** Where on their pages these findings' places are. */
  boxes(findings: readonly Finding[]): Promise<ReadonlyMap<Place, Box>>;
}

/** What an argument stands for. @throws JuesuanError for a folder without any output */
export async function targetsOf(path: string): Promise<Target[]> {
  if (path === "-") return [{ name: "stdin", path, isFolder: false }];
  if (!(await isFolder(path))) return [{ name: path, path, isFolder: false }];
  return (await documentFolders(path)).map((folder) => ({ name: folder, path: folder, isFolder: true }));
}

/** Reads a target; a PDF with its progress shown. @throws JuesuanError when it cannot be read */
export function readTarget(
  session: Session,
  target: Target,
  password: string | undefined,
  progress: Progress,
): Promise<Found> {
  return target.isFolder ? readFolder(target) : readPdf(session, target, password, progress);
}

async function readFolder({ name, path }: Target): Promise<Found> {
  const { document, findings } = await readFindings(path);
  const { source, status } = document;
  return {
    name,
    source,
    status,
    findings,
    async boxes(wanted) {
      const { tables, sections } = await readPlaces(path, document, wanted);
      return boxesOf(wanted, tables, sections);
    },
  };
}

async function readPdf(
  session: Session,
  { name, path }: Target,
  password: string | undefined,
  progress: Progress,
): Promise<Found> {
  const { extract } = await session.io.library();
  const { source, status, findings, tables, sections } = await extract(sourceOf(session, path), {
    ...(path === "-" && { fileName: "stdin.pdf" }),
    ...(password !== undefined && { password }),
    signal: session.signal,
    onProgress: ({ phase, page, pages }) => progress.show(`${name}  ${phase} ${page}/${pages}`),
  });
  return { name, source, status, findings, boxes: async (wanted) => boxesOf(wanted, tables, sections) };
}

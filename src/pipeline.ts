/** The whole program on one screen: bytes → pages → layout → forms and narrative → checks → disclosure. */
import { countCoverage } from "./disclosure/coverage.js";
import { documentIdentity } from "./disclosure/identity.js";
import { judge } from "./disclosure/judge.js";
import { type PageOptions, readPages, scanReader } from "./disclosure/pages.js";
import { leftOutFindings } from "./disclosure/pages-left-out.js";
import { layoutFindings, pageFindings } from "./disclosure/reading-findings.js";
import { lookAgain } from "./disclosure/second-look.js";
import { laterDocuments, pagesOf, together } from "./disclosure/several.js";
import { readSource, type Source } from "./disclosure/source.js";
import { familyOf, kindFindings, missingFindings, missingForms, promisedForms, statusOf } from "./disclosure/status.js";
import { unreadColumnFindings } from "./disclosure/unread-columns.js";
import { knownForms, readForms, rejoinTables } from "./forms/index.js";
import { layoutDocument } from "./layout/index.js";
import type { Disclosure, Finding, Overrides, Page } from "./model/index.js";
import { readIdentity, readNarrative, readPerformance } from "./narrative/index.js";
import { generator } from "./output/index.js";
import { openPdf } from "./pdf/index.js";

export type { Progress } from "./disclosure/pages.js";
export type { Source } from "./disclosure/source.js";

export interface ExtractOptions extends PageOptions {
  /** Password of an encrypted PDF; an empty user password needs none. */
  readonly password?: string | undefined;
  /** Name for the output and for messages, where the source is no path. */
  readonly fileName?: string | undefined;
  /** Put values that the identities prove in place of the printed ones, which stay in the evidence. Default false. */
  readonly applyProposals?: boolean | undefined;
  /** What people decided about the document (overrides.json): applied where it still fits, a finding for each. */
  readonly overrides?: Overrides | undefined;
}

/** For the project's own use. */
export interface ReadOptions extends ExtractOptions {
  /** Default true; the bench measures what it saves. */
  readonly maskFonts?: boolean | undefined;
}

/** What the rooms made of a document: `extract` discloses it, `inspect` shows how it came about. */
export type Reading = Awaited<ReturnType<typeof read>>;

/**
 * Reads one disclosure.
 * @param source path, bytes or stream of a PDF
 * @returns the disclosure with its status; what is wrong with the document is a finding, not an exception
 * @throws {JuesuanError} for input of which nothing can be read (code: unreadable, password, not-pdf, empty, io, limit, aborted)
 */
export async function extract(source: Source, options: ExtractOptions = {}): Promise<Disclosure> {
  return disclose(await read(source, options), options);
}

/** Bytes → pages → layout → forms and narrative. Throws as `extract` does. */
export async function read(source: Source, options: ReadOptions = {}) {
  const file = await readSource(source, options.fileName, options.signal);
  const { password, maskFonts = true } = options;
  const pdf = await openPdf(file.bytes, { password, fileName: file.name, maskFonts });
  const scans = scanReader(pdf, options.ocr ?? "off");
  try {
    const pages = await readPages(pdf, scans, options);
    const leftOut = leftOutFindings(pages, pdf.pageCount);
    const whole = await understand(pages, leftOut);
    const starts = laterDocuments(whole.forms.tables, whole.flow, whole.family);
    const parts =
      starts.length === 0
        ? [whole]
        : await Promise.all(pagesOf(pages, starts).map((part) => understand(part, leftOut)));
    const { pageCount, producer } = pdf;
    /** `documents`: what the PDF holds, one after another; `starts`: the first pages of those after the first. */
    return { file, pageCount, producer, ...whole, documents: parts, starts };
  } finally {
    await scans.close();
    await pdf.close();
  }

  /** @param leftOut says that pages were left out: what they hold is not missing */
  async function understand(pages: readonly Page[], leftOut: readonly Finding[]) {
    const flow = await lookAgain(rejoinTables(layoutDocument(pages).flow), pages, scans, options.signal);
    const performance = readPerformance(flow);
    const forms = readForms(flow, knownForms(), performance.grids, readIdentity(flow)?.kind);
    const tables = forms.tables.map((reading) => reading.table);
    const narrative = readNarrative(flow, { skip: forms.captions });
    const document = documentIdentity(narrative.identity, forms.tables);
    const family = familyOf(document, forms.tables);
    const coverage = countCoverage(pages, flow, {
      headings: new Set([...forms.captions, ...narrative.headingBlocks, ...narrative.tocBlocks]),
    });
    const absent = missingForms(family, tables);
    const missing = leftOut.length > 0 ? [] : absent;
    const promised = promisedForms(narrative.toc, family.forms);
    const unread = unreadColumnFindings(tables, forms.findings);
    const status = statusOf({ family, pages, tables, missing: absent, promised, coverage, unread });
    const read = { tables, narrative, performance, document, family, coverage, missing, unread, status };
    return { leftOut, pages, flow, forms, ...read };
  }
}

/** Checks what was read, and puts it in the form of the contract. */
export function disclose(reading: Reading, options: ExtractOptions = {}): Disclosure {
  const { documents, starts, ...whole } = reading;
  const [only] = documents;
  if (only && documents.length === 1) return discloseOne({ ...whole, ...only }, options);
  return together(
    documents.map((one) => discloseOne({ ...whole, ...one }, options)),
    starts,
  );
}

function discloseOne(
  reading: Omit<Reading, "documents" | "starts">,
  { applyProposals, overrides }: ExtractOptions,
): Disclosure {
  const { file, leftOut, pages, flow, forms, narrative, document, coverage, missing, unread } = reading;
  const { toc } = narrative;
  const source = {
    file: file.name,
    sha256: file.sha256,
    pages: reading.pageCount,
    bytes: file.bytes.length,
    producer: reading.producer,
  };
  const performance = reading.performance.tables;
  const ofTheReading = [
    ...leftOut,
    ...pageFindings(pages, file.name),
    ...layoutFindings(flow, coverage),
    ...forms.findings,
    ...unread,
    ...(leftOut.length > 0 ? [] : kindFindings(document, reading.tables)),
    ...missingFindings(missing, toc, reading.family),
  ];
  const read = { source, document, tables: reading.tables, sections: narrative.sections, performance };
  const judged = judge(read, ofTheReading, { overrides: overrides?.overrides, applyProposals });
  return {
    schemaVersion: "1.0",
    generator: generator(),
    source,
    document,
    status: reading.status,
    toc,
    coverage,
    tables: judged.tables,
    sections: judged.sections,
    performance: judged.performance,
    missing,
    findings: judged.findings,
  };
}

import { Buffer } from "node:buffer";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { JuesuanError } from "../model/error.js";
import type { Page, PageProblem } from "../model/index.js";
import { dropDoubleStrikes } from "./duplicates.js";
import { type Engine, engineFolders, inThreadWorker, loadEngine } from "./engine.js";
import type { EngineFont } from "./graphics-state.js";
import { interpret } from "./interpret.js";
import { maskFontPrograms } from "./mask-fonts.js";
import { displayMatrix } from "./matrix.js";
import { type OwnImage, ownImage } from "./own-image.js";
import { plainFont } from "./plain-font.js";
import { type Bitmap, renderPage } from "./render.js";
import { rescue } from "./rescue.js";

/** Pages after which the engine's shared caches are emptied (504 pages in 200 MB). */
const CLEANUP_EVERY = 50;
/** Images beyond this are not decoded, pixels: a bomb, not a scan (A3 at 600 dpi is 70 million). */
const LARGEST_IMAGE = 1.5e8;

export interface OpenOptions {
  password?: string | undefined;
  /** Name for messages. */
  fileName?: string | undefined;
  /** Mask font programs where that is safe: reads twice as fast. Default false. */
  maskFonts?: boolean | undefined;
}

/** An open PDF. Close it. */
export interface PdfDocument {
  readonly pageCount: number;
  readonly producer: string | null;
  /** What is wrong with the file as a whole, where it could be read only in part. */
  readonly damage: string | null;
  /** The page's visible glyphs, rules and images. A page that cannot be read is an empty page with a problem. `number` is 1-based. */
  page(number: number): Promise<Page>;
  /** The page's width and height as displayed, pt. */
  size(number: number): Promise<{ width: number; height: number }>;
  /** The picture that the page is, and nothing else; null for other pages, and for all but the page that was read last. */
  ownImage(number: number): OwnImage | null;
  /** The page as displayed, drawn at a resolution. */
  bitmap(number: number, dpi: number): Promise<Bitmap>;
  close(): Promise<void>;
}

/**
 * Opens a PDF from its bytes.
 * @throws {JuesuanError} empty, not-pdf, password or unreadable
 */
export async function openPdf(bytes: Uint8Array, options: OpenOptions = {}): Promise<PdfDocument> {
  const name = options.fileName ?? "the document";
  refuseOtherFormats(bytes, name);
  const engine = await loadEngine();
  try {
    const { pdf, fault } = await openBytes(engine, bytes, options, null);
    return fault === null ? pdf : await moreOf(engine, pdf, bytes, options, fault);
  } catch (cause) {
    const error = openError(cause, name, options.password);
    const rest = error.code === "unreadable" ? rescue(bytes) : null;
    if (!rest) throw error;
    const { pdf } = await openBytes(engine, rest, options, damageOf(name, cause)).catch(() => {
      throw error;
    });
    return pdf;
  }
}

function damageOf(name: string, cause: unknown): string {
  return `${name}: the PDF is damaged (${reason(cause)}); what could be recovered was read, get an undamaged copy`;
}

/** Where the page tree breaks off, the pages behind the break may still be found by scanning. */
async function moreOf(
  engine: Engine,
  opened: PdfDocument,
  bytes: Uint8Array,
  options: OpenOptions,
  fault: unknown,
): Promise<PdfDocument> {
  const rest = rescue(bytes);
  if (!rest) return opened;
  const damage = damageOf(options.fileName ?? "the document", fault);
  const again = await openBytes(engine, rest, options, damage).catch(() => null);
  // The broken page itself counts in the one and not in the other.
  const [kept, left] = again && again.pdf.pageCount >= opened.pageCount ? [again.pdf, opened] : [opened, again?.pdf];
  await left?.close();
  return kept;
}

/** `fault` is why the last page cannot be reached; null when it can. */
async function openBytes(
  engine: Engine,
  bytes: Uint8Array,
  options: OpenOptions,
  damage: string | null,
): Promise<{ pdf: PdfDocument; fault: unknown }> {
  // The engine takes the buffer it is given and leaves it detached: it always gets a copy.
  const masked = options.maskFonts ? maskFontPrograms(bytes) : bytes;
  const data =
    masked === bytes ? Uint8Array.from(bytes) : new Uint8Array(masked.buffer, masked.byteOffset, masked.byteLength);
  const worker = inThreadWorker(engine);
  const task = engine.getDocument({
    data,
    worker,
    ...engineFolders(),
    cMapPacked: true,
    verbosity: 0,
    maxImageSize: LARGEST_IMAGE,
    isEvalSupported: false,
    ...(options.password === undefined ? {} : { password: options.password }),
  });
  const close = () => task.destroy().finally(() => worker.destroy());
  try {
    const document = await task.promise;
    const first = await document.getPage(1);
    first.cleanup();
    const fault = await document.getPage(document.numPages).then(
      () => null,
      (cause: unknown) => cause,
    );
    const pdf = await wrap(engine, document, options.fileName ?? "the document", damage, close);
    return { pdf, fault };
  } catch (cause) {
    await close().catch(() => {});
    throw cause;
  }
}

async function wrap(
  engine: Engine,
  document: PDFDocumentProxy,
  name: string,
  damage: string | null,
  destroy: () => Promise<void>,
): Promise<PdfDocument> {
  const info = await document.getMetadata().then(
    (metadata) => metadata.info as { Producer?: unknown; Creator?: unknown },
    () => ({}) as { Producer?: unknown; Creator?: unknown },
  );
  const layers = await document.getOptionalContentConfig().catch(() => null);
  const layerVisible = (group: unknown): boolean => {
    try {
      return !layers || group === null || group === undefined || layers.isVisible(group) !== false;
    } catch {
      return true;
    }
  };
  let read = 0;
  /** Decoded with its page; kept until the next page is read, since a scan's takes tens of megabytes. */
  let own: { readonly number: number; readonly image: OwnImage | null } | undefined;
  return {
    pageCount: document.numPages,
    damage,
    producer: textOf(info.Producer) ?? textOf(info.Creator),
    async page(number) {
      let page: PDFPageProxy | undefined;
      try {
        own = undefined;
        page = await document.getPage(number);
        const whole = await readPage(engine, page, layerVisible);
        own = { number, image: whole.image };
        return whole.page;
      } catch (cause) {
        return emptyPage(number, {
          rule: "pdf.page-unreadable",
          message: `${name}, page ${number}: the page cannot be read (${reason(cause)})`,
        });
      } finally {
        page?.cleanup();
        if (++read % CLEANUP_EVERY === 0) await document.cleanup().catch(() => {});
      }
    },
    async size(number) {
      const { view, rotate } = await document.getPage(number);
      const { width, height } = displayMatrix(view, rotate);
      return { width, height };
    },
    ownImage: (number) => (own?.number === number ? own.image : null),
    async bitmap(number, dpi) {
      const page = await document.getPage(number);
      try {
        return await renderPage(page, dpi);
      } finally {
        page.cleanup();
      }
    },
    close: destroy,
  };
}

async function readPage(
  engine: Engine,
  page: PDFPageProxy,
  layerVisible: (group: unknown) => boolean,
): Promise<{ page: Page; image: OwnImage | null }> {
  const list = await page.getOperatorList({ annotationMode: 0 });
  const { matrix, width, height } = displayMatrix(page.view, page.rotate);
  const result = interpret(list, {
    ops: engine.OPS,
    base: matrix,
    width,
    height,
    layerVisible,
    font: (id) => (page.commonObjs.has(id) ? plainFont(page.commonObjs.get(id) as EngineFont) : null),
  });
  const { glyphs, dropped } = dropDoubleStrikes(result.glyphs);
  const read: Page = {
    number: page.pageNumber,
    width,
    height,
    glyphs,
    rules: result.rules,
    images: result.images,
    hiddenGlyphs: result.hiddenGlyphs + dropped,
    source: "text",
    problems: [],
  };
  return { page: read, image: glyphs.length > 0 ? null : ownImage(list, engine.OPS, result.images, page) };
}

function emptyPage(number: number, problem: PageProblem): Page {
  return {
    number,
    width: 0,
    height: 0,
    glyphs: [],
    rules: [],
    images: [],
    hiddenGlyphs: 0,
    source: "text",
    problems: [problem],
  };
}

/** The PDF header may stand anywhere in the first 1,024 bytes (ISO 32000-1 annex H, note 13). */
const HEADER_WINDOW = 1024;

function refuseOtherFormats(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) {
    throw new JuesuanError("empty", `${name}: the file is empty (0 bytes); download it again`);
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WINDOW)).toString("latin1");
  if (head.includes("%PDF-")) return;
  const kind = otherFormat(head);
  throw new JuesuanError(
    "not-pdf",
    kind
      ? `${name}: this is ${kind}, not a PDF; fetch the PDF itself and try again`
      : `${name}: this is no PDF (no %PDF- header in the first ${HEADER_WINDOW} bytes); check the file`,
  );
}

function otherFormat(head: string): string | null {
  if (/<\s*(?:!doctype|html|head|script|body)\b/i.test(head)) return "a web page (HTML)";
  if (head.startsWith("PK\u0003\u0004")) return "a ZIP or Office file";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return "an old Office file";
  if (head.startsWith("\u00ff\u00d8\u00ff") || head.startsWith("\u0089PNG")) return "a picture";
  return null;
}

function openError(cause: unknown, name: string, password: string | undefined): JuesuanError {
  if (cause instanceof JuesuanError) return cause;
  if (cause instanceof Error && cause.name === "PasswordException") {
    return new JuesuanError(
      "password",
      password === undefined
        ? `${name}: the file is encrypted and needs a password; give it with --password`
        : `${name}: the password is wrong; give the right one with --password`,
      { cause },
    );
  }
  return new JuesuanError("unreadable", `${name}: the PDF cannot be read (${reason(cause)}); get an undamaged copy`, {
    cause,
  });
}

function reason(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split("\n")[0]?.trim() || "unknown reason";
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

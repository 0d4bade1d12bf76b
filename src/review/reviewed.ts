/** One document under review: its output folder, its decisions, its pages. */
import { realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { inForce } from "../disclosure/overrides/in-force.js";
import { rejudge } from "../disclosure/rejudge.js";
import { type Disclosure, JuesuanError, type Override } from "../model/index.js";
import { appendOverride, OVERRIDES, readDisclosure, readOverrides } from "../output/index.js";
import {
  buildData,
  findPdf,
  indexRow,
  openPictures,
  type Pictures,
  type ReportData,
  servedPage,
} from "../report/index.js";
import { numberOf, overrideOf } from "./decision.js";
import { hold, type Lock } from "./lock.js";

export interface ReviewOptions {
  readonly token: string;
  readonly author: string;
  /** Further folders, or files, to look for PDFs. */
  readonly pdfs: readonly string[];
  readonly password?: string | undefined;
  /** RFC 3339, UTC. */
  readonly now: () => string;
}

/** Pictures kept, so that a page that is looked at again is not drawn again; each at most 0.1 MB. */
const PICTURES_KEPT = 200;

/** @param root the folder that nothing is read outside of, but PDFs that are known by their hash */
export function reviewed(folder: string, root: string, options: ReviewOptions) {
  let known: { stamp: string; written: Disclosure } | undefined;
  let shown: { key: string; data: ReportData } | undefined;
  let served: { data: ReportData; hasPicture: boolean; page: ReturnType<typeof servedPage> } | undefined;
  let pictures: Promise<Pictures | null> | undefined;
  const drawn = new Map<number, Promise<Uint8Array | null>>();
  let last: Promise<unknown> = Promise.resolve();
  let lock: Lock | undefined;

  /** Read anew when `extract` wrote it anew. */
  const read = async (): Promise<Disclosure> => {
    await staysIn(root, folder);
    const { ino, mtimeMs, size } = await stat(join(folder, "document.json"));
    const stamp = `${ino} ${mtimeMs} ${size}`;
    if (known?.stamp === stamp) return known.written;
    const written = await readDisclosure(folder);
    if (known && known.written.source.sha256 !== written.source.sha256) await forgetPages();
    known = { stamp, written };
    return written;
  };

  /** Of another PDF. */
  const forgetPages = async () => {
    const old = pictures;
    pictures = undefined;
    drawn.clear();
    await (await old?.catch(() => null))?.close();
  };

  const openPages = async (): Promise<Pictures | null> => {
    const bytes = await findPdf(folder, (await read()).source, options.pdfs);
    return bytes && openPictures(bytes, options);
  };
  const pagesOf = () => {
    pictures ??= openPages();
    return pictures;
  };

  const dataOf = async (disclosure: Disclosure, overrides: readonly Override[]): Promise<ReportData> => {
    const counting = new Set(inForce(overrides).map(({ number }) => number));
    const entries = overrides.map((entry, index) => {
      return { entry, counts: entry.kind === "withdrawal" || counting.has(index + 1) };
    });
    const { token, author } = options;
    return buildData(disclosure, (await pagesOf())?.pages ?? null, { token, author, entries });
  };

  const data = async (): Promise<ReportData> => {
    const written = await read();
    const overrides = (await readOverrides(folder))?.overrides ?? [];
    const key = JSON.stringify([known?.stamp, overrides]);
    if (shown?.key !== key) shown = { key, data: await dataOf(judged(written, overrides), overrides) };
    return shown.data;
  };

  const decide = async (request: unknown): Promise<ReportData> => {
    const before = await data();
    if (numberOf(request, "seen") !== before.review?.entries.length) throw new Overtaken(before);
    const override = overrideOf(request, before, options.now());
    const written = await read();
    const wanted = [...((await readOverrides(folder))?.overrides ?? []), override];
    const changed = rejudge(written, wanted);
    const refused = changed.findings.find(
      ({ rule, message }) => rule === "override.stale" && message.startsWith(`entry ${wanted.length} `),
    );
    if (refused) throw new JuesuanError("usage", refused.message);
    await lock?.check();
    const { overrides } = await appendOverride(folder, override);
    const decided = await dataOf(changed, overrides);
    shown = { key: JSON.stringify([known?.stamp, overrides]), data: decided };
    return decided;
  };

  /** What was looked at is there when it is looked at again. */
  const picture = (number: number): Promise<Uint8Array | null> => {
    const draw = async () => (await (await pagesOf())?.picture(number)) ?? null;
    const asked = drawn.get(number) ?? draw();
    drawn.set(number, asked);
    const [oldest] = drawn.keys();
    if (drawn.size > PICTURES_KEPT && oldest !== undefined) drawn.delete(oldest);
    return asked;
  };

  const page = async () => {
    const current = await data();
    // The picture where it is drawn already; else the page asks for it, and is not kept waiting.
    const first = drawn.has(1) ? await Promise.race([picture(1), null]) : null;
    const isKept = served?.data === current && served.hasPicture === (first !== null);
    if (!served || !isKept) served = { data: current, hasPicture: first !== null, page: servedPage(current, first) };
    return served.page;
  };

  return {
    /** Nobody else reviews it until it is closed. @throws JuesuanError "usage" */
    async hold() {
      // What leads out of the folder is not shown either.
      const isInside = await staysIn(root, folder).then(
        () => true,
        () => false,
      );
      if (isInside) lock = await hold(folder, options.author, options.now());
    },
    /** Draws the first page, and makes ready what is asked for next. */
    async prepare() {
      await Promise.all([data(), picture(1)]);
      await page();
    },
    page,
    data,
    row: (href: string) =>
      indexRow(folder, href, async () => {
        await staysIn(root, folder);
        await readOverrides(folder);
      }),
    /** One at a time: each is appended to what the one before left. @throws JuesuanError, Overtaken */
    decide(request: unknown): Promise<ReportData> {
      const next = last.then(() => decide(request));
      last = next.catch(() => {});
      return next;
    },
    picture,
    async close() {
      await forgetPages();
      await lock?.release();
    },
  };
}

/** A document that nobody decided anything about is as it was written. */
function judged(written: Disclosure, overrides: readonly Override[]): Disclosure {
  const isTouched = overrides.length > 0 || written.findings.some(({ rule }) => rule.startsWith("override."));
  return isTouched ? rejudge(written, overrides) : written;
}

/** Somebody decided something since the page was shown. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
  readonly data: ReportData;

  constructor(data: ReportData) {
    super("somebody decided something meanwhile: look again");
    this.data = data;
  }
}

/** Links may lead anywhere: what is not there is as good as inside. */
async function staysIn(root: string, folder: string): Promise<void> {
  for (const path of [folder, ...["document.json", "findings.json", OVERRIDES].map((file) => join(folder, file))]) {
    const real = await realpath(path).catch(() => null);
    if (real === null || real === root || real.startsWith(root + sep)) continue;
    throw new JuesuanError("io", `${path} leads out of the folder that is reviewed: copy it there`);
  }
}

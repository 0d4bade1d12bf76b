import type { DocumentIdentity, FlowItem } from "../model/index.js";
import { normalise, readAmountUnit } from "../text/index.js";
import { type FlowLine, type FlowPiece, piecesOf } from "./lines.js";
import { normalForm, sourceRange } from "./normal.js";

/** A cover holds a few short lines; a longer or a later line is text. Characters; lines. */
const MAX_COVER_LINE = 60;
const MAX_COVER_LINES = 14;

const ACCOUNT = /决算|预算/u;
/** What may follow the line with 决算 or 预算 and still belong to the title. */
const TITLE_TAIL = /^(?:公开|信息公开|情况|说明|情况说明|公开说明|报告|公开报告|公开表|公开情况|\(.*\)|表)$/u;
const DATE_LINE = /^(?:二[〇○零]|20\d{2}年?\d{0,2}月?\d{0,2}日?$|目录$)/u;
/** `预算主管部门：X`, `编制单位：X`, `单位名称：X`, but not the unit of amount. */
const ENTITY_LINE =
  /^(?:(?:预算|决算)?主管部门|编制部门|编制单位|编报部门|填报单位|(?:部门|单位)(?:名称)?)(?:\([^)]*\))?:([^:;]{2,40}?)(?=(?:金额)?单位:|公开\d|$)/u;
const YEAR = /(?:19|20)\d{2}/gu;
const ORG =
  /(?:局|委|委员会|办公室|院|处|中心|厅|府|办事处|校|大学|学院|所|队|会|站|馆|部|社|台|团|室|园|集团|公司)(?:\(.*\))?$/u;

interface Cover {
  readonly title: string | null;
  readonly rest: readonly string[];
}

/** Lines before the table of contents, the first grid or the first sentence, of which a line may print a part only. */
function coverLines(pieces: readonly FlowPiece[]): FlowLine[] {
  const lines: FlowLine[] = [];
  for (const piece of pieces) {
    if (piece.type === "grid" || lines.length >= MAX_COVER_LINES) break;
    const text = normalise(piece.run.text);
    if (/^目[录次]/u.test(text) || /[。,;]/u.test(text) || [...text].length > MAX_COVER_LINE) break;
    if (/^第一部分/u.test(text)) break;
    lines.push(piece);
  }
  return lines;
}

function readCover(lines: readonly FlowLine[]): Cover {
  const texts = lines.map((line) => line.run.text).filter((text) => !DATE_LINE.test(normalise(text)));
  let title = "";
  let used = 0;
  for (const text of texts) {
    const form = normalise(text);
    if (ACCOUNT.test(normalise(title))) {
      if (!TITLE_TAIL.test(form)) break;
    } else if (form.includes(":")) break;
    title += text;
    used++;
  }
  return ACCOUNT.test(normalise(title)) && !/[表]$/u.test(normalise(title))
    ? { title, rest: texts.slice(used) }
    : { title: null, rest: texts };
}

const TITLE_SUFFIX =
  /(?:(?:省|市|区|县|州|本)级)?(?:部门|单位)?(?:收支|财政|政府)?(?:总)?(?:决算|预算)(?:信息)?(?:公开)?(?:报告|情况|说明|表)*(?:\(.*\))?$/u;

function entityFromTitle(title: string): string | null {
  const bare = normalise(title)
    .replace(/(?:关于)?(?:19|20)\d{2}年度?/u, "")
    .replace(TITLE_SUFFIX, "");
  return [...bare].length >= 3 ? bare : null;
}

/** The value that occurs most often; the earliest of several. */
function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** The printed characters of a name that was found in normal form. */
function asPrinted(form: string, printed: readonly string[]): string {
  for (const text of printed) {
    const normal = normalForm(text);
    const at = normal.text.indexOf(form);
    if (at >= 0) return text.slice(...sourceRange(normal, text, at, at + form.length));
  }
  return form;
}

const GOVERNMENT =
  /财政总决算|政府决算|财政决算|全[省市区县州](?:一般公共预算|政府性基金|财政)|本级(?:一般公共预算|政府性基金)(?:收入|支出)/u;

function kindOf(title: string | null, texts: readonly string[]): DocumentIdentity["kind"] {
  if (title !== null) {
    const form = normalise(title);
    if (/(?:财政|政府)(?:总)?决算|总决算/u.test(form)) return "government-final-accounts";
    return /决算/u.test(form) ? "final-accounts" : "budget";
  }
  const text = texts.join("\n");
  const finals = (text.match(/决算/gu) ?? []).length;
  const budgets = (text.match(/预算(?!财政|拨款|收入决算|支出决算)/gu) ?? []).length;
  if (finals === 0 && budgets === 0) return null;
  if (finals >= budgets / 2 && GOVERNMENT.test(text)) return "government-final-accounts";
  return finals >= budgets / 2 ? "final-accounts" : "budget";
}

function scopeOf(
  kind: DocumentIdentity["kind"],
  title: string | null,
  texts: readonly string[],
): DocumentIdentity["scope"] {
  if (kind === "government-final-accounts") return "government";
  const titled = title === null ? null : (/(部门|单位)(?:决算|预算|收支)/u.exec(normalise(title))?.[1] ?? null);
  const counted =
    titled ??
    mostFrequent(texts.flatMap((text) => [...text.matchAll(/(部门|单位)(?:决算|预算)/gu)].map((m) => m[1] ?? "")));
  return counted === "部门" ? "department" : counted === "单位" ? "unit" : null;
}

/** A page that is nothing but a cover, with the year in its title. */
export interface CoverPage {
  readonly title: string;
  /** The entity that the title names. */
  readonly entity: string | null;
}

/** The cover that a page is; null for any other page. `flow` is that of the page alone. */
export function readCoverPage(flow: readonly FlowItem[]): CoverPage | null {
  const pieces = piecesOf(flow);
  const lines = coverLines(pieces);
  if (lines.length === 0 || lines.length < pieces.length) return null;
  const { title } = readCover(lines);
  if (title === null || /^第[一二三四五六七八九十]+部分/u.test(normalise(title))) return null;
  return lines.some((line) => /(?:19|20)\d{2}/u.test(normalise(line.run.text)))
    ? { title, entity: entityFromTitle(title) }
    : null;
}

/** Pieces that may tell the identity when there is no cover: the first pages. */
const FIRST_PIECES = 160;

/**
 * What the document says of itself: title (as printed, lines joined), entity, fiscal year, scope, kind and unit of
 * amount. Every field null when nothing tells it; null altogether when nothing is known.
 */
export function readIdentity(flow: readonly FlowItem[]): DocumentIdentity | null {
  const pieces = piecesOf(flow);
  const lines = pieces.flatMap((piece) => (piece.type === "line" ? [piece] : []));
  const { title, rest } = readCover(coverLines(pieces));
  const printed = lines.slice(0, FIRST_PIECES).map((line) => line.run.text);
  // The body is asked only for what the cover does not tell.
  const told = title === null ? printed.map(normalise) : [normalise(title)];
  const kind = kindOf(title, told);
  const entity =
    readEntity(kind, title, rest) ?? mostFrequent(lines.flatMap((line) => entityLabel(line.run.text) ?? []));
  const year = mostFrequent(told.flatMap((text) => text.match(YEAR) ?? []));
  const identity: DocumentIdentity = {
    kind,
    scope: scopeOf(kind, title, printed),
    fiscalYear: year === null ? null : Number(year),
    title,
    entity: entity === null ? null : asPrinted(entity, printed),
    amountUnit: mostFrequent(lines.flatMap((line) => unitLabel(line.run.text) ?? [])),
  };
  return Object.values(identity).every((value) => value === null) ? null : identity;
}

/** The entity that the cover names: after a label, in the title, or as a signature. */
function readEntity(kind: DocumentIdentity["kind"], title: string | null, rest: readonly string[]): string | null {
  const labelled = rest.map((text) => entityLabel(text)).find((name) => name !== null);
  if (labelled !== undefined) return labelled;
  const signed = rest.map(normalise).find((text) => ORG.test(text) && !ACCOUNT.test(text)) ?? null;
  if (kind === "government-final-accounts") return signed;
  return (title === null ? null : entityFromTitle(title)) ?? signed;
}

/** X of `部门：X`; null for another line and for 单位：万元. */
function entityLabel(text: string): string | null {
  if (text.length > MAX_COVER_LINE || !/[部单填][门位报]/u.test(text)) return null;
  const name = ENTITY_LINE.exec(normalise(text))?.[1];
  return name === undefined || /^(?:人民币|[百千万亿]*元)/u.test(name) ? null : name;
}

function unitLabel(text: string): string | null {
  return text.length <= MAX_COVER_LINE && /[元万亿]/u.test(text) ? readAmountUnit(text) : null;
}

import type { GlossaryTerm } from "../../model/index.js";
import { enumeratorOf, squash } from "../../text/index.js";
import { codeOfItem } from "../facts/codes.js";
import { normalForm } from "../normal.js";
import type { Para } from "../tree.js";

/** A term's name is at most this long. Characters. */
const MAX_TERM = 70;
/** `教育支出(类)普通教育(款)学前教育(项)` */
const ITEM = /^(?:(.+)\(类\)(?:支出)?)?(.+)\(款\)(.+)\(项\)$/u;
const INTRODUCES_ITEMS = /功能分类科目|支出科目|项级科目/u;

const NUMERAL = /^(?:第)?[(（〔［[]?([一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})/u;

/** The printed number without its brackets and points. */
function printedNumber(text: string): string | null {
  return NUMERAL.exec(squash(text))?.[1]?.normalize("NFKC") ?? null;
}

/** Term and definition of `财政拨款收入：指…`; null when no colon parts them. */
function split(rest: string): { term: string; definition: string } | null {
  const at = rest.search(/[:：]/u);
  if (at > 0 && at <= MAX_TERM) return { term: rest.slice(0, at), definition: rest.slice(at + 1) };
  // 财政拨款收入指… or 财政拨款收入是指…, where the colon is left out.
  const bare = /^([^，,。；;:：]{2,24}?)(是?指.+)$/u.exec(rest);
  return bare?.[1] === undefined || bare[2] === undefined ? null : { term: bare[1], definition: bare[2] };
}

function codeOf(term: string): string | null {
  const [, cls, sec, item] = ITEM.exec(normalForm(term).text) ?? [];
  return sec === undefined || item === undefined ? null : codeOfItem(cls ?? null, sec, item);
}

/**
 * The terms of a 名词解释: number, term and definition as printed. Numbered 项 under one heading term carry that
 * term's number in front (七.1) and their 7-digit code. A paragraph without a number goes on the definition before it.
 */
export function readGlossary(paragraphs: readonly Para[]): GlossaryTerm[] {
  const terms: GlossaryTerm[] = [];
  let group: string | null = null;
  for (const { run, page } of paragraphs) {
    const found = enumeratorOf(run.text);
    const parts = split(found?.rest ?? run.text);
    const number = found === null ? null : printedNumber(run.text);
    const last = terms.at(-1);
    if (found !== null && parts === null && INTRODUCES_ITEMS.test(run.text) && found.level < 3) {
      group = number;
      terms.push({ no: number, term: found.rest, definition: "", code: null, page });
      continue;
    }
    if (parts === null || (found === null && last !== undefined && !/^(?:是?指|反映)/u.test(parts.definition))) {
      if (last !== undefined) last.definition += run.text;
      continue;
    }
    if (found !== null && found.level < 3) group = null;
    const no = group !== null && number !== null && (found?.level ?? 0) >= 3 ? `${group}.${number}` : number;
    terms.push({ no, term: parts.term, definition: parts.definition, code: codeOf(parts.term), page });
  }
  return terms;
}

/** What stands around a table: title, form code, entity, unit above it; notes below. */
import type { Block, FlowItem, Grid, TextLine } from "../../model/index.js";
import { headingOf, normalise, readAmountUnit, squash } from "../../text/index.js";
import { isTitleLike } from "./title.js";

export interface Caption {
  readonly titles: readonly TitleCandidate[];
  readonly formCode: string | null;
  readonly entity: string | null;
  readonly unit: string | null;
  /** Blocks that belong to the caption, from `titles[..]` on; the title's own block is decided by recognition. */
  readonly furniture: readonly Block[];
}

export interface TitleCandidate {
  readonly text: string;
  readonly page: number;
  readonly blocks: readonly Block[];
}

/** Lines above a table that are looked at. */
const REACH = 8;

const FORM_CODE_LINE = /^(?:(?:财决)?公开\S{0,4}表\S{0,3}|附表\d+(?:-\d+)?|表[\d一二三四五六七八九十]+)$/u;
const ENTITY = /(?:编制|填报|公开)?(?:部门|单位)(?:名称)?(?:\(公章\)|\(盖章\))?[:：]\s*(\S+)/u;

/** Reads the caption backwards from the item at `index` of the flow. */
export function readCaption(flow: readonly FlowItem[], index: number): Caption {
  const above: Block[] = [];
  for (let i = index - 1; i >= 0 && above.length < REACH; i--) {
    const item = flow[i];
    if (!item || item.type === "grid") break;
    if (item.block.kind !== "furniture") above.unshift(item.block);
  }
  let formCode: string | null = null;
  let entity: string | null = null;
  let unit: string | null = null;
  const furniture: Block[] = [];
  const candidates: Block[] = [];
  for (const block of [...above].reverse()) {
    const read = readFurnitureLine(block.lines);
    if (read) {
      unit ??= read.unit;
      entity ??= read.entity;
      formCode ??= read.formCode;
    }
    // A title may print its unit on its own line: 收入支出决算总表（单位：万元）.
    if (read && !isTitled(block, read)) furniture.push(block);
    else candidates.push(block);
    if (candidates.length >= 3 || (candidates.length > 0 && headingOf(squash(block.text))?.level === 0)) break;
  }
  return { titles: titleCandidates(candidates), formCode, entity, unit, furniture };
}

function isTitled({ text }: Block, { unit, entity }: FurnitureLine): boolean {
  return unit !== null && entity === null && isTitleLike(squash(text));
}

/** The nearest blocks above, alone and joined with the one before (a title may break over lines). */
function titleCandidates(nearestFirst: readonly Block[]): TitleCandidate[] {
  const [a, b] = nearestFirst;
  if (!a) return [];
  const one = { text: squash(a.text), page: a.page, blocks: [a] };
  if (!b) return [one];
  const two = { text: squash(b.text + a.text), page: b.page, blocks: [b, a] };
  const second = { text: squash(b.text), page: b.page, blocks: [b] };
  return [one, two, second];
}

export interface FurnitureLine {
  readonly unit: string | null;
  readonly entity: string | null;
  readonly formCode: string | null;
}

/** A line of 公开0N表 / 部门：X / 单位：万元, in any combination; null when it is none. */
export function readFurnitureLine(lines: readonly TextLine[]): FurnitureLine | null {
  const text = wholeLines(lines.map((line) => line.text));
  const bare = squash(text);
  if (bare.length > 80) return null;
  const unit = readAmountUnit(text);
  const code = FORM_CODE_LINE.test(bare) ? bare : (/公开\s*\S{0,3}\s*表/u.exec(text)?.[0] ?? null);
  const entityText = ENTITY.exec(text.replace(/(?:金额)?单位\s*[:：]\s*(?:人民币)?[亿万千]?元/gu, " "))?.[1] ?? null;
  if (unit === null && entityText === null && code === null) return null;
  // 公开03表 alone ends like a title and is none; 公开01表：收支预算总表 is one.
  const codeAlone = FORM_CODE_LINE.test(bare) && /[\d一二三四五六七八九十]/u.test(bare);
  if (code !== null && !codeAlone && isTitleLike(bare)) return null;
  return {
    unit,
    entity: entityText && squash(entityText) !== "" ? squash(entityText) : null,
    formCode: code ? squash(code) : null,
  };
}

/** 单位：万 over 元, with whatever stands beside it on the second line. */
const BROKEN_UNIT = /(单位\s*[:：]\s*[亿万千])\s+(\S.*?\s)??元(?=\s|$)/u;
/** The last characters of a name that a narrow column broke. */
const NAME_ENDS = /(?:部门|单位)(?:名称)?\s*[:：]\s*\p{Script=Han}{4,}$/u;
const NAME_GOES_ON = /^\p{Script=Han}{1,10}(?=\s|$)/u;

/** Lines as one text, with what a narrow column broke put together. */
function wholeLines(lines: readonly string[]): string {
  const goesOn = (all: string, line: string) =>
    NAME_ENDS.test(all) && NAME_GOES_ON.test(line) && !isTitleLike(squash(line));
  const text = lines.reduce((all, line) => all + (all === "" || goesOn(all, line) ? "" : " ") + line, "");
  return text.replace(BROKEN_UNIT, (_, unit: string, between = "") => `${between}${unit}元`);
}

export interface Notes {
  readonly notes: readonly string[];
  readonly emptyStatement: string | null;
  readonly blocks: readonly Block[];
}

const NOTE_START = /^(?:注|说明|备注|附注)\s*[:：\d.]?/u;
const EMPTY = /(?:无|没有|未)[^。]*(?:收入|支出|收支|安排|数据|经费|发生)|(?:空表|无数据)/u;

/** Notes below the table: what follows it up to the next title, heading or table. */
export function readNotes(flow: readonly FlowItem[], index: number): Notes {
  const item = flow[index];
  const blocks: Block[] = [];
  const end = item?.type === "grid" ? item.grid.pageEnd : 0;
  for (let i = index + 1; i < flow.length; i++) {
    const next = flow[i];
    if (!next || next.type === "grid") break;
    const { block } = next;
    if (block.kind === "furniture") continue;
    const text = squash(block.text);
    if (block.page > end + 1 || isTitleLike(text) || readFurnitureLine(block.lines)) break;
    const note = NOTE_START.test(text);
    const follows = blocks.length > 0 && block.page === blocks.at(-1)?.page;
    const level = headingOf(text)?.level;
    if (level !== undefined && level < 3) break;
    const aboutEmpty = blocks.length <= 1 && text.length <= 80 && EMPTY.test(text);
    if (!note && !aboutEmpty && !(follows && (/^\d+[.、．]/.test(text) || isRemark(blocks, text)))) break;
    blocks.push(block);
  }
  const notes = blocks.map((block) => squash(block.text));
  return { notes, emptyStatement: emptyStatementOf(notes), blocks };
}

/** The note that says that the form is empty. */
export function emptyStatementOf(notes: readonly string[]): string | null {
  return notes.find((text) => EMPTY.test(text) && !/的,?仍?保留|反映/u.test(normalise(text))) ?? null;
}

/** "无…的，仍保留该表格式，并在本表下方作下述说明：" — a remark of the template among the notes. */
function isRemark(before: readonly Block[], text: string): boolean {
  return before.length > 0 && /[:：]$/.test(text) && /本表|该表/.test(text);
}

/** A note set inside the frame says that it is one: 注：, 说明：, 注1. */
const INNER_NOTE = /^(?:注|说明|备注|附注)\s*[:：\d.]/u;

/** That the form is empty, said in a row of its own: 本部门没有政府性基金预算财政拨款收入，故本表无数据。 */
function saysEmpty(text: string): boolean {
  return EMPTY.test(text) && (/。$/.test(text) || /[本此该]表|空表|无数据/.test(text));
}

/** Notes set inside the ruled frame: last rows that are one cell each, from the one that begins as notes do or is a sentence. */
export function notesOfGrid(grid: Grid): { rows: number; notes: string[] } {
  let rows = grid.rows;
  let notes: string[] = [];
  const texts: string[] = [];
  for (let row = grid.rows - 1; row > 0; row--) {
    const [cell, ...more] = grid.cells.filter((one) => one.row === row && one.text !== "");
    if (!cell) continue;
    const text = squash(cell.text);
    if (more.length > 0 || (cell.columnSpan < grid.columns && !saysEmpty(text))) break;
    texts.unshift(text);
    if (INNER_NOTE.test(text) || text.endsWith("。") || saysEmpty(text)) {
      rows = row;
      notes = [...texts];
    }
  }
  return { rows, notes };
}

export function captionOfGrid(grid: Grid): { titleRows: number; lines: TextLine[] } {
  // A title, unit or entity set inside the ruled frame: leading rows that are one cell, or only furniture.
  let titleRows = 0;
  const lines: TextLine[] = [];
  for (let row = 0; row < Math.min(4, grid.rows - 1); row++) {
    const printed = grid.cells.filter((cell) => cell.row === row && cell.text !== "");
    const whole = printed.length === 1 && printed[0]?.columnSpan === grid.columns;
    const furniture = printed.length > 0 && printed.every((cell) => readFurnitureLine(cell.lines) !== null);
    const title = whole && isTitleLike(squash(printed[0]?.text ?? ""));
    if (!furniture && !title) break;
    titleRows = row + 1;
    lines.push(...printed.flatMap((cell) => cell.lines));
  }
  return { titleRows, lines };
}

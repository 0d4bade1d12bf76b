import type { Grid, SubordinateUnit } from "../../model/index.js";
import { enumeratorOf, normalise, squash } from "../../text/index.js";
import type { Para } from "../tree.js";
import { cellText, columnsByHeader, dataRows } from "./grid-rows.js";

const COLUMNS = {
  no: /^序号$/u,
  name: /^(?:(?:预算|决算)?单位(?:名称)?|名称)$/u,
  remark: /^(?:备注|说明|单位性质|性质)$/u,
};

/** What announces the list of units that the accounts cover. */
const ANNOUNCES =
  /(?:编制范围|预算单位|决算单位|下属单位|所属单位|单位)[^。]*(?:包括|如下|分别[是为]|有)[:]?$|具体包括:?$/u;
const SUB_UNITS = /(?:编制|编报|汇编)范围|预算单位|决算单位|单位\d*[家个]/u;
/** A unit's name ends at the first comma; the rest is a remark. Characters. */
const MAX_NAME = 60;

/** The units listed in a table 序号 | 单位名称 | 备注. */
export function unitsOfGrid(grid: Grid): SubordinateUnit[] | null {
  const columns = columnsByHeader(grid, COLUMNS);
  if (columns?.columns.name === undefined) return null;
  const { name, no, remark } = columns.columns;
  return dataRows(grid, columns.headerRow).flatMap((row) => {
    const unit = cellText(row, name);
    if (unit === "") return [];
    const note = cellText(row, remark);
    const number = cellText(row, no);
    return [{ no: number === "" ? null : number, name: unit, remark: note === "" ? null : note, page: row.page }];
  });
}

/** The units listed as numbered lines, or in one sentence, behind “…包括：”. */
export function unitsOfParagraphs(paragraphs: readonly Para[]): SubordinateUnit[] {
  const units: SubordinateUnit[] = [];
  let listing = false;
  for (const { run, page } of paragraphs) {
    const form = normalise(run.text);
    const found = enumeratorOf(run.text);
    if (listing && found !== null && found.level >= 3 && run.text.length <= 2 * MAX_NAME) {
      const [name = "", remark = ""] = splitName(found.rest);
      if (name !== "")
        units.push({
          no: found.ordinal === null ? null : String(found.ordinal),
          name,
          remark: remark === "" ? null : remark,
          page,
        });
      continue;
    }
    listing = ANNOUNCES.test(form.replace(/。$/u, "")) && SUB_UNITS.test(form);
    if (listing || units.length > 0) continue;
    for (const name of inlineNames(run.text)) units.push({ no: null, name, remark: null, page });
  }
  return units;
}

function splitName(rest: string): readonly [name: string, remark: string] {
  const [, name = "", remark = ""] = /^([^，,。；;]+)[，,。；;]*(.*?)[。；;]?$/u.exec(squash(rest)) ?? [];
  return [name, remark];
}

/** `编制范围的预算单位共2家，具体包括：甲（本级）、乙。` */
function inlineNames(text: string): string[] {
  const [, listed] =
    /(?:编制范围|编报范围|汇编范围|预算单位|决算单位)[^。]*(?:包括|分别是|分别为|有)[:：]([^。；;]{4,})。?$/u.exec(
      text,
    ) ?? [];
  if (listed === undefined) return [];
  const list = listed.replace(/等(?:共?\d+[家个])?(?:[\p{Script=Han}]{0,6}单位)?$/u, "");
  const names = list.split(/[、，,]/u).map((name) => name.trim());
  return names.every((name) => name.length >= 4 && name.length <= MAX_NAME) && !/决算$/u.test(list) ? names : [];
}

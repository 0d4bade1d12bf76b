/** Header texts of a scanned form that were misread are the form's own: the nearest, where one is nearest. */
import { normalise } from "../../text/index.js";
import { type FormDefinition, patternOf } from "../definition.js";
import type { Header } from "./header.js";
import { headerText } from "./match-columns.js";
import { editDistance } from "./snap-rows.js";

/** Of a header text's characters at most this part may be misread: of two none, since 收入 is one from 支入. */
const MISREAD = 0.34;
/** A stamp's or a neighbour's characters around a whole text are at most this part of it. */
const AROUND = 0.5;
/** A text of so many characters inside another is that text. */
const WHOLE = 4;
/** What stands over codes, labels and amounts in every form. */
const COMMON = [
  "项目",
  "科目名称",
  "科目编码",
  "功能分类科目编码",
  "经济分类科目编码",
  "本年收入",
  "本年支出",
  "决算数",
  "预算数",
];

/** The header with misread texts as the form has them; each column keeps what was read. */
export function snapHeader(header: Header, form: FormDefinition): Header {
  const own = form.columns.flatMap(({ path }) => path.flat()).filter((text) => patternOf(text) === null);
  const known = [...new Set([...own, ...COMMON].filter((text) => !text.includes("{year")).map(headerText))];
  const read = new Set(header.columns.flatMap(({ path }) => path.map(headerText)));
  const columns = header.columns.map((column) => {
    const path = column.path.map((text) => nearestText(text, known, read) ?? text);
    if (path.every((text, i) => text === column.path[i])) return column;
    return { ...column, path, normal: path.map(normalise), printed: column.path };
  });
  return { ...header, columns };
}

/** The one known text that a text is near to; null for one that is known itself, near to none, or as near to two. */
function nearestText(printed: string, known: readonly string[], read: ReadonlySet<string>): string | null {
  const text = headerText(printed);
  if (known.includes(text)) return null;
  const ranked = known
    .map((name) => ({ name, distance: editDistance(text, name) }))
    .filter(({ name, distance }) => {
      // A whole text inside a longer one is another column's where that is printed too.
      const isInside = name.length >= WHOLE && text.includes(name) && !read.has(name);
      return distance <= (isInside ? AROUND : MISREAD) * name.length;
    })
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  return best === undefined || best.distance === second?.distance ? null : best.name;
}

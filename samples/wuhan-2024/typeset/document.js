// The whole disclosure as one HTML text.
import { forms } from "./forms.js";
import { glossary } from "./glossary.js";
import { c, esc, h, p, paragraphs, table, td, tr } from "./html.js";
import { narrative, otherMatters } from "./narrative.js";
import { appendix, performanceSection } from "./performance.js";
import { style } from "./style.js";
import { functions, keyWorkIntro } from "./words.js";

/** The table of contents: `{text, level}`, in printed order; no dots, no page numbers (SPEC §1.1, W). */
export function contents({ parts }) {
  const under = [
    ["部门主要职责", "机构设置情况"],
    [
      "收入支出决算总表",
      "收入决算表",
      "支出决算表",
      "财政拨款收入支出决算总表",
      "一般公共预算财政拨款支出决算表",
      "一般公共预算财政拨款基本支出决算明细表",
      "政府性基金预算财政拨款收入支出决算表",
      "国有资本经营预算财政拨款支出决算表",
      "财政拨款“三公”经费支出决算表",
    ],
    [
      "收入支出决算总体情况说明",
      "收入决算情况说明",
      "支出决算情况说明",
      "财政拨款收入支出决算总体情况说明",
      "一般公共预算财政拨款支出决算情况说明",
      "一般公共预算财政拨款基本支出决算情况说明",
      "政府性基金预算财政拨款收入支出决算情况说明",
      "国有资本经营预算财政拨款支出决算情况说明",
      "财政拨款“三公”经费支出决算情况说明",
      "机关运行经费支出说明",
      "政府采购支出说明",
      "国有资产占用情况说明",
      "预算绩效情况说明",
    ],
  ];
  const ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"];
  return parts.flatMap((part, i) => [
    { text: part, level: 0 },
    ...(under[i] ?? []).map((text, j) => ({ text: `${ordinals[j]}、${text}`, level: 1 })),
  ]);
}

/** 7-digit code → `教育支出（类）普通教育（款）学前教育（项）`, by the items of section 五（三）. */
export function itemName(figures) {
  const items = new Map(figures.narrative.generalBudget.detail.items.map((x) => [x.code, x]));
  return (code) => {
    const x = items.get(code);
    if (x === undefined) throw new Error(`no item with code ${code} in figures.json`);
    return `${x.classLabel}（类）${x.sectionLabel}（款）${x.itemLabel}（项）`;
  };
}

function overviewOfDepartment({ entity, subordinateUnits: units }) {
  return [
    h(2, "一、部门主要职责"),
    p(functions),
    h(2, "二、机构设置情况"),
    p(`从单位构成看，${entity}部门决算由实行独立核算的本级决算和${units.length - 1}个下属单位决算组成。`),
    p(`纳入${entity}2024年度部门决算编制范围的二级预算单位包括：`),
    paragraphs(units.map((unit, i) => `${i + 1}.${unit}`)),
  ].join("");
}

function keyWork(rows) {
  return [
    paragraphs(keyWorkIntro),
    table(
      [12, 34, 44, 76],
      [
        tr(["序号", "重要事项", "工作内容及目标", "完成情况"].map((t) => c(t))),
        ...rows.map((x) => tr(c(x.no), td(x.matter), td(x.goal), td(x.result))),
      ],
      { cls: "high" },
    ),
  ].join("");
}

function terms(list) {
  return list
    .map(({ no, term, definition, code }) => {
      if (code !== null) return p(`${no}.${term}：${definition}`);
      return p(definition === "" ? `（${no}）${term}` : `（${no}）${term}：${definition}`);
    })
    .join("");
}

/** The HTML of the sample; needs no browser. */
export function documentHtml(figures) {
  const { document, narrative: f } = figures;
  const part = (i, cls = "page") => h(1, document.parts[i], cls);
  const toc = contents(document).map(({ text, level }) => p(text, level === 0 ? "" : "item"));
  return [
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${esc(document.title)}</title><style>${style}</style></head><body>\n`,
    `<div class="cover">2024年度${esc(document.entity)}<br>部门决算公开</div>\n`,
    `<section class="page toc"><p class="center">目　录</p>${toc.join("")}</section>\n`,
    part(0),
    overviewOfDepartment(document),
    part(1),
    forms(figures.tables),
    part(2),
    narrative(f),
    otherMatters(f, document.entity),
    performanceSection(f.performance, document.entity),
    part(3),
    keyWork(figures.keyWork),
    part(4),
    terms(glossary(itemName(figures))),
    part(5),
    appendix(figures),
    "</body></html>\n",
  ].join("");
}

// The nine tables in the shape of schemas/table.schema.json, without evidence.

const leaf = (...texts) => texts.map((t) => [t]);
const spent = leaf("小计", "基本支出", "项目支出").map(([t]) => ["本年支出", t]);
const fund = (t) => ["支出", "决算数", t];

/** Printed header of every column, from top to bottom, in the order of `columns`. */
const headers = {
  "income-expenditure-summary": { income: [["收入", "金额"]], expenditure: [["支出", "金额"]] },
  "income-by-function": leaf(
    "本年收入合计",
    "财政拨款收入",
    "上级补助收入",
    "事业收入",
    "经营收入",
    "附属单位上缴收入",
    "其他收入",
  ),
  "expenditure-by-function": leaf(
    "本年支出合计",
    "基本支出",
    "项目支出",
    "上缴上级支出",
    "经营支出",
    "对附属单位补助支出",
  ),
  "fiscal-appropriation-summary": {
    income: [["收入", "决算数"]],
    expenditure: ["小计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"].map(fund),
  },
  "general-budget-expenditure": spent,
  "general-budget-basic-expenditure": [["决算数"]],
  "government-fund-budget": [["年初结转和结余"], ["本年收入"], ...spent, ["年末结转和结余"]],
  "state-capital-budget": [["本年支出", "合计"], ...spent.slice(1)],
  "three-public-expenses": ["预算数", "决算数"].flatMap((group) => [
    [group, "合计"],
    [group, "因公出国（境）费"],
    ...["小计", "公务用车购置费", "公务用车运行维护费"].map((t) => [group, "公务用车购置及运行维护费", t]),
    [group, "公务接待费"],
  ]),
};

function columns(form) {
  const head = headers[form.id];
  if (Array.isArray(form.columns)) return form.columns.map((key, i) => ({ key, header: head[i] }));
  return Object.entries(form.columns).flatMap(([side, keys]) =>
    keys.map((key, i) => ({ key, header: head[side][i], side })),
  );
}

/**
 * @param {object[]} forms `tables` of figures.json
 * @param {(title: string, last: string) => {pageStart: number, pageEnd: number}} pagesOf
 */
export function tables(forms, pagesOf) {
  return forms.map((form) => ({
    id: form.id,
    formCode: form.formCode,
    title: form.title,
    entity: form.entity,
    unit: form.unit,
    ...pagesOf(`${form.title}${form.formCode}`, form.notes[0]),
    isEmpty: form.isEmpty,
    emptyStatement: form.emptyStatement,
    columns: columns(form),
    rows: form.rows,
    notes: form.notes,
  }));
}

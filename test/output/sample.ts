import type { Disclosure, Evidence, FormTable, Section } from "../../src/model/index.js";

/** A made-up disclosure with one of everything that the output room treats differently. */
export function sampleDisclosure(): Disclosure {
  return {
    schemaVersion: "1.0",
    generator: { name: "juesuan", version: "0.0.0" },
    source: { file: "某局.pdf", sha256: "0".repeat(64), pages: 4, bytes: 1234, producer: null },
    document: {
      kind: "final-accounts",
      scope: "department",
      fiscalYear: 2024,
      title: "某局2024年度部门决算",
      entity: "某局",
      amountUnit: "万元",
    },
    status: "partial",
    toc: [{ text: "一、收入支出决算总表", level: 1, page: 1 }],
    coverage: { glyphs: 10, cells: 5, narrative: 3, headings: 1, furniture: 1, unplaced: 0 },
    tables: [summary(), byFunction(), { ...byFunction(), pageStart: 3, pageEnd: 3 }, unrecognised()],
    sections: [overview()],
    performance: [performance()],
    missing: ["three-public-expenses"],
    findings: [
      {
        rule: "F02.total",
        severity: "error",
        message: "the rows do not add up",
        place: { page: 2, table: "income-by-function", row: "total", column: "total" },
        actual: "10.00",
        expected: "11.00",
        tolerance: "0.01",
        operands: [
          { place: { page: 2, table: "income-by-function", row: "2080101", column: "total" }, value: "11.00" },
        ],
        note: null,
      },
    ],
  };
}

export function evidence(text: string, page: number): Evidence {
  return { text, page, box: [10, 20.5, 30, 40.25], source: "text" };
}

function summary(): FormTable {
  return {
    id: "income-expenditure-summary",
    formCode: null,
    title: "2024年度收入支出决算总表",
    entity: "某局",
    unit: "万元",
    pageStart: 1,
    pageEnd: 1,
    isEmpty: false,
    emptyStatement: null,
    columns: [
      { key: "amount", header: ["收入", "决算数"], side: "income" },
      { key: "total", header: ["支出", "小计"], side: "expenditure" },
    ],
    rows: [
      {
        key: "income.a",
        code: null,
        level: null,
        label: '一、"甲",乙',
        role: "item",
        side: "income",
        values: { amount: "1234.50" },
        evidence: { amount: evidence("1,234.50", 1) },
      },
      {
        key: "expenditure.a",
        code: null,
        level: null,
        label: null,
        role: "item",
        side: "expenditure",
        page: 1,
        values: { total: null },
        evidence: {},
      },
    ],
    notes: [],
  };
}

function byFunction(): FormTable {
  return {
    ...summary(),
    id: "income-by-function",
    formCode: "公开02表",
    pageStart: 2,
    pageEnd: 2,
    columns: [
      { key: "total", header: ["本年收入合计"] },
      { key: "other", header: ["其他收入"] },
    ],
    rows: [
      {
        key: "2080101",
        code: "2080101",
        level: "项",
        label: "行政运行",
        role: "item",
        values: { total: "0.00", other: null },
        evidence: { total: { ...evidence("0.00", 2), source: "ocr", confidence: 0.91, engine: "made-up" } },
      },
    ],
  };
}

function unrecognised(): FormTable {
  return {
    ...summary(),
    id: "unrecognised-1",
    columns: [{ key: "c1", header: [] }],
    rows: [],
    grid: {
      rows: 1,
      columns: 1,
      cells: [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: "x", page: 4, box: [0, 0, 1, 1] }],
    },
  };
}

function overview(): Section {
  const inner: Section = {
    ...emptySection("general-budget.detail"),
    facts: [
      { path: "b", value: null, unit: null, kind: "text", period: null, quote: "无", page: 4, box: [0, 0, 1, 1] },
    ],
  };
  return {
    ...emptySection("general-budget"),
    paragraphs: [{ text: "收入\n1,234.50万元。", page: 3, box: [0, 0, 1, 1] }],
    sections: [inner],
    facts: [
      {
        path: "total.amount",
        value: "1234.50",
        unit: "万元",
        kind: "amount",
        period: "2024",
        quote: "收入\n1,234.50万元",
        page: 3,
        box: [0, 0, 1, 1],
      },
    ],
  };
}

function emptySection(id: string): Section {
  return {
    id,
    heading: "五、情况说明",
    level: 1,
    pageStart: 3,
    pageEnd: 4,
    paragraphs: [],
    sections: [],
    facts: [],
    unexplained: [],
  };
}

function performance(): Disclosure["performance"][number] {
  return {
    id: "project-1",
    kind: "project",
    title: "项目自评表",
    entity: null,
    filledOn: null,
    pageStart: 4,
    pageEnd: 4,
    execution: null,
    goals: [],
    indicators: [],
    totalScore: "98.5",
    deviationReasons: [],
    improvements: [],
    notes: [],
  };
}

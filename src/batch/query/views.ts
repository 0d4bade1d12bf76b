/**
 * Ready-made views on a collection. Amounts are in 元 and exact. A code tree is printed with its sums (类, 款) beside its
 * items (项): each view takes one level, so that nothing is counted twice.
 */

interface View {
  readonly about: string;
  readonly sql: string;
}

/** A cell that a view shows: its form, row and column by their canonical keys. */
type Cell = readonly [form: string, row: string, column: string];

const SUMMARY = "income-expenditure-summary";
const FISCAL = "fiscal-appropriation-summary";
const DOCUMENT = "document, kind, entity, fiscal_year";
/** The values with their document's kind: a budget is never added to final accounts unseen. */
const FIGURES = '(SELECT v.*, d.kind FROM "values" v JOIN documents d USING (document))';

/** The cell of each document, NULL where it is blank; of one that is printed twice (a form over two tables), the first. */
function cell([form, row, column]: Cell): string {
  return `min_by(amount_yuan, "table") FILTER (form = '${form}' AND row_key = '${row}' AND "column" = '${column}')`;
}

function wide(cells: Readonly<Record<string, Cell>>): string {
  const columns = Object.entries(cells).map(([name, at]) => `${cell(at)} AS ${name}`);
  const forms = [...new Set(Object.values(cells).map(([form]) => `'${form}'`))];
  return `SELECT ${DOCUMENT}, ${columns.join(", ")} FROM ${FIGURES} WHERE form IN (${forms.join(", ")})
    GROUP BY ${DOCUMENT} ORDER BY entity, fiscal_year, document`;
}

const BY_YEAR: Readonly<Record<string, Cell>> = {
  income: [SUMMARY, "income.currentYearIncomeTotal", "amount"],
  expenditure: [SUMMARY, "expenditure.currentYearExpenditureTotal", "amount"],
  basic: ["expenditure-by-function", "total", "basic"],
  project: ["expenditure-by-function", "total", "project"],
  closing_balance: [SUMMARY, "expenditure.closingBalance", "amount"],
  grand_total: [SUMMARY, "expenditure.grandTotal", "amount"],
  fiscal_appropriation: [FISCAL, "income.currentYearIncomeTotal", "amount"],
  general_budget_expenditure: ["general-budget-expenditure", "total", "total"],
};

const THREE_PUBLIC_ITEMS = {
  total: "total",
  abroad: "abroad",
  vehicles: "vehicleSubtotal",
  vehicle_purchase: "vehiclePurchase",
  vehicle_operation: "vehicleOperation",
  reception: "reception",
} as const;

/** `budget.total` in a form of one row; `total` in a list. */
const threePublic = Object.entries(THREE_PUBLIC_ITEMS).flatMap(([name, key]) =>
  ["budget", "final"].map((phase) => {
    return `min_by(amount_yuan, "table") FILTER ("column" = '${phase}.${key}') AS ${name}_${phase}`;
  }),
);

/** The same figure in the forms that print it. */
const SIDE_BY_SIDE: readonly { figure: string; cells: readonly (readonly [place: string, ...cell: Cell])[] }[] = [
  {
    figure: "income",
    cells: [
      ["f01", SUMMARY, "income.currentYearIncomeTotal", "amount"],
      ["f02", "income-by-function", "total", "total"],
    ],
  },
  {
    figure: "expenditure",
    cells: [
      ["f01", SUMMARY, "expenditure.currentYearExpenditureTotal", "amount"],
      ["f03", "expenditure-by-function", "total", "total"],
    ],
  },
  {
    figure: "fiscal appropriation",
    cells: [
      ["f02", "income-by-function", "total", "fiscalAppropriation"],
      ["f04", FISCAL, "income.currentYearIncomeTotal", "amount"],
    ],
  },
  {
    figure: "general budget expenditure",
    cells: [
      ["f04", FISCAL, "expenditure.currentYearExpenditureTotal", "generalPublicBudget"],
      ["f05", "general-budget-expenditure", "total", "total"],
    ],
  },
  {
    figure: "general budget basic expenditure",
    cells: [
      ["f05", "general-budget-expenditure", "total", "basic"],
      ["f06", "general-budget-basic-expenditure", "personnelTotal", "amount"],
      ["f06", "general-budget-basic-expenditure", "publicTotal", "amount"],
    ],
  },
  {
    figure: "government fund expenditure",
    cells: [
      ["f04", FISCAL, "expenditure.currentYearExpenditureTotal", "governmentFund"],
      ["f07", "government-fund-budget", "total", "expenditureTotal"],
    ],
  },
  {
    figure: "state capital expenditure",
    cells: [
      ["f04", FISCAL, "expenditure.currentYearExpenditureTotal", "stateCapital"],
      ["f08", "state-capital-budget", "total", "expenditureTotal"],
    ],
  },
];
const PLACES = ["f01", "f02", "f03", "f04", "f05", "f06", "f07", "f08"] as const;

const figures = SIDE_BY_SIDE.flatMap(({ figure, cells }) =>
  cells.map((fields) => `(${[figure, ...fields].map((field) => `'${field}'`).join(", ")})`),
);

export const VIEWS: Readonly<Record<string, View>> = {
  by_year: {
    about: "one row per document: income, expenditure, basic, project, balance, appropriation",
    sql: wide(BY_YEAR),
  },
  by_class: {
    about: "expenditure by functional class (类): all funds, fiscal appropriation, general public budget",
    sql: `SELECT ${DOCUMENT}, functional_code AS class, regexp_replace(min(label), '^[^、]*、', '') AS class_name,
        min_by(amount_yuan, "table") FILTER (form = '${SUMMARY}' AND "column" = 'amount') AS yuan,
        min_by(amount_yuan, "table") FILTER (form = '${FISCAL}' AND "column" = 'total') AS fiscal_appropriation,
        min_by(amount_yuan, "table") FILTER (form = '${FISCAL}' AND "column" = 'generalPublicBudget') AS general_budget
      FROM ${FIGURES} WHERE form IN ('${SUMMARY}', '${FISCAL}') AND length(functional_code) = 3
      GROUP BY ${DOCUMENT}, functional_code ORDER BY entity, fiscal_year, document, class`,
  },
  three_public: {
    about: "三公 expenses per document: budget and final, with the budget's phase (年初 approved, 全年 adjusted)",
    sql: `SELECT ${DOCUMENT}, any_value(phase) FILTER ("column" LIKE 'budget.%') AS budget_phase, ${threePublic.join(", ")}
      FROM ${FIGURES} WHERE form = 'three-public-expenses' GROUP BY ${DOCUMENT} ORDER BY entity, fiscal_year, document`,
  },
  forms_side_by_side: {
    about: "the same figure in forms 01–08, and how far apart they are",
    sql: `WITH places(figure, place, form, row_key, "column") AS (VALUES ${figures.join(", ")}),
      printed AS (SELECT ${DOCUMENT}, figure, place, min_by(amount_yuan, "table") AS yuan
        FROM ${FIGURES} JOIN places USING (form, row_key, "column") GROUP BY ${DOCUMENT}, figure, place, row_key),
      cells AS (SELECT ${DOCUMENT}, figure, place, sum(yuan) AS yuan FROM printed GROUP BY ALL)
      SELECT ${DOCUMENT}, figure, ${PLACES.map((place) => `any_value(yuan) FILTER (place = '${place}') AS ${place}`).join(", ")},
        max(yuan) - min(yuan) AS apart
      FROM cells GROUP BY ${DOCUMENT}, figure HAVING count(yuan) > 0 ORDER BY entity, fiscal_year, document, figure`,
  },
};

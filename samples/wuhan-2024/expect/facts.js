// Narrative figures → facts: path, value, unit, kind, period, section. Paths are those of SPEC §4 as the corpus truths use them;
// lists without a natural key (project uses, key outputs, projects) are numbered by position from 1.

const YEAR = "2024";

const fact =
  (kind, unit) =>
  (section, path, value, period = YEAR) =>
    value === null || value === undefined ? [] : [{ section, path, value: String(value), unit, kind, period }];

const amount = fact("amount", "万元");
const percent = fact("percent", "%");
const text = fact("text", null);
const direction = fact("direction", null);
const date = fact("date", null);
const boolean = fact("boolean", null);
const score = fact("score", "分");
const count = (unit) => fact("count", unit);

const comparison = (section, path, x) => [
  direction(section, `${path}.comparison.direction`, x.direction),
  amount(section, `${path}.comparison.delta`, x.delta),
  percent(section, `${path}.comparison.pct`, x.pct),
];

const total = (section, path, x) => [
  amount(section, `${path}.total`, x.total.amount),
  comparison(section, path, x.comparison),
  text(section, `${path}.reason`, x.reason),
  (x.components ?? []).flatMap((k) => [
    amount(section, `${path}.components[${k.key}].amount`, k.amount),
    percent(section, `${path}.components[${k.key}].share`, k.share),
  ]),
];

function generalBudget({ overall, structure, detail }) {
  const [a, b, c] = ["overall", "structure", "detail"].map((s) => `general-budget.${s}`);
  const root = "generalBudget";
  return [
    amount(a, `${root}.overall.amount`, overall.amount),
    percent(a, `${root}.overall.shareOfTotalExpenditure`, overall.shareOfTotalExpenditure),
    amount(a, `${root}.overall.priorAmount`, overall.priorAmount, String(overall.comparison.year)),
    comparison(a, `${root}.overall`, overall.comparison),
    text(a, `${root}.overall.reason`, overall.reason),
    amount(b, `${root}.structure.total`, overall.amount),
    structure.map((x) => [
      amount(b, `${root}.structure[${x.classCode}].amount`, x.amount),
      percent(b, `${root}.structure[${x.classCode}].share`, x.share),
    ]),
    amount(c, `${root}.detail.openingBudget`, detail.openingBudget),
    amount(c, `${root}.detail.final`, detail.final),
    percent(c, `${root}.detail.completionPct`, detail.completionPct),
    amount(c, `${root}.detail.basic`, detail.basic),
    amount(c, `${root}.detail.project`, detail.project),
    detail.projectUses.map((x, i) => [
      text(c, `${root}.detail.projectUses[${i + 1}].label`, x.label),
      amount(c, `${root}.detail.projectUses[${i + 1}].amount`, x.amount),
    ]),
    detail.items.map((x) => {
      const at = `${root}.detail.items[${x.no}]`;
      return [
        text(c, `${at}.label`, x.itemLabel),
        amount(c, `${at}.openingBudget`, x.openingBudget),
        amount(c, `${at}.final`, x.final),
        percent(c, `${at}.completionPct`, x.completionPct),
        direction(c, `${at}.direction`, x.direction),
        text(c, `${at}.reason`, x.reason),
      ];
    }),
  ];
}

function basic(x) {
  const s = "general-budget-basic";
  const part = (key) => [
    amount(s, `basic.${key}.amount`, x[key].amount),
    text(s, `basic.${key}.items`, x[key].items.join("、")),
  ];
  return [amount(s, "basic.amount", x.amount), part("personnel"), part("publicExpense")];
}

function threePublic({ overall, abroad, vehicle, reception }) {
  const [a, b] = ["three-public.overall", "three-public.detail"];
  const done = (section, key, x) => [
    amount(section, `threePublic.${key}.budget`, x.budget),
    amount(section, `threePublic.${key}.final`, x.final),
    percent(section, `threePublic.${key}.completionPct`, x.completionPct),
    x.comparison ? comparison(section, `threePublic.${key}`, x.comparison) : [],
  ];
  return [
    done(a, "overall", overall),
    direction(a, "threePublic.overall.direction", overall.direction),
    text(a, "threePublic.overall.reason", overall.reason),
    done(b, "abroad", abroad),
    text(b, "threePublic.abroad.reason", abroad.reason),
    count("个")(b, "threePublic.abroad.delegations", abroad.delegations),
    count("人次")(b, "threePublic.abroad.personTimes", abroad.personTimes),
    done(b, "vehicle", vehicle),
    amount(b, "threePublic.vehicle.purchase.amount", vehicle.purchase.amount),
    count("辆")(b, "threePublic.vehicle.purchase.count", vehicle.purchase.count),
    amount(b, "threePublic.vehicle.operation.amount", vehicle.operation.amount),
    count("辆")(b, "threePublic.vehicle.holdings", vehicle.holdings),
    date(b, "threePublic.vehicle.holdingsAsOf", vehicle.holdingsAsOf),
    done(b, "reception", reception),
    count("个")(b, "threePublic.reception.domesticGroups", reception.domesticGroups),
    count("人次")(b, "threePublic.reception.domesticPersonTimes", reception.domesticPersonTimes),
  ];
}

function procurement(x) {
  const s = "procurement";
  const money = ["total", "goods", "works", "services", "smeContracts", "microContracts"];
  const shares = ["smeShareOfTotal", "microShareOfSme", "smeShareOfGoods", "smeShareOfWorks", "smeShareOfServices"];
  return [
    money.map((key) => amount(s, `procurement.${key}`, x[key])),
    shares.map((key) => percent(s, `procurement.${key}`, x[key])),
  ];
}

function assets(x) {
  const s = "assets";
  return [
    date(s, "assets.asOf", x.asOf),
    Object.entries(x.vehicles).map(([key, value]) => count("辆")(s, `assets.vehicles.${key}`, value)),
    count("台（套）")(s, "assets.equipmentOver1M", x.equipmentOver1M),
  ];
}

function performance(x) {
  const s = "performance";
  const d = x.department;
  const at = "performance.department";
  const money = ["amount", "openingBudget", "adjustedBudget", "final", "basic", "project"];
  return [
    count("个")(s, "performance.selfEvaluatedProjects", x.selfEvaluatedProjects),
    amount(s, "performance.selfEvaluatedAmount", x.selfEvaluatedAmount),
    percent(s, "performance.shareOfProjectExpenditure", x.shareOfProjectExpenditure),
    count("个")(s, `${at}.unitsEvaluated`, d.unitsEvaluated),
    money.map((key) => amount(s, `${at}.${key}`, d[key])),
    percent(s, `${at}.executionRatePct`, d.executionRatePct),
    count("个")(s, `${at}.indicatorsSet`, d.indicatorsSet),
    count("个")(s, `${at}.indicatorsAchieved`, d.indicatorsAchieved),
    score(s, `${at}.selfScore`, d.selfScore),
    x.keyOutputs.map((k, i) => [
      text(s, `performance.keyOutputs[${i + 1}].label`, k.label),
      (k.unit === "%" ? percent : count(k.unit))(s, `performance.keyOutputs[${i + 1}].value`, k.value),
    ]),
    x.projects.map((p) => [
      text(s, `performance.projects[${p.no}].name`, p.name),
      amount(s, `performance.projects[${p.no}].budget`, p.budget),
      amount(s, `performance.projects[${p.no}].executed`, p.executed),
      percent(s, `performance.projects[${p.no}].ratePct`, p.ratePct),
    ]),
  ];
}

/** @param {object} f `narrative` of figures.json */
export function facts(f) {
  const general = f.fiscalAppropriation.incomeComponents[0];
  const at = `fiscalAppropriation.incomeComponents[${general.key}]`;
  return [
    total("overview", "overview", f.overview),
    total("income", "income", f.income),
    total("expenditure", "expenditure", f.expenditure),
    total("fiscal-appropriation", "fiscalAppropriation", f.fiscalAppropriation),
    amount("fiscal-appropriation", `${at}.amount`, general.amount),
    comparison("fiscal-appropriation", at, general.comparison),
    generalBudget(f.generalBudget),
    basic(f.basic),
    boolean("government-fund", "governmentFund.isEmpty", f.governmentFund.isEmpty),
    boolean("state-capital", "stateCapital.isEmpty", f.stateCapital.isEmpty),
    threePublic(f.threePublic),
    amount("agency-operation", "agencyOperation.amount", f.agencyOperation.amount),
    comparison("agency-operation", "agencyOperation", f.agencyOperation.comparison),
    text("agency-operation", "agencyOperation.reason", f.agencyOperation.reason),
    procurement(f.procurement),
    assets(f.assets),
    performance(f.performance),
  ].flat(Number.POSITIVE_INFINITY);
}

// Part three, sections 一–九: the fixed sentences of SPEC §4 (Wuhan phrasing) around the figures.
import { bars, pie } from "./charts.js";
import { amount, h, p, paragraphs, wan } from "./html.js";
import { projectUses, structureUses, threePublic as words } from "./words.js";

const year = 2024;
const up = { increase: "增加", decrease: "减少", greater: "大于", less: "小于" };
const prior = (total, comparison) => Number(total) - Number(comparison.delta);

function overview(f) {
  const { total, comparison, reason } = f;
  return [
    p(
      `${year}年度收、支总计${wan(total.amount)}。与${comparison.year}年度相比，收、支总计各增加${wan(comparison.delta)}，` +
        `增长${comparison.pct}%，主要原因是${reason}。`,
    ),
    bars("图 1: 收、支决算总计变动情况", [year - 1, year], [prior(total.amount, comparison), Number(total.amount)]),
  ].join("");
}

function side(f, name, share) {
  const { total, comparison, reason, components } = f;
  const parts = components.map((x) => `${x.label}${wan(x.amount)}，占${share}${x.share}%`).join("；");
  return p(
    `${year}年度${name}合计${wan(total.amount)}，与${comparison.year}年度相比，${name}合计增加${wan(comparison.delta)}，` +
      `增长${comparison.pct}%，主要原因是${reason}。其中：${parts}。`,
  );
}

function fiscalAppropriation(f) {
  const { total, comparison, reason, incomeComponents } = f;
  const general = incomeComponents[0];
  return [
    p(
      `${year}年度财政拨款收、支总计分别是${wan(total.amount)}。与${comparison.year}年度相比，财政拨款收、支总计各增加` +
        `${wan(comparison.delta)}，增长${comparison.pct}%。主要原因是${reason}。`,
    ),
    p(
      `${year}年度财政拨款收入中，一般公共预算财政拨款收入${wan(general.amount)}，比${general.comparison.year}年度决算数增加` +
        `${wan(general.comparison.delta)}，增加的缘由与收支总计相同。`,
    ),
    bars(
      "图 4: 财政拨款收、支决算总计变动情况",
      [year - 1, year],
      [prior(total.amount, comparison), Number(total.amount)],
    ),
  ].join("");
}

function generalBudgetItem(x) {
  const budget =
    x.openingBudgetStatus === "none"
      ? "年初无预算安排"
      : `年初预算${Number(x.openingBudget) < 350 && x.no % 2 === 0 ? "" : "为"}${wan(x.openingBudget)}`;
  const rate = x.completionPct === null ? "" : `，完成年初预算的${x.completionPct}%`;
  const stop = x.no % 3 === 2 ? "。" : "，";
  const reason = x.direction === null ? "" : `${stop}支出决算数${up[x.direction]}年初预算数的主要原因是${x.reason}`;
  return p(
    `${x.no}.${x.classLabel}（类）${x.sectionLabel}（款）${x.itemLabel}（项）。${budget}，支出决算为${wan(x.final)}${rate}${reason}。`,
  );
}

function generalBudget(f) {
  const { overall, structure, detail } = f;
  const structureLine = (x) =>
    x.share === null
      ? `${x.no}.${x.classLabel.replace(/支出$/, "")}（类）支出${wan(x.amount)}，主要用于${structureUses[x.classCode]}。`
      : `${x.no}.${x.classLabel}（类）${wan(x.amount)}，占${x.share}%。主要用于${structureUses[x.classCode]}。`;
  return [
    h(3, "（一）一般公共预算财政拨款支出决算总体情况"),
    p(
      `${year}年度一般公共预算财政拨款支出${wan(overall.amount)}，占本年支出合计的${overall.shareOfTotalExpenditure}%。` +
        `与${overall.comparison.year}年度${wan(overall.priorAmount)}相比，一般公共预算财政拨款支出增加` +
        `${wan(overall.comparison.delta)}，增长${overall.comparison.pct}%。主要原因是${overall.reason}。`,
    ),
    h(3, "（二）一般公共预算财政拨款支出决算结构情况"),
    p(`${year}年度一般公共预算财政拨款支出${wan(overall.amount)}，主要用于以下方面：`),
    paragraphs(structure.map(structureLine)),
    h(3, "（三）一般公共预算财政拨款支出决算具体情况"),
    p(
      `${year}年度一般公共预算财政拨款支出年初预算为${wan(detail.openingBudget)}，支出决算为${wan(detail.final)}，` +
        `完成年初预算的${detail.completionPct}%。其中：基本支出${wan(detail.basic)}，项目支出${wan(detail.project)}。` +
        "项目支出主要用于：",
    ),
    paragraphs(detail.projectUses.map((x, i) => `${x.label}${wan(x.amount)}，主要用于${projectUses[i]}。`)),
    p("一般公共预算财政拨款支出按支出功能分类，具体情况为："),
    detail.items.map(generalBudgetItem).join(""),
  ].join("");
}

function basic(f) {
  const list = (name, x) => p(`${name}${wan(x.amount)}，主要包括：${x.items.join("、")}。`);
  return [
    p(`${year}年度一般公共预算财政拨款基本支出${wan(f.amount)}，其中：`),
    list("人员经费", f.personnel),
    list("公用经费", f.publicExpense),
  ].join("");
}

function threePublic(f) {
  const { overall, abroad, vehicle, reception } = f;
  const done = (x) => `全年预算为${wan(x.budget)}，支出决算为${wan(x.final)}，完成全年预算的${x.completionPct}%`;
  const asOf = vehicle.holdingsAsOf.split("-").map(Number);
  return [
    h(3, "（一）“三公”经费财政拨款支出决算总体情况说明"),
    p(`${year}年度“三公”经费财政拨款支出${done(overall)}。决算数小于预算数的主要原因是${overall.reason}。`),
    h(3, "（二）“三公”经费财政拨款支出决算具体情况说明"),
    p(
      `1.因公出国（境）费${done(abroad)}，较上年增加${wan(abroad.comparison.delta)}。决算数较上年增加的主要原因是${abroad.reason}。` +
        `全年支出涉及出国（境）团组${abroad.delegations}个，累计${abroad.personTimes}人次，${words.abroad}`,
    ),
    p(
      `2.公务用车购置及运行费${done(vehicle)}；较上年增加${wan(vehicle.comparison.delta)}，增长${vehicle.comparison.pct}%。` +
        `${words.vehicle}其中：`,
    ),
    p(`（1）公务用车购置费支出${wan(vehicle.purchase.amount)}，主要是本年度更新公务用车${vehicle.purchase.count}辆。`),
    p(
      `（2）公务用车运行费支出${wan(vehicle.operation.amount)}，主要用于${words.vehicleOperation}` +
        `截至${asOf[0]}年${asOf[1]}月${asOf[2]}日，开支财政拨款的公务用车保有量为${vehicle.holdings}辆。`,
    ),
    p(
      `3.公务接待费${done(reception)}，较上年减少${wan(reception.comparison.delta)}，下降${reception.comparison.pct}%。${words.reception}` +
        `共接待国内来访团组${reception.domesticGroups}个，${reception.domesticPersonTimes}人次（不包括陪同人员）。`,
    ),
  ].join("");
}

/** Sections 一–九 as HTML, with their headings. */
export function narrative(f) {
  return [
    h(2, "一、收入支出决算总体情况说明"),
    overview(f.overview),
    h(2, "二、收入决算情况说明"),
    side(f.income, "收入", "本年收入"),
    pie("图 2: 收入决算结构", f.income.components),
    h(2, "三、支出决算情况说明"),
    side(f.expenditure, "支出", "本年支出"),
    pie("图 3: 支出决算结构", f.expenditure.components),
    h(2, "四、财政拨款收入支出决算总体情况说明"),
    fiscalAppropriation(f.fiscalAppropriation),
    h(2, "五、一般公共预算财政拨款支出决算情况说明"),
    generalBudget(f.generalBudget),
    h(2, "六、一般公共预算财政拨款基本支出决算情况说明"),
    basic(f.basic),
    h(2, "七、政府性基金预算财政拨款收入支出决算情况说明"),
    p("本部门当年无政府性基金预算财政拨款收入支出。"),
    h(2, "八、国有资本经营预算财政拨款支出决算情况说明"),
    p("本部门当年无国有资本经营预算财政拨款支出。"),
    h(2, "九、财政拨款“三公”经费支出决算情况说明"),
    threePublic(f.threePublic),
  ].join("");
}

/** Sections 十–十二 as HTML, with their headings. */
export function otherMatters(f, entity) {
  const { agencyOperation: a, procurement: b, assets } = f;
  const { vehicles } = assets;
  const asOf = assets.asOf.split("-").map(Number);
  return [
    h(2, "十、机关运行经费支出说明"),
    p(
      `${year}年度${entity}机关运行经费支出${wan(a.amount)}，比年初预算数减少${wan(a.comparison.delta)}，` +
        `降低${a.comparison.pct}%。主要原因是${a.reason}。`,
    ),
    h(2, "十一、政府采购支出说明"),
    p(
      `${year}年度${entity}政府采购支出总额${wan(b.total)}，其中：政府采购货物支出${wan(b.goods)}、` +
        `政府采购工程支出${wan(b.works)}、政府采购服务支出${wan(b.services)}。授予中小企业合同金额${wan(b.smeContracts)}，` +
        `占政府采购支出总额的${b.smeShareOfTotal}%。其中：授予小微企业合同金额${wan(b.microContracts)}，` +
        `占授予中小企业合同金额的${b.microShareOfSme}%；货物采购授予中小企业合同金额占货物支出金额的${b.smeShareOfGoods}%，` +
        `工程采购授予中小企业合同金额占工程支出金额的${b.smeShareOfWorks}%，` +
        `服务采购授予中小企业合同金额占服务支出金额的${b.smeShareOfServices}%。`,
    ),
    h(2, "十二、国有资产占用情况说明"),
    p(
      `截至${asOf[0]}年${asOf[1]}月${asOf[2]}日，${entity}共有车辆${amount(vehicles.total)}辆，其中，` +
        `机要通信用车${vehicles.confidentialCommunication}辆，应急保障用车${vehicles.emergency}辆、` +
        `特种专业技术用车${vehicles.specialTechnical}辆、离退休干部用车${vehicles.retiredCadre}辆、` +
        `公务用车${vehicles.officialUse}辆。单价100万元（含）以上设备${assets.equipmentOver1M}台（套）。`,
    ),
  ].join("");
}

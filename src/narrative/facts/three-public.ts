import { defineFacts, measures, mention, type Subject } from "./section-facts.js";
import { AMOUNT } from "./template.js";

/** What is spent of a budget is its completion, no share of a whole. */
const NO_BUDGET = "(?!(?:年初|全年|调整后?|年度)?预算)";

/** Budget, final and completion of one kind, in the sentences of both sub-sections. */
const MONEY = measures(
  "(?:^|年初)?年初预算(?:数|安排)?(?:数)?(?:为|是)?{.budget:amt}",
  "(?:全年|调整|调整后)预算(?:数)?(?:为|是)?{.budget:amt}",
  // Where both budgets are printed, the opening one stands first and is the budget.
  "(?:全年|调整|调整后)预算(?:数)?(?:为|是)?{.fullYearBudget:amt}",
  "(?<=[,。])预算(?:数)?(?:为|是){.budget:amt}",
  "^[^,;。\\d]{0,8}预算(?:数|安排|支出)*(?:为|是)?{.budget:amt}",
  "(?:支出)?决算(?:数(?:为|是)?|为|是){.final:amt}",
  "(?:支出决算|(?<=20\\d\\d年度?)决算|决算数)(?:数)?(?:合计)?{.final:amt}(?!,占)",
  "(?:,|本年|实际)(?:实际)?支出(?:为)?{.final:amt}",
  `(?:支出|决算)*(?:数)?(?:为|是)?{.structureAmount:amt},占${NO_BUDGET}[^,;。\\d]{0,16}{.share:pct}`,
  `(?<=^|[,;。:(])占(?:比)?${NO_BUDGET}[^,;。\\d]{0,16}{.share:pct}`,
  "占(?:年初|全年|调整|调整后)?预算(?:数)?的?{.completionPct:pct}",
  "完成(?:年初|全年|调整|调整后)?预算(?:数)?的?{.completionPct:pct}",
  "完成(?:年初|全年|调整|调整后)?预算(?:数)?{.budget:amt}的{.completionPct:pct}",
  "为(?:年初|全年|调整|调整后)?预算(?:数)?的{.completionPct:pct}",
  "^(?:财政拨款)?(?:支出|费用|决算)*(?:数)?(?:为|是|共)?(?:计)?{.amount:amt}",
);

const COMPARED = [".final", ".amount", ".budget", ".structureAmount"];

const kind = (path: string, name: string, extra: readonly string[] = []): Subject => ({
  path: `threePublic.${path}`,
  mention: mention(name),
  measures: [...MONEY, ...measures(...extra)],
  compared: COMPARED,
  whole: true,
});

/** Not behind a word for guests from abroad in the same part of the sentence. */
const HOME = "接待(?<!(?:外宾|外事|境\\)外)[^,;。:\\n]{0,6}接待|(?:外宾|外事|境\\)外)[^;。:\\n]{0,30},接待)";

/** In the sentence of the vehicles their two parts may be named in short: 其中购置费10万元;运行维护费20万元. */
const SHORT = "(?<=公务用?车购置(?:费用|费)?[及和、]运行[^\\n]{0,90}[,;、。:中])";

const GROUPS = "(?:个|批|批次|团组|次)?";

const MEETING: Subject = {
  ...kind("meeting", "会议费", [
    "(?:召开|举办)(?:各类)?会议{.count:count}",
    "参加会议(?:人[数次])?{.personTimes:count}",
    "(?<=,)人数(?:为|共)?{.personTimes:count}",
  ]),
  path: "meetingExpense",
};

const TRAINING: Subject = {
  ...kind("training", "培训费", [
    "(?:组织|举办)(?:各类)?培训(?:班)?{.count:count}(?<!人|人次)",
    "(?:组织|参加)培训(?:人[数次])?{.personTimes:count}(?<=人次?)",
    "(?<=,)人数(?:为|共)?{.personTimes:count}",
  ]),
  path: "trainingExpense",
};

/** 会议费和培训费, where they have a section of their own. */
export const meetingAndTraining = defineFacts({
  sections: ["meeting-and-training"],
  subjects: [MEETING, TRAINING],
});

/** 财政拨款“三公”经费支出决算情况: overall and detail (SPEC §4 `threePublic`). */
export default defineFacts({
  sections: ["three-public"],
  start: { path: "threePublic.overall", measures: MONEY, compared: COMPARED },
  subjects: [
    kind("overall", '"?三公"{0,2}经费'),
    kind("abroad", "(?<!人均)因公出国\\(境\\)(?:费用|经费|费)?(?!团组|人次)", [
      `团组(?:数)?(?:为|共)?{.delegations:count}`,
      "^(?:共计?|累计)?{.delegations:count}(?:团组)?[、,](?:累计)?{.personTimes:count}(?<=人次?)",
      "(?:累计|因公出国\\(境\\)(?:人次数?)?)(?:为)?{.personTimes:count}",
      "^(?:人次数?)?(?:共计?|累计)?{.personTimes:count}(?<=人次?)",
    ]),
    kind("vehicle", "公务用?车购置(?:费用|费)?(?:及|和|、)?运行(?:维护)?(?:费用|费)?"),
    kind(
      "vehicle.purchase",
      `公务用?车购置(?:费用|费)?(?!及|和|、?运行|数)|${SHORT}购置费(?=(?:支出)?(?:为)?${AMOUNT})`,
      ["(?:更新|购置|新购)(?:置)?(?:公务用车|车辆)(?:数量?)?(?:为)?{.count:count}", "购置的?{.count:count}公务用车"],
    ),
    kind(
      "vehicle.operation",
      `公务用?车运行(?:维护)?(?:费用|费)?|${SHORT}运行(?:维护)?费(?=(?:支出)?(?:为)?${AMOUNT})`,
    ),
    kind("reception", "公务接待费(?:用)?", []),
    kind("reception.domestic", `国内(?:公务)?接待费?(?=支出|(?:为)?${AMOUNT})`),
    // Printed beside the three in Jiangsu and Shaanxi.
    MEETING,
    TRAINING,
  ],
  statements: measures(
    "(?:外宾|外事)接待(?:费)?支出(?:为)?{/threePublic.reception.foreign.amount:amt}",
    "参加其[他它](?:单位|部门)(?:组织)?的?(?:因公)?(?:出国\\(境\\))?团组{/threePublic.abroad.joinedDelegations:count}",
    "(?:支持|安排|组织|派出){/threePublic.abroad.delegations:count}团组(?:[、,](?:累计)?{/threePublic.abroad.personTimes:count})?",
    // Groups that come to visit are guests.
    "(?<!来访|接待[^,;。\\n]{0,10})团组(?:数)?(?:为|共)?{/threePublic.abroad.delegations:count}(?:、|,)?(?:累计|参加|出国\\(境\\))?{/threePublic.abroad.personTimes:count}",
    "人均因公出国\\(境\\)费用?(?:为)?{/threePublic.abroad.perPerson:amt}",
    "(?:更新|购置|新购)(?:\\(更新\\)|购置|置)?(?:公务用车|车辆)?(?:数量?)?(?:为)?{/threePublic.vehicle.purchase.count:count}(?:,金额{/threePublic.vehicle.purchase.amount:amt})?",
    "车均购置费(?:为)?{/threePublic.vehicle.purchase.perVehicle:amt}",
    "公务用?车(?:的)?保有量?(?:为|共)?{/threePublic.vehicle.holdings:count}",
    "(?:共有|实有|有)公务用车{/threePublic.vehicle.holdings:count}",
    "(?<=[,;。])(?:年末)?保有量(?:为)?{/threePublic.vehicle.holdings:count}",
    "截[至止]{/threePublic.vehicle.holdingsAsOf:date},[^。\\n]{0,40}(?:保有量|有公务用车)",
    "公务用车加油(?:费)?{/threePublic.vehicle.operation.fuel:amt}",
    "公务用车维修(?:费)?{/threePublic.vehicle.operation.maintenance:amt}",
    "公务用车保险(?:费)?{/threePublic.vehicle.operation.insurance:amt}",
    "公务用车其他支出{/threePublic.vehicle.operation.other:amt}",
    "车均运行维护费(?:为)?{/threePublic.vehicle.operation.perVehicle:amt}",
    "接待国内(?:来访)?团组(?:数)?(?:为)?{/threePublic.reception.domesticGroups:count}[,、]?(?:来访)?(?:来宾|人员|外宾)?{/threePublic.reception.domesticPersonTimes:count}",
    "接待国\\(境\\)外(?:来访)?团组(?:数)?(?:为)?{/threePublic.reception.foreignGroups:count}[,、]?(?:来访)?(?:来宾|人员|外宾)?{/threePublic.reception.foreignPersonTimes:count}",
    "国\\(境\\)外公务接待(?:批次)?(?:共|累计)?{/threePublic.reception.overseasBatches:count}[,、;]?(?:国\\(境\\)外公务接待人次|接待人次|累计|共)?(?:为)?{/threePublic.reception.overseasPersonTimes:count}",
    `接待(?:外宾|外事)(?:来访)?(?:团组)?${GROUPS}{/threePublic.reception.foreignBatches:count}(?:、|,)?{/threePublic.reception.foreignPersonTimes:count}`,
    "(?:外宾|外事)接待(?:批次)?{/threePublic.reception.foreignBatches:count}(?:、|,)?{/threePublic.reception.foreignPersonTimes:count}",
    `(?:国内)?公务接待(?:批次)?(?:共)?{/threePublic.reception.batches:count}(?:、|,)?(?:共)?(?:公务)?(?:接待)?{/threePublic.reception.personTimes:count}`,
    `${HOME}(?:国内、国\\(境\\)外|国内)?(?:公务接待)?(?:来访)?(?:团组|批次)?(?:数)?(?:为|共计?|累计|约)?{/threePublic.reception.batches:count}(?<=批次?|批\\(次\\)|个|团组|次)(?:团组)?(?:\\([^()]*\\))?(?:[,、;和]|共计?|累计|公务|国内|接待|来宾|来访人员|总人数|人数|人次数?)*(?:为)?{/threePublic.reception.personTimes:count}(?<=人次?|人\\(次\\))`,
    `${HOME}(?:共|累计)?{/threePublic.reception.batches:count}(?<=批次?)(?:,其中)`,
    `${HOME}(?:总)?人(?:次|数)(?:数)?(?:为|共)?{/threePublic.reception.personTimes:count}`,
    "(?:外事|外宾)接待(?:批次)?{/threePublic.reception.foreignBatches:count}(?![,、]\\d)",
    "(?:外事|外宾)接待人次(?:数)?{/threePublic.reception.foreignPersonTimes:count}",
    "(?<=国内公务接待[^。;\\n]{0,60})共计支出{/threePublic.reception.domestic.amount:amt}",
    "(?<=(?:外宾|外事)接待[^。;\\n]{0,60})共计支出{/threePublic.reception.foreign.amount:amt}",
  ),
  empty: { path: "threePublic.isEmpty", pattern: /无"?三公"?经费(?:财政拨款)?(?:支出)?/gu },
});

import { defineFacts, measures } from "./section-facts.js";

/** Kinds of vehicles: canonical key and printed names (Shanghai prints eight, Wuhan five). */
const VEHICLES: readonly (readonly [key: string, names: string])[] = [
  ["ministerialLeader", "(?:副)?(?:省)?部(?:\\(省\\))?级(?:及以上)?领导(?:干部)?用车"],
  ["keyLeader", "主要(?:领导干部|负责人|领导)用车"],
  ["confidentialCommunication", "机要通信(?:应急)?用车"],
  ["emergency", "应急保障用车"],
  ["lawEnforcement", "(?:一般)?执法执勤用车"],
  ["specialTechnical", "特种专业技术用车"],
  ["retiredCadre", "离退休干部(?:服务)?用车"],
  ["businessSupport", "业务(?:保障)?用车"],
  ["officialUse", "(?<!共有)(?:一般)?公务用车"],
  ["other", "其他(?:车辆|用车)"],
];

const kinds = (root: string): string[] => VEHICLES.map(([key, names]) => `(?:${names})(?:为)?{/${root}.${key}:count}`);

/** 国有资产占有使用情况 (SPEC §4 `assets`). */
export default defineFacts({
  sections: ["assets", "other-matters"],
  start: {
    path: "assets",
    judged: false,
    measures: measures(
      "截[至止]{.asOf:date}",
      "(?<!购置)车辆(?:共|合计)?(?:为)?{.vehicles.total:count}(?:,共?计?{.vehicles.value:amt})?",
      "共有公务用车{.vehicles.total:count}(?=,其中)",
      ...kinds("assets.vehicles"),
      "单(?:价|位价值)100万元(?:\\(含\\))?(?:以上|及以上)(?:的)?专用设备(?:\\(不含车辆\\))?(?:为)?{.specialEquipmentOver1M:count}",
      "单(?:价|位价值)100万元(?:\\(含\\))?(?:以上|及以上)(?:的)?设备(?:\\(不含车辆\\))?(?:为)?{.equipmentOver1M:count}",
      "单(?:价|位价值)50万元(?:\\(含\\))?(?:以上|及以上)(?:的)?通用设备(?:\\(不含车辆\\))?(?:为)?{.generalEquipmentOver500k:count}",
      "单(?:价|位价值)50万元(?:\\(含\\))?(?:以上|及以上)(?:的)?设备(?:\\(不含车辆\\))?(?:为)?{.equipmentOver500k:count}",
      "单(?:价|位价值)20万元(?:\\(含\\))?(?:以上|及以上)(?:的)?设备(?:\\(不含车辆\\))?(?:为)?{.equipmentOver200k:count}",
    ),
  },
  subjects: [
    // What a budget means to buy stands apart from what is held.
    {
      path: "assets.purchases",
      mention: /(?:预算)?安排购置车辆|(?:预算)?安排购置单(?:价|位价值)|(?:新增|购置)车辆/dgu,
      judged: false,
      measures: measures(
        "^(?:共)?(?:为)?{.vehicles.total:count}",
        ...kinds("assets.purchases.vehicles"),
        "^100万元(?:\\(含\\))?(?:以上|及以上)(?:的)?(?:专用)?设备(?:\\(不含车辆\\))?(?:为)?{.equipmentOver1M:count}",
      ),
    },
  ],
});

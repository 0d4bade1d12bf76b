import { defineFacts, measures, mention } from "./section-facts.js";

/** 政府采购支出: Wuhan's phrasing (contracts granted) and Shanghai's (amounts reserved and awarded), SPEC §4. */
export default defineFacts({
  sections: ["procurement", "other-matters"],
  subjects: [
    {
      path: "procurement",
      mention: mention("政府采购"),
      compared: [".total"],
      measures: measures(
        "^(?:支出|预算(?![^。\\n]{0,40}决算)|决算|规模)*(?:总额|总金额|合计|总计|金额)?(?:\\([^)]*\\))?(?:共计|共)?(?:为|是)?{.total:amt}",
      ),
    },
  ],
  statements: measures(
    "政府采购预算(?:为)?{/procurement.budget:amt},(?:支出)?决算(?:数)?(?:为)?{/procurement.total:amt}",
    "政府采购(?:支出|预算(?![^。\\n]{0,40}决算)|规模)*(?:总额|总金额|合计|总计|金额|总规模)?(?:\\([^)]*\\))?(?:共计|共)?(?:为|是)?{/procurement.total:amt}",
    "货物(?:类)?(?:采购)?(?:支出|预算|金额|规模)*(?:\\([^)]*\\))?(?:为)?{/procurement.goods:amt}",
    "工程(?:类)?(?:采购)?(?:支出|预算|金额|规模)*(?:\\([^)]*\\))?(?:为)?{/procurement.works:amt}",
    "服务(?:类)?(?:采购)?(?:支出|预算|金额|规模)*(?:\\([^)]*\\))?(?:为)?{/procurement.services:amt}",
    "授予中小企业(?:的)?合同金额(?:为|共计)?{/procurement.smeContracts:amt}(?:,占(?:(?:政府采购)?支出?(?:(?:总)?(?:金)?额|合计|总计)的?|比){/procurement.smeShareOfTotal:pct})?",
    "授予(?:小微|小型、微型|小型和微型)企业(?:的)?合同金额(?:为|共计)?{/procurement.microContracts:amt}(?:,占政府采购支出(?:总)?(?:金)?额的?{/procurement.microShareOfTotal:pct})?",
    "授予(?:小微|小型、微型|小型和微型)企业(?:的)?合同金额(?:为|共计)?«amt»,占授予中小企业合同(?:总)?金?额的?{/procurement.microShareOfSme:pct}",
    "货物采购授予中小企业合同金额占货物(?:采购)?支出金额的?{/procurement.smeShareOfGoods:pct}",
    "工程采购授予中小企业合同金额占工程(?:采购)?支出金额的?{/procurement.smeShareOfWorks:pct}",
    "服务采购授予中小企业合同金额占服务(?:采购)?支出金额的?{/procurement.smeShareOfServices:pct}",
    "面向中小企业预留(?:的)?政府采购(?:项目)?(?:预算)?金额(?:为)?{/procurement.smeReservedBudget:amt}",
    "面向(?:小微|小型、微型)企业预留(?:的)?政府采购(?:项目)?(?:预算)?金额(?:为)?{/procurement.microReservedBudget:amt}",
    "预留给中小企业的?政府采购项目预算(?:金额)?(?:为)?{/procurement.smeReservedBudget:amt}",
    "预留给(?:小微|小型、微型|小型和微型)企业的?政府采购项目预算(?:金额)?(?:为)?{/procurement.microReservedBudget:amt}",
    "面向中小企业预留(?:的)?政府采购项目中,(?:由)?中小企业供应商中标(?:或|及|、)?成交的,采购金额(?:为)?{/procurement.smeReservedAwarded:amt}",
    "面向(?:小微|小型、微型)企业预留(?:的)?政府采购项目中,(?:由)?(?:小微|小型、微型)企业供应商中标(?:或|及|、)?成交的,采购金额(?:为)?{/procurement.microReservedAwarded:amt}",
    "其他政府采购项目中,(?:由)?中小企业供应商中标(?:或|及|、)?成交的,采购金额(?:为)?{/procurement.otherSmeAwarded:amt}",
  ),
  empty: { path: "procurement.isEmpty", pattern: /(?:无|未发生|没有)政府采购(?:支出|预算)?/gu },
});

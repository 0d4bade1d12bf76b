import { defineForm } from "../definition.js";
import { ACCOUNT, SCOPE } from "./shared.js";

/** 地方政府债务限额及余额 by region. */
export default defineForm({
  id: "debt-limits-and-balances",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["地方政府债务限额及余额决算情况表"],
  titlePatterns: [`${SCOPE}(?:地方)?政府债务限额[及和、]余额${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: [
    { key: "limit.total", path: [["/债务限额/"], ["合计", "小计"]] },
    { key: "limit.general", path: [["/债务限额/"], ["一般债务", "一般债券"]] },
    { key: "limit.special", path: [["/债务限额/"], ["专项债务", "专项债券"]] },
    { key: "balance.total", path: [["/债务余额/"], ["合计", "小计"]] },
    { key: "balance.general", path: [["/债务余额/"], ["一般债务", "一般债券"]] },
    { key: "balance.special", path: [["/债务余额/"], ["专项债务", "专项债券"]] },
  ],
  identities: [
    { kind: "columns", total: "limit.total", parts: ["limit.general", "limit.special"] },
    { kind: "columns", total: "balance.total", parts: ["balance.general", "balance.special"] },
  ],
});

import { defineForm } from "../definition.js";
import { ACCOUNT, SCOPE } from "./shared.js";

/** “三公”经费 of the whole level; years stand in the header. */
export default defineForm({
  id: "government-three-public-expenses",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["一般公共预算“三公”经费决算表"],
  titlePatterns: [`${SCOPE}(?:一般公共预算)?(?:财政拨款)?三公经费${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: [
    { key: "budget", path: [["预算数", "年初预算数", "{year}年预算数", "{year}年年初预算数"]] },
    { key: "final", optional: true, path: [["决算数", "{year}年决算数", "本年决算数"]] },
    { key: "priorFinal", optional: true, path: [["{year-1}年决算数", "上年决算数"]] },
  ],
  otherColumns: "by-header",
  rows: [
    {
      key: "total",
      labels: ["合计", "“三公”经费合计", "“三公”经费支出合计", "“三公”经费支出", "“三公”经费"],
      role: "total",
    },
    { key: "abroad", labels: ["因公出国（境）费", "因公出国（境）费用", "因公出国（境）支出"] },
    {
      key: "vehicleSubtotal",
      labels: [
        "公务用车购置及运行维护费",
        "公务用车购置及运行费",
        "公务用车购置和运行维护费",
        "公务用车购置及运行维护支出",
      ],
    },
    { key: "vehiclePurchase", labels: ["公务用车购置费", "公务用车购置", "公务用车购置支出"] },
    { key: "vehicleOperation", labels: ["公务用车运行维护费", "公务用车运行费", "公务用车运行维护支出"] },
    { key: "reception", labels: ["公务接待费", "公务接待支出"] },
  ],
  identities: [
    { kind: "rows", total: "total", parts: ["abroad", "vehicleSubtotal", "reception"] },
    { kind: "rows", total: "vehicleSubtotal", parts: ["vehiclePurchase", "vehicleOperation"] },
  ],
});

import { defineForm } from "../definition.js";

/** “三公”经费 with 机关运行经费 (Shanghai) or with 会议费 and 培训费 (Jiangsu). */
export default defineForm({
  id: "three-public-expenses",
  family: "department-budget",
  kind: "budget",
  titles: [
    "“三公”经费和机关运行经费预算表",
    "“三公”经费、会议费、培训费支出预算表",
    "“三公”经费、会议费、培训费支出预算表（一般公共预算）",
    "“三公”经费预算表",
    "“三公”经费支出预算表",
    "一般公共预算“三公”经费支出表",
  ],
  layout: "single-row",
  unit: "万元",
  columns: [
    { key: "budget.grandTotal", optional: true, path: [["合计"]] },
    {
      key: "budget.total",
      path: [
        ["三公经费", "/^(?:20\\d\\d年)?三公经费预算数$/"],
        ["合计", "小计"],
      ],
    },
    { key: "budget.abroad", path: [["因公出国（境）费", "因公出国（境）费用"]] },
    {
      key: "budget.vehicleSubtotal",
      path: [["公务用车购置及运行费", "公务用车购置及运行维护费"], ["小计"]],
    },
    { key: "budget.vehiclePurchase", path: [["购置费", "公务用车购置费", "公务用车购置"]] },
    { key: "budget.vehicleOperation", path: [["运行费", "公务用车运行费", "公务用车运行维护费", "运行维护费"]] },
    { key: "budget.reception", path: [["公务接待费"]] },
    { key: "budget.conference", optional: true, path: [["会议费"]] },
    { key: "budget.training", optional: true, path: [["培训费"]] },
    { key: "agencyOperation", optional: true, path: [["/^(?:20\\d\\d年)?机关运行经费(?:预算数)?$/"]] },
  ],
  identities: [
    { kind: "columns", total: "budget.grandTotal", parts: ["budget.total", "budget.conference", "budget.training"] },
    { kind: "columns", total: "budget.total", parts: ["budget.abroad", "budget.vehicleSubtotal", "budget.reception"] },
    { kind: "columns", total: "budget.vehicleSubtotal", parts: ["budget.vehiclePurchase", "budget.vehicleOperation"] },
  ],
});

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
  columns: [{ key: "budget", path: [["/^(?:20\\d\\d年)?预算数$/"]] }],
  otherColumns: "by-header",
});

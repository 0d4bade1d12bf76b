import { defineForm } from "../definition.js";
import { ACCOUNT, SCOPE } from "./shared.js";

/** 地方政府债券发行及还本付息, for the region and for its own level. */
export default defineForm({
  id: "debt-issue-and-service",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["地方政府债务发行及还本付息情况表"],
  titlePatterns: [`${SCOPE}(?:地方)?政府债[务券]发行[及和、]还本付息${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: [
    { key: "region", path: [["本地区"]] },
    { key: "ownLevel", path: [["本级"]] },
  ],
});

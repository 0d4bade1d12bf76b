import { FORM } from "../forms.js";
import { codeTree } from "./code-tree.js";
import { FUND_COLUMNS } from "./f07.js";

/** 国有资本经营预算财政拨款(收入)支出决算表. */
export const f08 = codeTree({ family: "F08", form: FORM.f08, ...FUND_COLUMNS });

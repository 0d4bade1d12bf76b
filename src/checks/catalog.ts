import { cross } from "./identities/cross.js";
import { declaredIdentities } from "./identities/declared.js";
import { directions } from "./identities/directions.js";
import { empty } from "./identities/empty.js";
import { f01 } from "./identities/f01.js";
import { f02 } from "./identities/f02.js";
import { f03 } from "./identities/f03.js";
import { f04 } from "./identities/f04.js";
import { f05 } from "./identities/f05.js";
import { f06 } from "./identities/f06.js";
import { f07 } from "./identities/f07.js";
import { f08 } from "./identities/f08.js";
import { f09 } from "./identities/f09.js";
import { items } from "./identities/items.js";
import { lists } from "./identities/lists.js";
import { narrative } from "./identities/narrative.js";
import { basicExpenditure, otherMatters } from "./identities/narrative-later.js";
import { performance } from "./identities/performance.js";
import { procurementShares } from "./identities/procurement.js";
import { projects } from "./identities/projects.js";
import { percentages } from "./identities/ratios.js";
import { yearOnYear } from "./identities/year-on-year.js";
import type { Rule } from "./types.js";

/** Within the forms, between them, and of forms that may be blank. */
const FORMS: readonly Rule[] = [
  ...f01,
  ...f02,
  ...f03,
  ...f04,
  ...f05,
  ...f06,
  ...f07,
  ...f08,
  ...f09,
  ...cross,
  ...empty,
  ...declaredIdentities,
];

/** Of what the text says. */
const TEXT: readonly Rule[] = [
  ...narrative,
  ...items,
  ...directions,
  ...basicExpenditure,
  ...lists,
  ...otherMatters,
  ...procurementShares,
  ...projects,
  ...percentages,
  ...yearOnYear,
];

/** Every identity, in the order in which findings are given. */
export const RULES: readonly Rule[] = [...FORMS, ...TEXT, ...performance];

import { cross } from "./identities/cross.js";
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
import type { Rule } from "./types.js";

/** Every identity, in the order in which findings are given. */
export const RULES: readonly Rule[] = [
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
];

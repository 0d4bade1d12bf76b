export { findMoney, looksLikeAmount, type MoneyInText } from "./amounts.js";
export {
  type CodeLevel,
  codeLevel,
  isEconomicCode,
  isFunctionalCode,
  isGovernmentEconomicCode,
  joinCodeFragments,
} from "./code.js";
export { parentsByCode } from "./code-tree.js";
export { areColumnNumbers, HEADER_REMAINS } from "./column-numbers.js";
export { Exact } from "./decimal.js";
export { joinLines } from "./join-lines.js";
export { isCjk, isDense, normalise, squash, unifyHan } from "./normalise.js";
export { type CellValue, parseCell, type RefusalReason } from "./number.js";
export {
  chineseToInt,
  type Enumerated,
  enumeratorOf,
  type Heading,
  headingOf,
  intToChinese,
  stripOrdinal,
} from "./ordinals.js";
export { proposeNumber } from "./propose-number.js";
export { type Comparator, type NumberContext, type NumberReading, readNumber } from "./read-number.js";
export { type AmountUnit, amountUnitOf, COUNT_UNITS, isCountUnit, readAmountUnit, toYuan } from "./units.js";

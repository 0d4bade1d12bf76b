/** The types that travel from room to room. How any of them is made is not known here. */
export type * from "./disclosure.js";
export { JuesuanError, type JuesuanErrorCode } from "./error.js";
export type * from "./layout.js";
export type {
  Comparison,
  Coverage,
  DecimalString,
  DisclosureDocument,
  DocumentIdentity,
  Evidence,
  Fact,
  FactsRow,
  Finding,
  FormTable,
  GlossaryTerm,
  KeyWork,
  Operand,
  Paragraph,
  PerformanceExecution,
  PerformanceGoal,
  PerformanceIndicator,
  PerformanceMeasure,
  PerformanceTable,
  Place,
  Proposal,
  Reading,
  Section,
  SubordinateUnit,
  TableColumn,
  TableGrid,
  TableGridCell,
  TableRow,
  TocEntry,
  UnexplainedSentence,
  ValuesRow,
} from "./output.js";
export type * from "./page.js";

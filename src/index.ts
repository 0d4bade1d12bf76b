/** The library's face. */
export {
  type ColumnDefinition,
  defineForm,
  type FormDefinition,
  type RowDefinition,
  registerForms,
} from "./forms/index.js";
export { JuesuanError, type JuesuanErrorCode } from "./model/error.js";
export type * from "./model/index.js";
export { schemaNames, schemaText } from "./output/index.js";
export { type OpenOptions, openPdf, type PdfDocument } from "./pdf/index.js";
export { type ExtractOptions, extract, type Progress, type Source } from "./pipeline.js";

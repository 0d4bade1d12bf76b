/** The output room: a Disclosure as JSON and CSV, checked against the schemas and written whole or not at all. */
export {
  addCounts,
  boxesOf,
  type CheckedDocument,
  type Counts,
  countFindings,
  factsOf,
  type Selection,
  select,
} from "./checked.js";
export { csvText } from "./csv.js";
export { documentJson } from "./document-json.js";
export { FACTS_COLUMNS, factsCsv, factsRows } from "./facts-csv.js";
export { documentName, safeName, uniqueNames } from "./file-names.js";
export { disclosureJson, OUTPUT_ENTRIES, type OutputFile, outputFiles, validateDisclosure } from "./files.js";
export { findingsJson, type Unread } from "./findings-json.js";
export { closingLine, findingsTable, type TableStyle } from "./findings-table.js";
export { generator } from "./generator.js";
export { jsonText } from "./json.js";
export { appendOverride, OVERRIDES, parseOverrides, readOverrides } from "./overrides-file.js";
export { readDisclosure } from "./read-disclosure.js";
export { documentFolders, isFolder, readFindings, readPlaces } from "./read-folder.js";
export { isRecognised } from "./recognised.js";
export { ruleNames } from "./rule-pages.js";
export { sarif } from "./sarif.js";
export { SchemaError, schemaNames, schemaText, validate } from "./schemas.js";
export { VALUES_COLUMNS, valuesCsv, valuesRows } from "./values-csv.js";
export { prepareOutput, writeDisclosure } from "./write.js";

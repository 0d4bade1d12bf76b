/** The output room: a Disclosure as JSON and CSV, checked against the schemas and written whole or not at all. */
export { csvText } from "./csv.js";
export { documentJson } from "./document-json.js";
export { FACTS_COLUMNS, factsCsv, factsRows } from "./facts-csv.js";
export { documentName, safeName, uniqueNames } from "./file-names.js";
export { disclosureJson, OUTPUT_ENTRIES, type OutputFile, outputFiles, validateDisclosure } from "./files.js";
export { generator } from "./generator.js";
export { jsonText } from "./json.js";
export { isRecognised } from "./recognised.js";
export { SchemaError, schemaNames, schemaText, validate } from "./schemas.js";
export { VALUES_COLUMNS, valuesCsv, valuesRows } from "./values-csv.js";
export { prepareOutput, writeDisclosure } from "./write.js";

import { readFileSync } from "node:fs";
import { Ajv, type AnySchemaObject } from "ajv";

/** The OASIS schema of SARIF 2.1.0, which this package carries. */
const FILE = "../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";

/** RFC 3986, as far as tells an absolute URI from a reference. */
const URI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
const URI_REFERENCE = /^[^\s<>"{}|\\^`\p{Script=Han}]*$/u;

/** What breaks the schema of SARIF 2.1.0, as JSON Pointers with reasons. */
export function sarifErrors(log: unknown): string[] {
  const { $schema, id, ...schema }: AnySchemaObject = JSON.parse(readFileSync(new URL(FILE, import.meta.url), "utf8"));
  if (!String($schema).includes("draft-04") || id === undefined) throw new TypeError("another schema than expected");
  // Draft 04 means the same in draft 07 but for `id` and boolean `exclusiveMinimum`, of which it has no other.
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    unicodeRegExp: false, // Of one pattern it is not: [a-zA-Z]{2}]?
    formats: { uri: URI, "uri-reference": URI_REFERENCE, "date-time": true },
  });
  const check = ajv.compile(schema);
  check(log);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

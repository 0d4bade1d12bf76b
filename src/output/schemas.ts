import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";

/** The published contract; dist/output/ and src/output/ lie equally deep in the package. */
const FOLDER = new URL("../../schemas/", import.meta.url);
const SUFFIX = ".schema.json";

/** A value that breaks the contract: a fault of this program, never of the document. */
export class SchemaError extends Error {
  override readonly name = "SchemaError";
  /** Name of the schema, e.g. "table". */
  readonly schema: string;
  /** JSON Pointer to the wrong value; "" is the value as a whole. */
  readonly path: string;

  constructor(schema: string, path: string, message: string) {
    super(message);
    this.schema = schema;
    this.path = path;
  }
}

/** Names of the published schemas, in order: document, facts-row, finding, … */
export function schemaNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
}

/**
 * The text of one published schema.
 * @throws RangeError for a name that is not in `schemaNames()`.
 */
export function schemaText(name: string): string {
  if (!schemaNames().includes(name)) throw new RangeError(`no schema is named ${name}: ${schemaNames().join(", ")}`);
  return readFileSync(new URL(name + SUFFIX, FOLDER), "utf8");
}

/**
 * Holds a value against a published schema.
 * @throws SchemaError with the path of the first value that is wrong; RangeError for an unknown schema.
 */
export function validate(name: string, value: unknown): void {
  const check = compiled(name);
  if (check(value)) return;
  const error = check.errors?.[0];
  const path = error?.instancePath ?? "";
  throw new SchemaError(name, path, `${path || "the whole"} breaks schema ${name}: ${reason(error)}`);
}

/** The same values, each held against a published schema on its way. @throws SchemaError */
export function* validated<T>(name: string, values: Iterable<T>): Generator<T> {
  for (const value of values) {
    validate(name, value);
    yield value;
  }
}

const functions = new Map<string, ValidateFunction>();
let engine: Ajv2020 | undefined;

function compiled(name: string): ValidateFunction {
  const known = functions.get(name);
  if (known) return known;
  engine ??= createEngine();
  const found = engine.getSchema(idOf(schemaText(name)));
  if (!found) throw new RangeError(`no schema is named ${name}`);
  functions.set(name, found);
  return found;
}

/** All schemas in one engine, because they refer to each other; each is compiled when first asked for. */
function createEngine(): Ajv2020 {
  const ajv = new Ajv2020({ allowUnionTypes: true });
  for (const name of schemaNames()) {
    const schema: AnySchemaObject = JSON.parse(schemaText(name));
    ajv.addSchema(schema);
  }
  return ajv;
}

/** What a file names in `$schema` for an editor to complete it. */
export function schemaId(name: string): string {
  return idOf(schemaText(name));
}

function idOf(text: string): string {
  const schema: AnySchemaObject = JSON.parse(text);
  return String(schema.$id);
}

/** ajv's message with what it leaves to `params`: the extra key, the allowed values. */
function reason(error: ErrorObject | undefined): string {
  if (!error) return "unknown reason";
  const detail: unknown = error.params.additionalProperty ?? error.params.allowedValues ?? error.params.allowedValue;
  return detail === undefined ? String(error.message) : `${error.message} (${JSON.stringify(detail)})`;
}

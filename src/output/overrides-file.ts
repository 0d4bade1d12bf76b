/** overrides.json beside a document's output: what people decided about it. */
import { join } from "node:path";
import { JuesuanError, type Override, type Overrides } from "../model/index.js";
import { systemCode } from "./io-error.js";
import { jsonText } from "./json.js";
import { readText } from "./read-file.js";
import { validate } from "./schemas.js";
import { writeWhole } from "./write-whole.js";

export const OVERRIDES = "overrides.json";

/**
 * The decisions in a document's folder; undefined where nobody made any.
 * @throws JuesuanError "io" for a list that cannot be read or breaks its schema: people's work is never passed over
 */
export async function readOverrides(folder: string): Promise<Overrides | undefined> {
  const path = join(folder, OVERRIDES);
  const text = await readText(path).catch((cause: unknown) => {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(cause))) return undefined;
    throw unusable(path, cause);
  });
  return text === undefined ? undefined : parseOverrides(text, path);
}

/** @throws JuesuanError "io" */
export function parseOverrides(text: string, path: string): Overrides {
  try {
    const overrides: Overrides = JSON.parse(text);
    validate("overrides", overrides);
    return overrides;
  } catch (cause) {
    throw unusable(path, cause);
  }
}

function unusable(path: string, cause: unknown): JuesuanError {
  const reason =
    cause instanceof SyntaxError ? "it is no JSON" : cause instanceof Error ? cause.message : String(cause);
  return new JuesuanError("io", `${path} cannot be used: ${reason}; mend it or move it away`, { cause });
}

/**
 * Appends one decision, whole or not at all.
 * @throws JuesuanError "io"; SchemaError for a decision that breaks the schema
 */
export async function appendOverride(folder: string, override: Override): Promise<Overrides> {
  const before = (await readOverrides(folder))?.overrides ?? [];
  const overrides: Overrides = { schemaVersion: "1.0", overrides: [...before, override] };
  validate("overrides", overrides);
  await writeWhole(join(folder, OVERRIDES), jsonText(overrides));
  return overrides;
}

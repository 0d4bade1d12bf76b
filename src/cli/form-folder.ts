/** Definitions of forms in a user's folder, read without a build. */
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { defineForm, type FormDefinition, registerForms } from "../forms/index.js";
import { JuesuanError } from "../model/index.js";
import { validate } from "../output/schemas.js";

/** What --forms says in every command's help. */
export const FORMS_OPTION = [
  "--forms <dir>",
  "folder with definitions of more forms (*.json, *.js); see docs/forms.md",
] as const;

/** What a definition's file is called; a fixture's truth is <name>.expected.json and no definition. */
const DEFINITION = /(?<!\.expected)\.(?:json|m?js)$/;

/** Reads the folder's definitions and makes them known for this process. Nothing where no folder is named. */
export async function useForms(folder: string | undefined): Promise<readonly FormDefinition[]> {
  if (folder === undefined) return [];
  const forms = await readForms(folder);
  registerForms(forms);
  return forms;
}

/** @throws JuesuanError usage, with the file and what is wrong in it */
async function readForms(folder: string): Promise<FormDefinition[]> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => DEFINITION.test(name)).sort();
  } catch (cause) {
    throw new JuesuanError("usage", `${folder}: there is no such folder of definitions; check --forms`, { cause });
  }
  const forms: FormDefinition[] = [];
  for (const name of names) {
    const file = join(folder, name);
    try {
      const value = name.endsWith(".json") ? parsed(await readFile(file, "utf8")) : await exported(file);
      for (const one of Array.isArray(value) ? value : [value]) forms.push(checked(one));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new JuesuanError("usage", `${file} is no definition of a form: ${why}`, { cause });
    }
  }
  return forms;
}

function parsed(text: string): unknown {
  if (text.trim() === "") throw new Error("it is empty, as a draft leaves it that failed; delete it and draft with -o");
  return JSON.parse(text);
}

async function exported(file: string): Promise<unknown> {
  const module: { default?: unknown } = await import(pathToFileURL(resolve(file)).href);
  return module.default;
}

/** The value as a definition, held against its schema. */
function checked(value: unknown): FormDefinition {
  assertDefinition(value);
  return defineForm(value);
}

function assertDefinition(value: unknown): asserts value is FormDefinition {
  validate("form-definition", value);
}

import { defineForm, type FormDefinition } from "./definition.js";
import { departmentFinalAccounts } from "./department-final-accounts/index.js";

const added: FormDefinition[] = [];

/** Every form that tables are compared with: the built-in families, then those registered. */
export function knownForms(): readonly FormDefinition[] {
  return [...added, ...departmentFinalAccounts];
}

/**
 * Adds forms for all later calls of this process; a registered form goes before a built-in one with the same title.
 * @throws {TypeError} for a definition that is not sound
 */
export function registerForms(forms: readonly FormDefinition[]): void {
  added.push(...forms.map(defineForm));
}

import { defineForm, type FormDefinition } from "./definition.js";
import { departmentBudget } from "./department-budget/index.js";
import { departmentFinalAccounts } from "./department-final-accounts/index.js";
import type { FormFamily } from "./family.js";
import { governmentFinalAccounts } from "./government-final-accounts/index.js";

const added: FormDefinition[] = [];

/** The built-in families. */
export const FAMILIES: readonly [FormFamily, ...FormFamily[]] = [
  departmentFinalAccounts,
  departmentBudget,
  governmentFinalAccounts,
];

/** Every form that tables are compared with: those registered, then the built-in families. */
export function knownForms(): readonly FormDefinition[] {
  return [...added, ...FAMILIES.flatMap((family) => family.forms)];
}

/**
 * Adds forms for all later calls of this process; a registered form goes before a built-in one with the same title, and
 * takes the place of one registered before with its id and family.
 * @throws {TypeError} for a definition that is not sound
 */
export function registerForms(forms: readonly FormDefinition[]): void {
  for (const form of forms.map(defineForm)) {
    const same = added.findIndex((other) => other.id === form.id && other.family === form.family);
    if (same >= 0) added[same] = form;
    else added.push(form);
  }
}

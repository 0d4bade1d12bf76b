import type { DocumentIdentity, FormTable } from "../model/index.js";
import type { FormDefinition } from "./definition.js";

/** Forms that one kind of document prints. */
export interface FormFamily {
  /** The folder's name. */
  readonly id: string;
  /** For messages: the printed Chinese. */
  readonly name: string;
  readonly kind: NonNullable<DocumentIdentity["kind"]>;
  readonly forms: readonly FormDefinition[];
  /** Ids of the forms that such a document must hold, one list per practice; empty where nothing is prescribed. */
  readonly sets: readonly (readonly string[])[];
}

/** A set is a document's own when it holds at least this share of its forms. */
const OWN = 0.5;

/** The prescribed forms of the practice that a document follows; null where the family prescribes none, or none fits. */
export function prescribedForms(
  family: FormFamily,
  tables: readonly Pick<FormTable, "id">[],
): readonly FormDefinition[] | null {
  const found = new Set(tables.map((table) => table.id));
  const share = (set: readonly string[]) => set.filter((id) => found.has(id)).length / set.length;
  const [only, ...others] = family.sets;
  const best = [...family.sets].sort((a, b) => share(b) - share(a))[0];
  // A family with one practice owes it whatever was found.
  const set = only && others.length === 0 ? only : best && share(best) >= OWN ? best : null;
  return set?.flatMap((id) => family.forms.find((form) => form.id === id) ?? []) ?? null;
}

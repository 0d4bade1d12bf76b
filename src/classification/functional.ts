import { FUNCTIONAL_DATA } from "./functional-data.js";
import { FUNCTIONAL_RENAMES } from "./functional-renames.js";
import { nameKey } from "./name-key.js";

interface Entry {
  readonly code: string;
  /** The current or best attested name first, then aliases, then former names. */
  readonly names: string[];
}

interface Index {
  readonly byCode: ReadonlyMap<string, Entry>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

let built: Index | undefined;

/** Built at first use and kept: some 1,650 codes. */
function index(): Index {
  if (built !== undefined) return built;
  const byCode = new Map<string, Entry>();
  for (const line of FUNCTIONAL_DATA.trim().split("\n")) {
    const [code = "", name = "", aliases = ""] = line.split("\t");
    byCode.set(code, { code, names: [name, ...aliases.split("|").filter((alias) => alias !== "")] });
  }
  for (const [code, name] of FUNCTIONAL_RENAMES) {
    const entry = byCode.get(code) ?? { code, names: [] };
    if (!entry.names.includes(name)) entry.names.push(name);
    byCode.set(code, entry);
  }
  const byName = new Map<string, string[]>();
  for (const { code, names } of byCode.values())
    for (const key of new Set(names.map(nameKey))) byName.set(key, [...(byName.get(key) ?? []), code]);
  for (const codes of byName.values()) codes.sort();
  built = { byCode, byName };
  return built;
}

/** True for a code of the 支出功能分类 that some budget or final account prints. */
export function isKnownFunctionalCode(code: string): boolean {
  return index().byCode.has(code);
}

/** The name of a 支出功能分类 code in a fiscal year (the current one without a year); null for an unknown code. */
export function functionalName(code: string, year: number | null = null): string | null {
  const former = FUNCTIONAL_RENAMES.flatMap(([renamed, name, last]) =>
    renamed === code && last !== null && year !== null && year <= last ? [{ name, last }] : [],
  );
  const [earliest] = former.sort((a, b) => a.last - b.last);
  return earliest?.name ?? functionalNames(code)[0] ?? null;
}

/** Every name a code is known by: the current one first, then aliases and former names; empty for an unknown code. */
export function functionalNames(code: string): readonly string[] {
  return index().byCode.get(code)?.names ?? [];
}

/** Every name of every code. */
export function allFunctionalNames(): readonly string[] {
  return [...index().byCode.values()].flatMap(({ names }) => names);
}

/** All codes with this name, ascending. One name may have many (行政运行): a label alone determines no code. */
export function functionalCodesByName(name: string): readonly string[] {
  return index().byName.get(nameKey(name)) ?? [];
}

/** The 3-digit code of a 类 by its name, former names included: `二十四、债务还本支出` → 231; null when it is none. */
export function functionalClassByName(name: string): string | null {
  return functionalCodesByName(name).find((code) => code.length === 3) ?? null;
}

/** A renamed code's former name may appear in the accounts of the year after: the tables follow the budget's names. */
const GRACE_YEARS = 1;

/**
 * True when `label` is a name of `code` (aliases allowed) and was still in use in `year`. Without a year every name
 * counts. False for an unknown code.
 */
export function sameFunctionalName(code: string, label: string, year: number | null = null): boolean {
  const key = nameKey(label);
  return functionalNames(code).some((name) => {
    if (nameKey(name) !== key) return false;
    const last = FUNCTIONAL_RENAMES.find(([renamed, former]) => renamed === code && former === name)?.[2] ?? null;
    return last === null || year === null || year <= last + GRACE_YEARS;
  });
}

import { ECONOMIC_DATA } from "./economic-data.js";
import { nameKey } from "./name-key.js";

/** 部门预算 (30x–399) or 政府预算 (50x–599) 支出经济分类. */
export type EconomicScheme = "department" | "government";

/** The reform of the economic classification: fiscal years before it use the former names. */
const REFORM_YEAR = 2018;

interface Entry {
  readonly current: string | null;
  readonly before2018: string | null;
}

interface Index {
  readonly byCode: ReadonlyMap<string, Entry>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

let built: Index | undefined;

function index(): Index {
  if (built !== undefined) return built;
  const byCode = new Map<string, Entry>();
  const byName = new Map<string, Set<string>>();
  for (const line of ECONOMIC_DATA.trim().split("\n")) {
    const [code = "", name = "", scheme = ""] = line.split("\t");
    const entry = byCode.get(code) ?? { current: null, before2018: null };
    byCode.set(code, scheme === "before-2018" ? { ...entry, before2018: name } : { ...entry, current: name });
    const key = nameKey(name);
    byName.set(key, (byName.get(key) ?? new Set()).add(code));
  }
  built = { byCode, byName: new Map([...byName].map(([key, codes]) => [key, [...codes].sort()])) };
  return built;
}

/** True for a code of either 支出经济分类. */
export function isKnownEconomicCode(code: string): boolean {
  return index().byCode.has(code);
}

/** The name of a 支出经济分类 code in a fiscal year (the current one without a year); null for an unknown code. */
export function economicName(code: string, year: number | null = null): string | null {
  const entry = index().byCode.get(code);
  if (entry === undefined) return null;
  const former = year !== null && year < REFORM_YEAR ? entry.before2018 : null;
  return former ?? entry.current ?? entry.before2018;
}

/** The names of a code, today's first; of every code without one. */
export function economicNames(code?: string): readonly string[] {
  const { byCode } = index();
  const entries = code === undefined ? [...byCode.values()] : [byCode.get(code)];
  return entries.flatMap((entry) => [entry?.current, entry?.before2018].filter((name) => typeof name === "string"));
}

/** All codes with this name, ascending, of one scheme or of both. */
export function economicCodesByName(name: string, scheme?: EconomicScheme): readonly string[] {
  const codes = index().byName.get(nameKey(name)) ?? [];
  if (scheme === undefined) return codes;
  return codes.filter((code) => code.startsWith("3") === (scheme === "department"));
}

/** True when `label` is a name of `code`, in the current classification or in that before 2018. */
export function sameEconomicName(code: string, label: string): boolean {
  const entry = index().byCode.get(code);
  const key = nameKey(label);
  return [entry?.current, entry?.before2018].some((name) => typeof name === "string" && nameKey(name) === key);
}

/** Which entries of overrides.json count: the last one on each thing that was not withdrawn. */
import type { Override, Place, Withdrawal } from "../../model/index.js";

/** An entry with its number in the list, from 1. */
export interface Decision<Kind extends Override = Exclude<Override, Withdrawal>> {
  readonly number: number;
  readonly override: Kind;
}

/** In the order of the list. */
export function inForce(overrides: readonly Override[]): Decision[] {
  const withdrawn = new Set<number>();
  const taken = new Set<string>();
  const decisions: Decision[] = [];
  for (const [index, override] of [...overrides.entries()].reverse()) {
    const number = index + 1;
    if (withdrawn.has(number)) continue;
    if (override.kind === "withdrawal") {
      if (override.of < number) withdrawn.add(override.of);
      continue;
    }
    const thing = thingOf(override);
    if (!taken.has(thing)) decisions.push({ number, override });
    taken.add(thing);
  }
  return decisions.reverse();
}

/** Withdrawals of what does not stand before them. */
export function idleWithdrawals(overrides: readonly Override[]): Decision<Withdrawal>[] {
  return overrides.flatMap((override, index) =>
    override.kind === "withdrawal" && override.of > index ? [{ number: index + 1, override }] : [],
  );
}

/** What an entry is about: two that say the same here exclude each other. */
function thingOf(override: Decision["override"]): string {
  switch (override.kind) {
    case "proposal":
    case "value": {
      const { page, table, row, column, box } = override.place;
      return JSON.stringify(["cell", page, table, row, column, box]);
    }
    case "statement":
      return JSON.stringify(["statement", override.place.page, override.place.path, override.printed]);
    case "label":
      return JSON.stringify(["label", override.place.page, override.place.table, override.place.row]);
    case "performance": {
      const { page, table, row, column } = override.place;
      return JSON.stringify(["performance", page, table, row, column]);
    }
    case "text": {
      const { page, table, row, column, box } = override.place;
      return JSON.stringify(["text", page, table, row, column, box]);
    }
    case "finding":
      return JSON.stringify(["finding", override.rule, placeName(override.place)]);
  }
}

/** Equal for places that say the same. */
export function placeName({ page, table, row, column, section, path }: Place): string {
  // Of several documents in one PDF each is judged before its sections are told apart.
  return JSON.stringify([page, table, row, column, section?.replace(/-document-\d+$/, ""), path]);
}

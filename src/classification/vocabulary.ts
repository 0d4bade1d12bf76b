import { economicNames } from "./economic.js";
import { allFunctionalNames } from "./functional.js";

let built: ReadonlySet<string> | undefined;

/** Every two neighbouring characters of every name of both classifications: what a name's characters may stand beside. */
export function neighboursInNames(): ReadonlySet<string> {
  built ??= new Set([...allFunctionalNames(), ...economicNames()].flatMap(neighboursOf));
  return built;
}

/** Each two neighbouring characters of a text. */
export function neighboursOf(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((second, i) => `${characters[i]}${second}`);
}

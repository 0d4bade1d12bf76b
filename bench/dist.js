import { pathToFileURL } from "node:url";

/** The compiled program: `dist/`, or the folder that JUESUAN_DIST names. */
const folder = process.env.JUESUAN_DIST ?? `${import.meta.dirname}/../dist`;

/** Imports one of its modules. */
export function dist(module) {
  return import(pathToFileURL(`${folder}/${module}`).href);
}

import type { Section } from "../../model/index.js";
import type { Para } from "../tree.js";

/** `图1：收、支决算总计变动情况`; a sentence that begins with 图 is none. Characters. */
const CAPTION = /^图\s*\d{1,2}\s*[:：、.．-]?\s*[^。]{2,40}$/u;

/** Figure captions among paragraphs. */
export function figuresOf(paragraphs: readonly Para[]): NonNullable<Section["figures"]> {
  return paragraphs.flatMap(({ run, page }) => (CAPTION.test(run.text) ? [{ caption: run.text, page }] : []));
}

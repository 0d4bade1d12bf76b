/** The bare pass: what the PDF engine alone costs, in the same settings as the program uses it. */
import { dist } from "./dist.js";

const { engineFolders, loadEngine } = await dist("pdf/engine.js");
const { maskFontPrograms } = await dist("pdf/mask-fonts.js");

/**
 * Opens the document and takes every page's operator list.
 * @returns how many pages it has
 */
export async function barePass(bytes, { masked }) {
  const engine = await loadEngine();
  const data = masked ? maskFontPrograms(bytes) : bytes;
  const task = engine.getDocument({
    data: data === bytes ? Uint8Array.from(bytes) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    ...engineFolders(),
    cMapPacked: true,
    verbosity: 0,
    isEvalSupported: false,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getOperatorList({ annotationMode: 0 });
    page.cleanup();
    if (number % 50 === 0) await document.cleanup();
  }
  await task.destroy();
  return document.numPages;
}

/** Whether masking changes anything in this document. */
export function canMask(bytes) {
  return maskFontPrograms(bytes) !== bytes;
}

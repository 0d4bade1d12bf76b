import { word } from "./words.js";

/** Everything that the page shows: of the server, or of the element that stands behind the script. */
export async function wholeData(isServed) {
  if (isServed) {
    const answer = await fetch("data");
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }
  if (!globalThis.DecompressionStream) document.body.prepend(word("old"));
  if (document.readyState === "loading") await new Promise((resolve) => document.addEventListener("data", resolve));
  const text = atob(document.getElementById("data").textContent);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(json).json();
}

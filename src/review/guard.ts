/** Who is let in: only this machine, only by the address that it was given, only with the token. */
import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

export interface Door {
  readonly token: string;
  readonly port: number;
}

/** Larger than any decision, bytes. */
const LONGEST_BODY = 1 << 16;

/**
 * The path behind the token, e.g. "/1/page/3"; a number is the status of the refusal.
 * A name that was bound anew to this machine shows in Host, another page's doing in Sec-Fetch-Site and Origin.
 */
export function admit(method: string, url: string, headers: IncomingHttpHeaders, door: Door): string | number {
  const hosts = [`127.0.0.1:${door.port}`, `localhost:${door.port}`];
  if (!hosts.includes(headers.host ?? "")) return 403;
  if (!["same-origin", "none", undefined].includes(headers["sec-fetch-site"]?.toString())) return 403;
  if (method !== "GET" && method !== "POST") return 405;
  const [, token = "", path = ""] = /^\/([^/?#]*)(\/[^?#]*)$/.exec(url) ?? [];
  if (!isSame(token, door.token)) return 404;
  if (method === "GET") return path;
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `http://${host}`)) return 403;
  // A form of another page can send neither of these.
  if (!isSame(headers["x-juesuan-token"]?.toString() ?? "", door.token)) return 403;
  if (headers["content-type"] !== "application/json") return 415;
  return path;
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The request's JSON; null where it is none, undefined where it is too long. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length > LONGEST_BODY) return undefined;
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString("utf8"));
  } catch {
    return null;
  }
}

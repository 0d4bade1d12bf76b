/** The report of every document in a folder, for one person on this machine, with decisions. */
import { randomBytes } from "node:crypto";
import { realpath } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { JuesuanError } from "../model/index.js";
import { documentFolders, SchemaError } from "../output/index.js";
import { indexPage } from "../report/index.js";
import { admit, bodyOf } from "./guard.js";
import { Overtaken, type ReviewOptions, reviewed } from "./reviewed.js";

const LOOPBACK = "127.0.0.1";

export interface ServeOptions extends Partial<Omit<ReviewOptions, "token">> {
  /** Any free one where nothing is said. */
  readonly port?: number | undefined;
}

export interface Review {
  /** With the token: whoever has it may read and decide. */
  readonly url: string;
  close(): Promise<void>;
}

type Reviewed = ReturnType<typeof reviewed>;
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Serves the documents in a folder that `extract` or `batch` wrote, on the loopback interface only.
 * @throws JuesuanError "usage" where there are none, where another review holds one, or where the port is taken
 */
export async function serveReview(folder: string, options: ServeOptions = {}): Promise<Review> {
  const token = randomBytes(24).toString("base64url");
  const { port = 0, author = "", pdfs = [], password, now = () => new Date().toISOString() } = options;
  const root = await realpath(folder).catch(() => folder);
  const folders = await documentFolders(folder);
  const documents = folders.map((one) => reviewed(one, root, { token, author, pdfs, password, now }));
  const closeAll = async () => {
    for (const document of documents) await document.close();
  };
  const giveUp = async (cause: unknown) => {
    await closeAll();
    throw cause;
  };
  for (const document of documents) await document.hold().catch(giveUp);
  const server = createServer((request, response) => {
    const address = server.address();
    const door = { token, port: typeof address === "object" && address ? address.port : 0 };
    const { method = "", url = "", headers } = request;
    const path = admit(method, url, headers, door);
    const answer = typeof path === "number" ? refusal(path) : answerTo(path, request, documents);
    Promise.resolve(answer)
      .catch(fault)
      .then((made) => send(response, made));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(new JuesuanError("usage", `port ${port}: ${cause.message}`, { cause })));
    server.listen(port, LOOPBACK, resolve);
  }).catch(giveUp);
  // One document will be asked for next: begin, and let the asking tell what is wrong with it.
  const [only] = documents;
  if (only && documents.length === 1) only.prepare().catch(() => {});
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${LOOPBACK}:${bound}/${token}/`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await closeAll();
    },
  };
}

/** No path of the address is a path of the disk: documents and pages go by their numbers. */
async function answerTo(path: string, request: IncomingMessage, documents: readonly Reviewed[]): Promise<Answer> {
  const [, which, rest, page] = /^\/(?:(\d{1,6})\/(data|decide|page\/(\d{1,6}))?)?$/.exec(path) ?? [];
  if (path === "/" && request.method === "GET") return frontPage(documents);
  const document = documents[Number(which) - 1];
  if (!document) return refusal(404);
  if (request.method === "POST") return rest === "decide" ? decision(document, await bodyOf(request)) : refusal(404);
  if (rest === undefined) return documentPage(document);
  if (rest === "data") return json(200, await document.data());
  const picture = page === undefined ? null : await document.picture(Number(page));
  return picture ? { status: 200, type: "image/webp", body: picture } : refusal(404);
}

/** A document that cannot be shown says why, to a person. */
async function documentPage(document: Reviewed): Promise<Answer> {
  try {
    const { html, policy } = await document.page();
    return { ...htmlOf(html), headers: { "content-security-policy": policy } };
  } catch (error) {
    if (!(error instanceof JuesuanError)) throw error;
    return { ...refusal(500), body: `${error.message}\n` };
  }
}

async function frontPage(documents: readonly Reviewed[]): Promise<Answer> {
  if (documents.length === 1) return { ...refusal(302), headers: { location: "1/" } };
  const rows = await Promise.all(documents.map((document, index) => document.row(`${index + 1}/`)));
  const { html, policy } = indexPage(rows);
  return { ...htmlOf(html), headers: { "content-security-policy": `${policy}; frame-ancestors 'none'` } };
}

async function decision(document: Reviewed, request: unknown): Promise<Answer> {
  if (request === undefined) return refusal(413);
  try {
    return json(200, { data: await document.decide(request) });
  } catch (error) {
    if (error instanceof Overtaken) return json(409, { error: error.message, data: error.data });
    // A name of 300 characters is no fault of ours.
    if (error instanceof JuesuanError || error instanceof SchemaError) return json(400, { error: error.message });
    throw error;
  }
}

const htmlOf = (body: string): Answer => ({ status: 200, type: "text/html; charset=utf-8", body });
const json = (status: number, value: unknown): Answer => ({
  status,
  type: "application/json",
  body: JSON.stringify(value),
});
const refusal = (status: number): Answer => ({ status, type: "text/plain; charset=utf-8", body: `${status}\n` });
const fault = (error: unknown): Answer =>
  json(500, { error: error instanceof JuesuanError ? error.message : "a fault of juesuan, please report it" });

function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  response.writeHead(status, {
    "content-type": type,
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(body);
}

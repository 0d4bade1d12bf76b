/** Who the server of `juesuan review` lets in, over the wire. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareOutput, writeDisclosure } from "../../src/output/index.js";
import { extract } from "../../src/pipeline.js";
import { type Review, serveReview } from "../../src/review/index.js";
import { printedPdf } from "../helpers/printed-pages.js";
import { sampleDisclosure } from "../output/sample.js";

let folder: string;
let review: Review;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "juesuan-review-"));
  await prepareOutput(join(folder, "out"));
  await writeDisclosure(sampleDisclosure(), join(folder, "out"), "some");
  await writeDisclosure(sampleDisclosure(), join(folder, "out"), "other");
  await writeFile(join(folder, "secret.txt"), "secret");
  review = await serveReview(join(folder, "out"), { author: "李四", now: () => "2025-03-01T08:00:00Z" });
});
afterAll(async () => {
  await review.close();
  await rm(folder, { recursive: true, force: true });
});

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** With the path as it is: `fetch` would tidy it up. */
function send({ path = "", method = "GET", headers = {}, body = "" }: Sent, url = review.url) {
  const { hostname, port, pathname } = new URL(url);
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const at = path.startsWith("/") ? path : pathname + path;
    const sent = request({ hostname, port, path: at, method, headers }, async (response) => {
      const pieces: Buffer[] = [];
      for await (const piece of response) pieces.push(piece);
      const text = Buffer.concat(pieces).toString("utf8");
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const tokenOf = (url: string) => new URL(url).pathname.slice(1, -1);
const decision = { kind: "finding", finding: 0, author: "李\u202e四\u001b", reason: "看过原件", seen: 0 };

function decide(change: Partial<Sent> = {}): Promise<{ status: number; text: string }> {
  const headers = { "content-type": "application/json", "x-juesuan-token": tokenOf(review.url) };
  return send({ path: "1/decide", method: "POST", headers, body: JSON.stringify(decision), ...change });
}

describe("the server of a review", () => {
  it("listens on the loopback interface, with a token of its own every time", async () => {
    expect(new URL(review.url).hostname).toBe("127.0.0.1");
    expect(tokenOf(review.url)).toMatch(/^[\w-]{32}$/);
    await writeDisclosure(sampleDisclosure(), join(folder, "second"), "some");
    const second = await serveReview(join(folder, "second"));
    expect(tokenOf(second.url)).not.toBe(tokenOf(review.url));
    await second.close();
    await expect(send({}, second.url)).rejects.toThrow("ECONNREFUSED");
  });

  it("shows nothing without the token, to another host's name, or to another page", async () => {
    const port = new URL(review.url).port;
    const refused: [Sent, number][] = [
      [{ path: "/" }, 404],
      [{ path: "/1/" }, 404],
      [{ path: `/${"x".repeat(32)}/` }, 404],
      [{ headers: { host: `evil.example:${port}` } }, 403],
      [{ headers: { host: "127.0.0.1:1" } }, 403],
      [{ headers: { "sec-fetch-site": "cross-site" } }, 403],
      [{ headers: { "sec-fetch-site": "same-site" } }, 403],
      [{ method: "PUT" }, 405],
      [{ method: "DELETE" }, 405],
    ];
    for (const [sent, status] of refused) {
      const answer = await send(sent);
      expect([sent, answer.status, answer.text]).toEqual([sent, status, `${status}\n`]);
    }
    expect((await send({ headers: { host: `localhost:${port}` } })).status).toBe(200);
  });

  it("gives pages that may load and send nothing elsewhere", async () => {
    const front = await send({});
    expect(front.text.match(/<a href="[12]\/">/g)).toHaveLength(2);
    const { status, headers, text } = await send({ path: "1/" });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "cross-origin-resource-policy": "same-origin",
    });
    const policy = headers["content-security-policy"];
    expect(policy).toMatch(/^default-src 'none'; img-src 'self' data:; connect-src 'self'; style-src 'sha256-/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(text).toContain("connect-src 'self'");
    const data = await send({ path: "1/data" });
    expect([data.status, data.headers["content-type"]]).toEqual([200, "application/json"]);
    expect(JSON.parse(data.text).places.length).toBeGreaterThan(0);
    for (const value of Object.values(headers)) expect(value).not.toContain("access-control");
  });

  it("reads no path that the address names", async () => {
    for (const path of [
      "../secret.txt",
      "1/../../secret.txt",
      "..%2fsecret.txt",
      "1/page/../../../secret.txt",
      "1/document.json",
      "1/overrides.json",
      "1/page/1e1",
      "1//etc/passwd",
      "3/",
      "0/",
      "-1/",
      "1/decide",
      "1/page/9999",
    ]) {
      const answer = await send({ path });
      expect([path, answer.status, answer.text]).toEqual([path, 404, "404\n"]);
    }
  });

  it("follows no link out of the folder", async () => {
    const out = join(folder, "linked");
    await mkdir(out);
    await symlink(join(folder, "out/some"), join(out, "away"));
    await writeDisclosure(sampleDisclosure(), out, "near");
    await symlink(join(folder, "secret.txt"), join(out, "near/overrides.json"));
    const linked = await serveReview(out);
    expect((await send({}, linked.url)).text).not.toContain("某局");
    for (const path of ["1/", "2/"]) {
      const { status, text } = await send({ path }, linked.url);
      expect([status, text]).toEqual([500, expect.stringContaining("leads out of the folder")]);
      const data = await send({ path: `${path}data` }, linked.url);
      expect([data.status, JSON.parse(data.text).error]).toEqual([500, expect.stringContaining("leads out")]);
    }
    await linked.close();
  });

  it("lists what cannot be read among what can, and says why", async () => {
    const out = join(folder, "among");
    for (const name of ["good", "torn", "typed"]) await writeDisclosure(sampleDisclosure(), out, name);
    await writeFile(join(out, "torn/document.json"), "{");
    await mkdir(join(out, "typed/overrides.json"));
    const among = await serveReview(out);
    const { text } = await send({}, among.url);
    expect(text.match(/<a href="[^"]*">/g)).toEqual(['<a href="1/">']);
    expect(text).toContain("torn/document.json is no JSON");
    expect(text).toContain("typed/overrides.json cannot be used: it is no file");
    const { status, headers, text: page } = await send({ path: "3/" }, among.url);
    expect([status, headers["content-type"], page]).toEqual([
      500,
      "text/plain; charset=utf-8",
      expect.stringContaining("typed/overrides.json cannot be used"),
    ]);
    await among.close();
  });

  it("takes decisions only from its own page", async () => {
    const token = tokenOf(review.url);
    const json = { "content-type": "application/json" };
    const port = new URL(review.url).port;
    for (const [headers, status] of [
      [json, 403],
      [{ ...json, "x-juesuan-token": "x".repeat(32) }, 403],
      [{ "x-juesuan-token": token, "content-type": "text/plain" }, 415],
      [{ ...json, "x-juesuan-token": token, origin: "http://evil.example" }, 403],
      [{ ...json, "x-juesuan-token": token, origin: "null" }, 403],
      [{ ...json, "x-juesuan-token": token, host: `evil.example:${port}` }, 403],
    ] as const)
      expect((await decide({ headers })).status).toBe(status);
    for (const [change, message] of [
      [{ reason: " " }, "reason is missing"],
      [{ author: 7 }, "author is missing"],
      [{ finding: 99 }, "no such finding"],
      [{ kind: "value", id: 1e9, text: "1" }, "no such place"],
      [{ kind: "value", id: 0, text: "abc" }, "is no amount"],
      [{ kind: "constructor", id: 0 }, "no kind of decision"],
      [{ kind: "withdrawal", of: 1 }, "no such decision"],
      [{ author: "长".repeat(300) }, "author is longer than 200"],
      [{ reason: "长".repeat(2001) }, "reason is longer than 2000"],
      [{ author: "\u202e\u0007" }, "author is missing"],
    ] as const) {
      const { status, text } = await decide({ body: JSON.stringify({ ...decision, ...change }) });
      expect([status, JSON.parse(text).error]).toEqual([400, expect.stringContaining(message)]);
    }
    for (const body of ["", "[1]", "null", "{"]) expect((await decide({ body })).status).toBe(400);
    expect((await decide({ body: `"${"x".repeat(1 << 17)}"` })).status).toBe(413);
    await expect(readFile(join(folder, "out/other/overrides.json"))).rejects.toThrow("ENOENT");
  });

  it("appends what is decided, once, and tells who comes too late", async () => {
    const answers = await Promise.all([decide(), decide()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { overrides } = JSON.parse(await readFile(join(folder, "out/other/overrides.json"), "utf8"));
    expect(overrides).toMatchObject([
      { kind: "finding", rule: "F02.total", author: "李四", reason: "看过原件", time: "2025-03-01T08:00:00Z" },
    ]);
  });

  it("shows what extract wrote meanwhile, of another PDF with other pages", async () => {
    const out = join(folder, "anew");
    const pdfs = join(folder, "pdfs");
    await mkdir(pdfs);
    const write = async (pages: number) => {
      const bytes = printedPdf(Array.from({ length: pages }, (_, page) => `第${page + 1}页`).join("\n---\n"));
      await writeFile(join(pdfs, "x.pdf"), bytes);
      await writeDisclosure(await extract(bytes, { fileName: "x.pdf" }), out, "x");
    };
    await write(1);
    const one = await serveReview(out, { pdfs: [pdfs] });
    const pages = async () =>
      JSON.parse(/id="head">(.*?)<\/script>/.exec((await send({ path: "1/" }, one.url)).text)?.[1] ?? "").pages.length;
    const status = async () => (await send({ path: "1/page/2" }, one.url)).status;
    expect([await pages(), await status()]).toEqual([1, 404]);
    await write(2);
    expect([await pages(), await status()]).toEqual([2, 200]);
    await one.close();
  });
});

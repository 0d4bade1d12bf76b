import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The server's program, from Debian's redis-server or valkey-server; undefined where neither is installed. */
export const SERVER = ["valkey-server", "redis-server"].find((name) => spawnSync(name, ["--version"]).status === 0);
/** A server that runs already, e.g. the one that .ci/run starts. */
const RUNNING = process.env.JUESUAN_TEST_REDIS;

export const HAS_REDIS = RUNNING !== undefined || SERVER !== undefined;

/** A server with nothing in it: one that is given, else one of its own. */
export class Redis {
  readonly url: string;
  readonly #server: ChildProcess | undefined;
  readonly #folder: string | undefined;

  private constructor(url: string, server?: ChildProcess, folder?: string) {
    this.url = url;
    this.#server = server;
    this.#folder = folder;
  }

  static async start(): Promise<Redis> {
    if (RUNNING !== undefined) return new Redis(RUNNING);
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), "juesuan-redis-"));
    const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
    const server = spawn(SERVER ?? "redis-server", args, { stdio: ["ignore", "pipe", "ignore"] });
    for await (const text of server.stdout) if (String(text).includes("Ready to accept connections")) break;
    return new Redis(`redis://127.0.0.1:${port}`, server, folder);
  }

  async stop(): Promise<void> {
    if (this.#server && this.#server.exitCode === null) {
      const exit = once(this.#server, "exit");
      this.#server.kill("SIGKILL");
      await exit;
    }
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

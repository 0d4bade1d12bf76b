/**
 * The PDF engine (pdfjs-dist, legacy build), loaded once and only when a document is opened.
 *
 * Its core-js replaces three built-ins of the whole process with slow ones (JSON.stringify of 13.7 MB: 0.2 s → 6 s,
 * design/ENGINE-FACTS.md), so they are put back after the import.
 */
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type { PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";
import { InThreadPort } from "./port.js";

export type Engine = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

let loading: Promise<Engine> | undefined;

export function loadEngine(): Promise<Engine> {
  loading ??= importEngine();
  return loading;
}

async function importEngine(): Promise<Engine> {
  const { push } = Array.prototype;
  const { stringify, parse } = JSON;
  const engine = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // The worker's module, imported here, runs in this thread: one document per process thread is the unit of parallelism.
  const worker: string = "pdfjs-dist/legacy/build/pdf.worker.mjs";
  await import(worker);
  Array.prototype.push = push;
  JSON.stringify = stringify;
  JSON.parse = parse;
  return engine;
}

type WorkerOptions = Parameters<Engine["PDFWorker"]["create"]>[0];

/** The engine's worker in this thread, for one document; destroy it with that. */
export function inThreadWorker(engine: Engine): PDFWorker {
  const port = new InThreadPort();
  // Its declaration asks for a browser's Worker, of which the engine uses these methods.
  const worker = engine.PDFWorker.create({ port, verbosity: 0 } as unknown as WorkerOptions);
  workerModule().initializeFromPort(port);
  return worker;
}

/** What importing the worker's module leaves for the engine to find. */
function workerModule(): { initializeFromPort(port: InThreadPort): void } {
  const { pdfjsWorker } = globalThis as unknown as {
    pdfjsWorker: { WorkerMessageHandler: { initializeFromPort(port: InThreadPort): void } };
  };
  return pdfjsWorker.WorkerMessageHandler;
}

/** Folders of the engine's package that it reads CMaps, fonts and decoders from. Without the first, CJK text is silently empty. */
export function engineFolders(): { cMapUrl: string; standardFontDataUrl: string; wasmUrl: string } {
  const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const folder = (name: string) => join(root, name) + sep;
  return { cMapUrl: folder("cmaps"), standardFontDataUrl: folder("standard_fonts"), wasmUrl: folder("wasm") };
}

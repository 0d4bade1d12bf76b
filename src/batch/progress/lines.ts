import type { Observer } from "./events.js";
import { outcomeText, plural, reportText } from "./words.js";

/** One line per document. @param write gets lines without their end */
export function lineObserver(write: (line: string) => void): Observer {
  let files = 0;
  let seen = 0;
  return {
    begun({ files: all, documents, skipped }) {
      files = documents;
      write(`${plural(all, "file")}: ${documents} to read${skipped > 0 ? `, ${skipped} done before` : ""}`);
    },
    started() {},
    progress() {},
    finished(source, outcome, seconds) {
      seen += 1;
      write(`[${seen}/${Math.max(files, seen)}] ${source}: ${outcomeText(outcome, seconds)}`);
    },
    collecting() {},
    done: (report) => write(reportText(report)),
    close() {},
  };
}

/** One JSON object per line, for programs. @param write gets lines without their end */
export function jsonObserver(write: (line: string) => void): Observer {
  const event = (name: string, fields: object) => write(JSON.stringify({ event: name, ...fields }));
  return {
    begun: (total) => event("begun", total),
    started: (source) => event("started", { source }),
    progress: (source, page, pages) => event("progress", { source, page, pages }),
    finished(source, { status, reason, pages }, seconds) {
      event("finished", { source, status, reason, pages, seconds });
    },
    collecting: () => event("collecting", {}),
    done: (report) => event("done", { report }),
    close() {},
  };
}

/** Says nothing but what failed. */
export function quietObserver(write: (line: string) => void): Observer {
  const nothing = () => {};
  return {
    begun: nothing,
    started: nothing,
    progress: nothing,
    finished(source, outcome, seconds) {
      if (outcome.status === "failed") write(`${source}: ${outcomeText(outcome, seconds)}`);
    },
    collecting: nothing,
    done: nothing,
    close: nothing,
  };
}

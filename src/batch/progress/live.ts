import type { Observer } from "./events.js";
import { Tally } from "./tally.js";
import { outcomeText, reportText, time } from "./words.js";

export interface Screen {
  write(text: string): void;
  readonly columns: number;
}

/** Milliseconds between two pictures. */
const REDRAW_EVERY = 200;
/** Documents shown as being read, the slowest first. */
const SHOWN = 4;
const BAR = 24;

/** A view of some lines that is drawn over itself; what failed is written above it and stays. */
export function liveObserver(screen: Screen, tally = new Tally()): Observer {
  let drawn = 0;
  let isCollecting = false;
  const clear = () => {
    if (drawn > 0) screen.write(`\r\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  const draw = () => {
    const lines = isCollecting ? ["writing the collection …"] : view(tally);
    clear();
    screen.write(lines.map((line) => `${cut(line, screen.columns - 1)}\n`).join(""));
    drawn = lines.length;
  };
  const timer = setInterval(draw, REDRAW_EVERY);
  timer.unref();
  return {
    begun({ documents }) {
      tally.begin(documents);
      draw();
    },
    started: (source) => tally.start(source),
    progress: (source, page, pages) => tally.progress(source, page, pages),
    finished(source, outcome, seconds) {
      tally.finish(source, outcome);
      if (outcome.status !== "failed") return;
      clear();
      screen.write(`${clean(`${source}: ${outcomeText(outcome, seconds)}`)}\n`);
      draw();
    },
    collecting() {
      isCollecting = true;
      draw();
    },
    done(report) {
      clear();
      screen.write(`${reportText(report)}\n`);
    },
    close() {
      clearInterval(timer);
      clear();
    },
  };
}

function view(tally: Tally): string[] {
  const { done, total, partial, failed, eta } = tally;
  const filled = total === 0 ? BAR : Math.min(BAR, Math.floor((done / total) * BAR));
  const bar = "█".repeat(filled) + "░".repeat(BAR - filled);
  const left = eta === null ? "" : `  ${time(eta)} left`;
  const pace = `${tally.pagesPerSecond.toFixed(1)} pages/s`;
  return [
    `${bar} ${done}/${total}  ${failed} failed  ${partial} partial  ${pace}${left}`,
    ...tally.working.slice(0, SHOWN).map(({ source, seconds, page, pages }) => {
      const where = pages > 0 ? `page ${page}/${pages}` : "opening";
      return `${String(Math.floor(seconds)).padStart(5)} s  ${where.padEnd(14)} ${source}`;
    }),
  ];
}

/** A file's name may hold what moves a terminal's cursor. */
function clean(text: string): string {
  return text.replace(/\p{Cc}/gu, "\ufffd");
}

/** Cuts at the terminal's width, else the view could not be drawn over. From Hangul on, characters count as two columns. */
function cut(text: string, columns: number): string {
  let width = 0;
  let line = "";
  for (const character of clean(text)) {
    width += character >= "\u1100" ? 2 : 1;
    if (width > columns) break;
    line += character;
  }
  return line;
}

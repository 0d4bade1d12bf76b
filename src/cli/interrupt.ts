import { EXIT, type Session } from "./session.js";

/**
 * The first Ctrl-C (or SIGTERM) lets the work in hand stop cleanly; a second one ends the process as the system does.
 * @returns a function that takes the handlers off again
 */
export function stopOnSignals(session: Session): () => void {
  const interrupt = () => session.stop(EXIT.interrupted);
  const terminate = () => session.stop(EXIT.terminated);
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", terminate);
  return () => {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", terminate);
  };
}

/** Why a call failed, for programs; the message is for people. */
export type JuesuanErrorCode =
  /** A PDF that no page can be read from. */
  | "unreadable"
  /** Encrypted, and the password is missing or wrong. */
  | "password"
  /** Bytes that are no PDF. */
  | "not-pdf"
  /** No bytes at all. */
  | "empty"
  /** The call itself is wrong. */
  | "usage"
  /** The file system refused. */
  | "io"
  /** The caller's signal said stop. */
  | "aborted"
  /** No OCR engine can be loaded on this machine. */
  | "ocr"
  /** A size beyond what the program takes on. */
  | "limit";

/**
 * The one error that the library throws on purpose.
 * Its message is one line that says what is wrong, where, and how to mend it; `cause` keeps the error beneath.
 */
export class JuesuanError extends Error {
  override readonly name = "JuesuanError";
  readonly code: JuesuanErrorCode;

  constructor(code: JuesuanErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

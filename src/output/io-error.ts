import { JuesuanError } from "../model/index.js";

/** What the system's code means, and how to mend it. */
const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: "no permission: change the folder's rights or choose another output folder",
  EPERM: "no permission: change the folder's rights or choose another output folder",
  EROFS: "the file system is read-only: choose another output folder",
  ENOSPC: "no space left on the disk: free some, or choose an output folder on another disk",
  EDQUOT: "your disk quota is used up: free some space, or choose an output folder on another disk",
  EFBIG: "the file would be larger than the system allows: raise the limit or choose another output folder",
  ENOTDIR: "a part of the path is a file, not a folder: choose another output folder",
  EEXIST: "it is a file, not a folder: choose another output folder",
  ENAMETOOLONG: "the path is too long for the file system: choose a shorter output folder",
  ELOOP: "its links go in circles: choose another output folder",
  EMFILE: "too many open files: raise the limit (ulimit -n) or run fewer at once",
  ENFILE: "too many open files on this machine: try again when it is less busy",
  EIO: "the disk reports an error: check it, or choose an output folder on another disk",
};

/** The system's code of an error ("ENOSPC"), or "" when it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/**
 * A file system's refusal as one clear line; other errors are given back as they are.
 * @param where the path that the caller knows, not the temporary one that failed
 */
export function ioError(error: unknown, where: string): unknown {
  const code = systemCode(error);
  if (error instanceof JuesuanError || !(error instanceof Error) || !/^E[A-Z]+$/.test(code)) return error;
  const reason = MEANINGS[code] ?? `${error.message}: choose another output folder`;
  return new JuesuanError("io", `cannot write ${where}: ${reason}`, { cause: error });
}

/**
 * Step `log`: writes the console of the guest to a file, which is kept after a failure.
 * @module
 */
import type { Step } from "./step.ts";
import { type Folder, folderError } from "./folder.ts";
import { failedLog, interrupted, type Start, withNext } from "./job.ts";

/** Result of the step. */
export interface Log {
  log: {
    /** The current console log: `install.log`, later `boot.log`. */
    path: string;
    /** Adds a line to `install.log`; its secrets must be masked already. */
    write(line: string): void;
    close(): void;
  };
}

/** Undone by closing it. */
export const log: Step<Start & Folder, Log> = {
  name: "log",
  async run({ folder }) {
    const path = `${folder.path}/install.log`;
    const file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
    const encoder = new TextEncoder();
    return {
      log: {
        path,
        write: (line) => {
          const bytes = encoder.encode(`${line}\n`);
          for (let done = 0; done < bytes.length;) done += file.writeSync(bytes.subarray(done));
        },
        close: () => file.close(),
      },
    };
  },
  async explain(cause, { job, log }) {
    if (interrupted(cause, job.signal)) return cause;
    const error = folderError(cause, job);
    const kept = failedLog(job);
    try {
      if ((await Deno.stat(log.path)).size === 0) return error;
      await Deno.rename(log.path, kept);
    } catch {
      return error;
    }
    return withNext(error, `the whole console is in ${kept}`);
  },
  undo: ({ log }) => log.close(),
};

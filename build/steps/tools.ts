/**
 * Step `tools`: which QEMU makes the disk. It is asked beside the work that follows.
 * @module
 */
import { run as runProgram } from "../../host/run.ts";
import { qemuProgram } from "../qemu/args.ts";
import type { BootMachine } from "./machine.ts";
import type { Step } from "./step.ts";

/** What it gives. */
export interface Tools {
  /** As `7.2.19`; `unknown` where QEMU says something else. */
  qemuVersion: Promise<string>;
}

/** Undone by waiting for the answer: nothing runs on behind a build that has ended. */
export function toolsWith(run: typeof runProgram): Step<Pick<BootMachine, "arch">, Tools> {
  return {
    name: "tools",
    run({ arch }) {
      const qemuVersion = run(qemuProgram(arch), ["--version"]).then(({ stdout }) =>
        /version (\S+)/.exec(stdout)?.[1] ?? "unknown"
      );
      // Whoever waits for it hears of a failure.
      qemuVersion.catch(() => {});
      return { qemuVersion };
    },
    undo: ({ qemuVersion }) => qemuVersion.then(() => {}, () => {}),
  };
}

/** The step of a build. */
export const tools: Step<Pick<BootMachine, "arch">, Tools> = toolsWith(runProgram);

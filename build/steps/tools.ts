/**
 * Step `tools`: finds the version of QEMU, in parallel with later steps.
 * @module
 */
import { run as runProgram } from "../../host/run.ts";
import { qemuProgram } from "../qemu/args.ts";
import type { BootMachine } from "./machine.ts";
import type { Step } from "./step.ts";

/** Result of the step. */
export interface Tools {
  /** `7.2.19`, for example; `unknown` if QEMU's output is not recognised. */
  qemuVersion: Promise<string>;
}

/** Undone by waiting for the answer, so that nothing is running after the build. */
export function toolsWith(run: typeof runProgram): Step<Pick<BootMachine, "arch">, Tools> {
  return {
    name: "tools",
    run({ arch }) {
      const qemuVersion = run(qemuProgram(arch), ["--version"]).then(({ stdout }) =>
        /version (\S+)/.exec(stdout)?.[1] ?? "unknown"
      );
      // A failure is reported to whoever awaits the result.
      qemuVersion.catch(() => {});
      return { qemuVersion };
    },
    undo: ({ qemuVersion }) => qemuVersion.then(() => {}, () => {}),
  };
}

/** The step of a build. */
export const tools: Step<Pick<BootMachine, "arch">, Tools> = toolsWith(runProgram);

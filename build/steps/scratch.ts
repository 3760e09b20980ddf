/**
 * Step `scratch`: creates a private folder for sockets and boot files.
 * @module
 */
import { temporaryFolder } from "../../host/host_error.ts";
import type { OwnFolder } from "../../host/own_folder.ts";
import type { Step } from "./step.ts";

/** Result of the step. */
export interface Scratch {
  scratch: OwnFolder;
}

/** Undone by removing it. */
export const scratch: Step<object, Scratch> = {
  name: "scratch",
  run: async () => ({ scratch: await temporaryFolder("gatewright-") }),
  undo: ({ scratch }) => scratch[Symbol.asyncDispose](),
};

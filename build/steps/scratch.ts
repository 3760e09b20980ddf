/**
 * Step `scratch`: a private folder for sockets and for what the installer boots from.
 * @module
 */
import { temporaryFolder } from "../../host/host_error.ts";
import type { OwnFolder } from "../../host/own_folder.ts";
import type { Step } from "./step.ts";

/** What it gives. */
export interface Scratch {
  scratch: OwnFolder;
}

/** Undone by removing it. */
export const scratch: Step<object, Scratch> = {
  name: "scratch",
  run: async () => ({ scratch: await temporaryFolder("gatewright-") }),
  undo: ({ scratch }) => scratch[Symbol.asyncDispose](),
};

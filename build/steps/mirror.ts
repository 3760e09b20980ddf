/**
 * Step `mirror`: the server that the installer fetches its sets from, empty as yet.
 * @module
 */
import { type MirrorServer, type Served, serveMirror } from "../installer/http_server.ts";
import type { Step } from "./step.ts";

/** What it gives. */
export interface Mirror {
  mirror: MirrorServer & {
    /** What is served, by absolute path; filled by step `render`. */
    files: Map<string, Served>;
  };
}

/** Undone by closing its port. */
export const mirror: Step<object, Mirror> = {
  name: "mirror",
  run() {
    const files = new Map<string, Served>();
    return { mirror: Object.assign(serveMirror(files), { files }) };
  },
  undo: ({ mirror }) => mirror[Symbol.asyncDispose](),
};

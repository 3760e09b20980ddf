/**
 * Step `mirror`: starts the server that the installer fetches its sets from, still empty.
 *
 * Its port is open to every user of the host, and the site set contains keys, so files are below a
 * folder with an unguessable name. That name is typed over the console, and is in no log, file or
 * argument list.
 * @module
 */
import { type MirrorServer, type Served, serveMirror } from "../installer/http_server.ts";
import type { Start } from "./job.ts";
import type { Step } from "./step.ts";

/** Limit of requests for missing files: an installer requests only what the list contains. */
const MANY = 20;

/** Result of the step. */
export interface Mirror {
  mirror: MirrorServer & {
    /** Files to serve, by absolute path; filled by step `render`. */
    files: Map<string, Served>;
    /** Name of the top folder of the server: 128 random bits in hexadecimal. */
    secret: string;
  };
}

/** Undone by closing its port. */
export const mirror: Step<Start, Mirror> = {
  name: "mirror",
  run({ job }) {
    const files = new Map<string, Served>();
    const server = serveMirror(files, (missed) => {
      if (missed !== MANY) return;
      job.onEvent?.({
        kind: "notice",
        text: `${MANY} requests to 127.0.0.1:${server.port} asked for what it does not serve: ` +
          "another user of this host may be looking for the gateway's keys",
      });
    });
    const secret = crypto.getRandomValues(new Uint8Array(16)).toHex();
    return { mirror: Object.assign(server, { files, secret }) };
  },
  undo: ({ mirror }) => mirror[Symbol.asyncDispose](),
};

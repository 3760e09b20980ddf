/**
 * QEMU's monitor protocol: commands, replies, and events, one JSON text per line
 * (docs/interop/qmp-spec of QEMU).
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { own } from "../../host/own.ts";
import { writeAll } from "../../host/write_all.ts";

/** An asynchronous event of QEMU. */
export interface QmpEvent {
  /** `SHUTDOWN`, `BLOCK_IO_ERROR`, `MIGRATION` ... */
  name: string;
  /** Its data; `{}` if it has none. */
  data: unknown;
}

/** A connection of Deno. */
export type QmpConnection = Pick<Deno.Conn, "read" | "write">;

/** Limit of a line in characters: replies are far shorter. */
const LONGEST = 1 << 20;

type Reply = PromiseWithResolvers<unknown> & { command: string };

/** A monitor in command mode. It ends with its connection, which the caller must close. */
export class Qmp {
  /** Resolves when the connection has ended. */
  readonly closed: Promise<void>;
  #waiting = new Map<string, Reply>();
  #number = 0;
  #over = false;
  #writing: Promise<unknown> = Promise.resolve();

  /** Sends qmp_capabilities, which must precede all other commands. */
  constructor(
    private readonly connection: QmpConnection,
    private readonly onEvent: (event: QmpEvent) => void,
  ) {
    this.closed = this.#read();
    // The reply is not needed: if it is an error, so are all later ones.
    this.execute("qmp_capabilities").catch(() => {});
  }

  /**
   * Makes QEMU execute a command, and returns its result.
   *
   * @throws {GatewrightError} with QEMU's message if it refuses, and if it ends before it replies.
   */
  async execute(command: string, args?: Record<string, unknown>): Promise<unknown> {
    const id = String(++this.#number);
    const reply: Reply = Object.assign(Promise.withResolvers<unknown>(), { command });
    if (this.#over) throw gone(command);
    this.#waiting.set(id, reply);
    const text = JSON.stringify({ execute: command, id, ...(args ? { arguments: args } : {}) });
    const bytes = new TextEncoder().encode(`${text}\n`);
    this.#writing = this.#writing.then(() => writeAll(this.connection, bytes)).catch(() => {
      // Pending commands are rejected at the end of the connection.
    });
    return await reply.promise;
  }

  async #read(): Promise<void> {
    let rest = "";
    const decoder = new TextDecoder();
    const buffer = new Uint8Array(4096);
    try {
      for (;;) {
        const n = await this.connection.read(buffer);
        if (n === null) break;
        const lines = (rest + decoder.decode(buffer.subarray(0, n), { stream: true })).split("\n");
        rest = lines.pop()!.slice(-LONGEST);
        for (const line of lines) this.#take(JSON.parse(line));
      }
    } catch {
      // The monitor was closed by the end of QEMU.
    }
    this.#over = true;
    for (const { reject, command } of this.#waiting.values()) reject(gone(command));
    this.#waiting.clear();
  }

  #take(message: unknown): void {
    const event = own(message, "event");
    if (typeof event === "string") {
      this.onEvent({ name: event, data: own(message, "data") ?? {} });
      return;
    }
    const id = String(own(message, "id"));
    const reply = this.#waiting.get(id);
    this.#waiting.delete(id);
    const error = own(message, "error");
    if (error === undefined) reply?.resolve(own(message, "return"));
    else {
      reply?.reject(
        new GatewrightError(`QEMU refuses ${reply.command}`, {
          why: String(own(error, "desc")),
          next: "gatewright doctor checks the QEMU of this host",
        }),
      );
    }
  }
}

function gone(command: string): GatewrightError {
  return new GatewrightError("QEMU ended before it answered", {
    where: command,
    next: "try again; gatewright doctor checks the QEMU of this host",
  });
}

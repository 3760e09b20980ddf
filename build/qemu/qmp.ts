/**
 * QEMU's monitor protocol: commands, their answers, and events, one JSON text a line
 * (docs/interop/qmp-spec of QEMU).
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { own } from "../../host/own.ts";
import { writeAll } from "../../host/write_all.ts";

/** Something that happened in QEMU by itself. */
export interface QmpEvent {
  /** `SHUTDOWN`, `BLOCK_IO_ERROR`, `MIGRATION` ... */
  name: string;
  /** What goes with it; `{}` where nothing does. */
  data: unknown;
}

/** A connection, as Deno gives it. */
export type QmpConnection = Pick<Deno.Conn, "read" | "write">;

/** The longest line that is waited for, in characters: an answer is far shorter. */
const LONGEST = 1 << 20;

type Reply = PromiseWithResolvers<unknown> & { command: string };

/** A monitor in command mode. It ends with its connection, which is the caller's to close. */
export class Qmp {
  /** Resolves when the connection has ended. */
  readonly closed: Promise<void>;
  #waiting = new Map<string, Reply>();
  #number = 0;
  #over = false;
  #writing: Promise<unknown> = Promise.resolve();

  /** Begins with qmp_capabilities, before which no other command is taken. */
  constructor(
    private readonly connection: QmpConnection,
    private readonly onEvent: (event: QmpEvent) => void,
  ) {
    this.closed = this.#read();
    // Its answer says nothing, and where it is refused, so is all that follows.
    this.execute("qmp_capabilities").catch(() => {});
  }

  /**
   * Has QEMU execute a command, and gives what it returns.
   *
   * @throws {GatewrightError} with QEMU's words if it refuses, and if it ends before it answers.
   */
  async execute(command: string, args?: Record<string, unknown>): Promise<unknown> {
    const id = String(++this.#number);
    const reply: Reply = Object.assign(Promise.withResolvers<unknown>(), { command });
    if (this.#over) throw gone(command);
    this.#waiting.set(id, reply);
    const text = JSON.stringify({ execute: command, id, ...(args ? { arguments: args } : {}) });
    const bytes = new TextEncoder().encode(`${text}\n`);
    this.#writing = this.#writing.then(() => writeAll(this.connection, bytes)).catch(() => {
      // Whoever waits is told by the end of the connection.
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
      // The monitor went away with QEMU.
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

/**
 * The state of a running machine as a stream of bytes: its memory and its devices, without its
 * disk. QEMU calls this a migration, to a file and back.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { writeAll } from "../../host/write_all.ts";
import { own } from "../../host/own.ts";
import type { Qemu } from "./process.ts";

/** Bandwidth limit in bytes per second, above that of any host. */
const BANDWIDTH = 2 ** 40;

/**
 * Stops the machine and yields its state. {@linkcode goOn} resumes it.
 *
 * @param socket path of a new Unix socket, in a private folder
 * @throws {GatewrightError} if QEMU cannot save it.
 */
export async function* sendState(
  qemu: Qemu,
  socket: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  await qemu.execute("stop");
  using listener = Deno.listen({ transport: "unix", path: socket });
  using migration = watchMigration(qemu);
  await prepare(qemu);
  await qemu.execute("migrate-set-parameters", { "max-bandwidth": BANDWIDTH });
  await qemu.execute("migrate", { uri: `unix:${socket}` });
  // If the migration fails early, QEMU never connects.
  const connection = await Promise.race([listener.accept(), migration.done]);
  if (!connection) throw refused("saved", "the migration ended without a connection");
  try {
    const buffer = new Uint8Array(1 << 20);
    for (;;) {
      const n = await connection.read(buffer);
      if (n === null) break;
      yield buffer.slice(0, n);
    }
    await migration.done;
  } finally {
    connection.close();
    await Deno.remove(socket).catch(() => {});
  }
}

/**
 * Loads a state into a machine that was started with `incoming`. It is stopped, as it was when the
 * state was saved.
 *
 * @param socket as for {@linkcode sendState}
 * @throws {GatewrightError} if QEMU refuses it: it belongs to another machine, or is damaged.
 */
export async function receiveState(
  qemu: Qemu,
  socket: string,
  state: Uint8Array,
): Promise<void> {
  using migration = watchMigration(qemu);
  await prepare(qemu);
  await qemu.execute("migrate-incoming", { uri: `unix:${socket}` });
  const connection = await Deno.connect({ transport: "unix", path: socket });
  let open = true;
  const close = () => {
    if (open) connection.close();
    open = false;
  };
  try {
    await writeAll(connection, state);
    connection.closeWrite();
    await migration.done;
  } catch (error) {
    // A QEMU that refuses closes the socket: its own message is better than a broken pipe.
    close();
    await migration.done;
    throw error;
  } finally {
    close();
    await Deno.remove(socket).catch(() => {});
  }
}

/** Resumes a stopped machine. */
export async function goOn(qemu: Qemu): Promise<void> {
  await qemu.execute("cont");
}

/** QEMU reports the end of a migration only to a client that asked for it. */
async function prepare(qemu: Qemu): Promise<void> {
  await qemu.execute("migrate-set-capabilities", {
    capabilities: [{ capability: "events", state: true }],
  });
}

interface Migration extends Disposable {
  /** Resolves when the migration is complete, rejects when it has failed or QEMU has ended. */
  done: Promise<void>;
}

function watchMigration(qemu: Qemu): Migration {
  const done = Promise.withResolvers<void>();
  done.promise.catch(() => {});
  const listening = qemu.onEvent(({ name, data }) => {
    if (name !== "MIGRATION") return;
    const status = own(data, "status");
    if (status === "completed") done.resolve();
    if (status === "failed") done.reject(refused("moved", "QEMU reports that it failed"));
  });
  qemu.ended.then(({ stderr, status }) =>
    done.reject(refused("taken", stderr || `QEMU ended with status ${status}`))
  );
  return {
    done: done.promise,
    [Symbol.dispose]: () => listening[Symbol.dispose](),
  };
}

function refused(what: string, why: string): GatewrightError {
  return new GatewrightError(`the state of the machine cannot be ${what}`, {
    code: "no-state",
    why,
    next: "install from the beginning",
  });
}

/**
 * Runs a planned migration.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { startProgram } from "../../host/start_program.ts";
import type { Migration } from "./migration.ts";

/**
 * Runs virsh and passes on its output. An abort makes virsh cancel the migration; the guest then
 * stays on this host.
 *
 * @throws {GatewrightError} with libvirt's message if it fails; the guest then stays on this host.
 */
export async function runMigration(
  { args, command }: Pick<Migration, "args" | "command">,
  onLine: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const child = startProgram("virsh", args, {
    stopSignal: "SIGINT",
    // A migration in progress must not be cut off when this process is killed.
    outlivesUs: true,
    ...(signal ? { signal } : {}),
  });
  const said: string[] = [];
  const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      // Progress has the form `\rMigration: [ 12 %]`.
      for (const line of text.split(/[\r\n]+/).map((one) => one.trim()).filter(Boolean)) {
        if (!line.startsWith("Migration:")) said.push(line);
        onLine(line);
      }
    }
  };
  await Promise.all([read(child.stdout), read(child.stderr)]);
  const { success } = await child.status;
  signal?.throwIfAborted();
  if (success) return;
  throw new GatewrightError("the migration failed; the guest stays on this host", {
    why: said.slice(-5).join("\n"),
    next: `correct what it reports; the command was: ${command}`,
  });
}

/**
 * Runs a planned migration.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Migration } from "./migration.ts";

/**
 * Runs virsh and tells what it says. An abort has virsh cancel the migration: the guest then goes on
 * where it was.
 *
 * @throws {GatewrightError} with libvirt's words if it fails; the guest then is where it was.
 */
export async function runMigration(
  { args, command }: Pick<Migration, "args" | "command">,
  onLine: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const child = new Deno.Command("virsh", {
    args,
    env: { LC_ALL: "C" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const cancel = () => {
    try {
      child.kill("SIGINT");
    } catch { /* it has just ended */ }
  };
  signal?.addEventListener("abort", cancel, { once: true });
  const said: string[] = [];
  const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      // Progress comes as `\rMigration: [ 12 %]`.
      for (const line of text.split(/[\r\n]+/).map((one) => one.trim()).filter(Boolean)) {
        if (!line.startsWith("Migration:")) said.push(line);
        onLine(line);
      }
    }
  };
  try {
    await Promise.all([read(child.stdout), read(child.stderr)]);
    const { success } = await child.status;
    signal?.throwIfAborted();
    if (success) return;
    throw new GatewrightError("the migration failed; the guest is where it was", {
      why: said.slice(-5).join("\n"),
      next: `mend what it names; the command was: ${command}`,
    });
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

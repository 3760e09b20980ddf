/**
 * A place whose gateways are of a miniature OpenBSD 6.6, which its own installer installs: signed, made
 * of the boot media in ../shared/openbsd-media.
 * @module
 */
import assert from "node:assert/strict";
import { FaultBench } from "./fault.ts";

const SHARED = new URL("../../shared/", import.meta.url).pathname;

/** Makes the place, with a mirror beside it; `more` are further lines of the description. */
export async function miniBench(more = ""): Promise<{ bench: FaultBench } & AsyncDisposable> {
  const mirror = await Deno.makeTempDir({ prefix: "gw-mirror-" });
  const { success } = await new Deno.Command(`${SHARED}tools/mini-release`, {
    args: ["amd64", mirror],
    stdout: "null",
  }).output();
  assert(success);
  const bench = await FaultBench.create(
    `{version: "6.6", arch: amd64, mirror: "file://${mirror}/pub/OpenBSD", key: ${mirror}/mini-66.pub}`,
    more,
  );
  return {
    bench,
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      await Deno.remove(mirror, { recursive: true });
    },
  };
}

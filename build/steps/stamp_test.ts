import assert from "node:assert/strict";
import { installEnvironment } from "../../autoinstall/environment.ts";
import { GatewrightError } from "../../host/error.ts";
import { Secret } from "../../host/secret.ts";
import { RENDERED, testMirror, testStart } from "../../test/install_job.ts";
import { openSaved, writeSaved } from "../stamp/saved_store.ts";
import { NotResumed, type stampDisk } from "../stamp/stamp_disk.ts";
import { machineOf } from "./install.ts";
import { keyFor } from "./saved_installer.ts";
import { stampWith } from "./stamp.ts";

/** The step with a saved installer in its cache, and whether that is still there. */
async function saved(signal?: AbortSignal) {
  const test = await testStart({
    stamp: {
      image: "/base/base.raw",
      pieces: "0".repeat(64),
      mounts: [["/", "a"]],
      cold: false,
      script: () => new Secret(""),
    },
    ...(signal ? { signal } : {}),
  });
  const { start, events } = test;
  const scratch = {
    path: `${test.root}/none`,
    moveTo: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const given = {
    ...start,
    scratch,
    log: { path: "", write: () => {}, close: () => {} },
    mirror: testMirror(),
    environment: installEnvironment(start.job.gateway),
    rendered: RENDERED,
    script: "http://10.0.2.2/secret/stamp",
    arch: "amd64" as const,
    boot: { kind: "network" as const, folder: "/scratch/boot" },
    accelerator: "tcg" as const,
    kind: "7.9-amd64-tcg-stamp",
    image: "/out/hq.raw",
  };
  const key = await keyFor(given, machineOf(given));
  await writeSaved(
    start.cacheDir,
    key,
    (async function* () {
      yield new TextEncoder().encode("memory");
    })(),
  );
  return {
    events,
    run: async (stamper: typeof stampDisk) => await stampWith(stamper).run(given),
    async isThere() {
      const found = await openSaved(start.cacheDir, key);
      if (!("installer" in found)) return false;
      found.installer[Symbol.dispose]();
      return true;
    },
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

const notices = (events: { kind: string }[]) => events.filter(({ kind }) => kind === "notice");

Deno.test("step stamp: a saved installer is resumed, and kept", async () => {
  await using step = await saved();
  let given: Parameters<typeof stampDisk>[0] | undefined;
  await step.run((options) => {
    given = options;
    return Promise.resolve();
  });
  assert(given?.saved);
  assert.deepEqual(given.secrets, [testMirror().secret]);
  assert.equal(await step.isThere(), true);
  assert.deepEqual(notices(step.events), []);
});

Deno.test("step stamp: an interrupt while it is resumed does not cost the saved installer", async () => {
  const stop = new AbortController();
  const reason = new GatewrightError("interrupted", { kind: "interrupted" });
  await using step = await saved(stop.signal);
  const interrupted = step.run(() => {
    stop.abort(reason);
    // QEMU is ended by the interrupt: this is how it looks from here.
    return Promise.reject(new NotResumed("QEMU ended with status 143"));
  });
  await assert.rejects(interrupted, reason);
  assert.equal(await step.isThere(), true);
  assert.deepEqual(notices(step.events), []);
});

Deno.test("step stamp: one that cannot be resumed is removed, and made again", async () => {
  await using step = await saved();
  const tried = step.run(() => Promise.reject(new NotResumed("the state is damaged")));
  // There is no folder for the disk that it would be made with.
  await assert.rejects(tried, Deno.errors.NotFound);
  assert.equal(await step.isThere(), false);
  assert.equal(notices(step.events).length, 2);
});

/**
 * Gatewright as a library: what a program gets that builds with it.
 */
import assert from "node:assert/strict";
import {
  build,
  type BuildEvent,
  type FetchEvent,
  findBuilt,
  GatewrightError,
  loadGateway,
} from "../../mod.ts";
import { rehearsalBench } from "../rehearsal.ts";

Deno.test("build() tells typed events in order, and an AbortSignal ends it with its reason", async () => {
  await using bench = await rehearsalBench();
  const enough = new Error("enough");
  const abort = new AbortController();
  const phases: string[] = [];
  let fetched = 0;
  const onEvent = (event: BuildEvent | FetchEvent) => {
    if (event.kind === "fetch") fetched = event.totals.done;
    if (event.kind === "phase") phases.push(event.phase);
    if (event.kind === "set") abort.abort(enough);
  };
  const { description: file, out } = bench;
  const end = await build(file, { out, accelerator: "tcg", signal: abort.signal, onEvent }).then(
    () => assert.fail("it went on to its end"),
    (error) => error,
  );
  assert.equal(end, enough);
  assert.deepEqual(phases, ["render", "boot", "answers", "questions", "sets"]);
  assert(fetched >= 4);
  assert.deepEqual([...Deno.readDirSync(`${bench.folder}/results`)], []);

  const refused = await build(`${bench.folder}/none.yaml`).catch((error) => error);
  assert(refused instanceof GatewrightError);
  assert(refused.next);
});

Deno.test("a program reads a description, changes the gateway and builds it", async () => {
  await using bench = await rehearsalBench();
  const { gateway } = await loadGateway(bench.description);
  const changed = { ...gateway, name: "other", hostname: "other.example.net" };
  const { manifest, out } = await build(changed, { out: bench.out, accelerator: "tcg" });
  assert.equal(manifest.name, "other");
  const { image } = await findBuilt(out);
  assert.match(image, /other\.raw$/);
  assert.equal(gateway.name, "gw", "the caller's gateway is as it was");
});

/**
 * Gatewright as a library: what a program gets that builds with it.
 */
import assert from "node:assert/strict";
import {
  build,
  type BuildEvent,
  type DeployEvent,
  deployImage,
  type FetchEvent,
  findBuilt,
  GatewrightError,
  inspectImage,
  loadGateway,
  renderGateway,
  resolveSecrets,
} from "../../mod.ts";
import { examplesIn, runExample } from "../examples.ts";
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

Deno.test("the example of build() reads a description, changes the gateway and builds it", async () => {
  await using bench = await rehearsalBench();
  const file = "build/build.ts";
  const source = await Deno.readTextFile(new URL(`../../${file}`, import.meta.url));
  const [example] = examplesIn(file, source);
  assert(example?.builds);
  const paths = new Map([["hq.yaml", bench.description], ["out/hq2", bench.out]]);
  await runExample(example, bench.folder, paths);
  const { image, manifest } = await findBuilt(bench.out);
  assert.match(image, /hq2\.raw$/);
  assert.equal(manifest?.hostname, "hq2.example.net");
});

Deno.test("what is read, changed and rendered composes: render, inspect and deploy", async () => {
  await using bench = await rehearsalBench();
  const { gateway } = await loadGateway(bench.description);
  const changed = { ...gateway, name: "other", hostname: "other.example.net" };
  const { out } = await build(changed, { out: bench.out, accelerator: "tcg" });
  const { secrets } = await resolveSecrets(changed);
  const { files } = await renderGateway(changed, secrets);
  const { image } = await findBuilt(out);
  using disk = await inspectImage(image);
  assert.equal(await disk.tree.text("/etc/myname"), "other.example.net\n");
  assert(files.some(({ path }) => path === "gatewright/etc/myname"));
  const target = `${bench.folder}/copy.raw`;
  const kinds = new Set<string>();
  const onEvent = (event: DeployEvent) => void kinds.add(event.kind);
  const done = await deployImage({
    image,
    target,
    yes: true,
    force: false,
    rehearsal: true,
    onEvent,
  });
  assert(done.verified);
  for (const kind of ["check", "progress", "target"]) assert(kinds.has(kind), kind);
  assert.equal(gateway.name, "gw", "the caller's gateway is as it was");
});

import assert from "node:assert/strict";
import { testGateway } from "../test/gateway.ts";
import { lockIsAwaited } from "../test/lock_is_awaited.ts";
import { BASE_NAME } from "./base/base_gateway.ts";
import { baseId, baseKind } from "./base/base_key.ts";
import { cachedBase } from "./make_base.ts";
import { Cache } from "./release/cache.ts";
import { cachePrune } from "./release/cache_prune.ts";
import type { ReleaseFiles } from "./release/fetch_release.ts";

/** A cache, and where the base of a gateway belongs in it. */
async function place() {
  const dir = await Deno.makeTempDir({ prefix: "gw-bases-" });
  await Cache.open(dir);
  const release = {
    files: new Map(["base79.tgz", "bsd"].map((name) => [name, { sha256: "aa" }])),
  } as unknown as ReleaseFiles;
  const gateway = testGateway({});
  const kind = baseKind(gateway, release);
  const path = `${dir}/base/${baseId(kind)}`;
  await Deno.mkdir(`${dir}/base`, { mode: 0o700 });
  const made = () => {
    Deno.mkdirSync(path, { mode: 0o700 });
    Deno.writeFileSync(`${path}/${BASE_NAME}.raw`, new Uint8Array(4096), { mode: 0o600 });
    const outputs = [{ name: `${BASE_NAME}.raw`, size: 4096, pieces: "ab" }];
    Deno.writeTextFileSync(`${path}/manifest.json`, JSON.stringify({ base: kind, outputs }));
  };
  /** Takes the base; `act` is told every notice. */
  const take = (act: (text: string, count: number) => void = () => {}, signal?: AbortSignal) => {
    let count = 0;
    return cachedBase(dir, {
      gateway,
      release,
      onEvent: (event) => event.kind === "notice" && act(event.text, ++count),
      ...(signal ? { signal } : {}),
    });
  };
  return {
    dir,
    path,
    made,
    take,
    [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }),
  };
}

function lockedFile(path: string): Deno.FsFile {
  const file = Deno.openSync(path, { write: true, create: true });
  file.lockSync(true);
  return file;
}

Deno.test("a base that builds use is kept by prune until the last of them ends", async () => {
  await using at = await place();
  at.made();
  using _one = await at.take();
  {
    using _other = await at.take();
    assert.deepEqual((await cachePrune({}, at.dir)).removed, []);
  }
  assert.deepEqual((await cachePrune({}, at.dir)).inUse.map(({ path }) => path), [at.path]);
});

Deno.test("for a base that is there nothing is written, nor waited for", async () => {
  await using at = await place();
  at.made();
  const lock = `${at.path}.lock`;
  (await at.take())[Symbol.dispose]();
  await assert.rejects(Deno.stat(lock), Deno.errors.NotFound);
  using _maker = lockedFile(lock);
  using base = await at.take((text) => assert.fail(text));
  assert.equal(base.image, `${at.path}/${BASE_NAME}.raw`);
});

Deno.test("a base that another build makes is waited for, although its lock file was pruned", async () => {
  await using at = await place();
  const lock = `${at.path}.lock`;
  const first = lockedFile(lock);
  let second: Deno.FsFile | undefined;
  const heard: string[] = [];
  using base = await at.take((text, count) => {
    heard.push(text);
    if (count === 1) {
      Deno.removeSync(lock);
      second = lockedFile(lock);
      first.close();
    } else {
      at.made();
      second!.close();
    }
  });
  assert.equal(heard.length, 2);
  for (const text of heard) assert.match(text, /another build is installing the base/);
  assert.equal(base.image, `${at.path}/${BASE_NAME}.raw`);
});

Deno.test("a base that is being pruned is not taken", async () => {
  await using at = await place();
  at.made();
  const prune = Deno.openSync(at.path);
  prune.lockSync(true);
  const stop = new AbortController();
  const heard: string[] = [];
  const taken = at.take((text) => {
    heard.push(text);
    // It would be installed now.
    stop.abort(new Error("enough"));
  }, stop.signal).then(() => "taken", String);
  await lockIsAwaited(taken);
  await Deno.remove(at.path, { recursive: true });
  prune.close();
  assert.equal(await taken, "Error: enough");
  assert.match(heard.join(), /^there is no base for this gateway yet/);
});

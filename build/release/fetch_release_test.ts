import assert from "node:assert/strict";
import { join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { cacheList, cachePrune } from "./cache.ts";
import { fetchRelease } from "./fetch_release.ts";
import { type Fault, makeKey, TestMirror } from "../../test/signed_release.ts";

/** The error of a fetch that must fail, and no file of the given name in the cache. */
async function failure(mirror: TestMirror, absent: string): Promise<GatewrightError> {
  const error = await fetchRelease(mirror.options()).then(
    () => assert.fail("the fetch succeeded"),
    (error) => error,
  );
  assert.ok(error instanceof GatewrightError, String(error));
  assert.match(error.where!, new RegExp(absent.replaceAll(".", "\\.")));
  assert.ok(error.next);
  const bad = mirror.files.get(absent);
  for (const entry of await cacheList(mirror.options().cacheDir)) {
    const bytes = await Deno.readFile(entry.path);
    assert.notDeepEqual(bytes, bad, `${absent} is in the cache`);
  }
  return error;
}

const only = (wanted: string, answer: () => Response): Fault => (name) =>
  name === wanted ? answer() : undefined;

Deno.test("a release comes verified, and the second time from the cache", async () => {
  await using mirror = await TestMirror.start();
  const states: string[] = [];
  const first = await fetchRelease(mirror.options());
  for (const [name, file] of first.files) {
    assert.deepEqual(await Deno.readFile(file.path), mirror.files.get(name));
    assert.equal(file.size, mirror.files.get(name)!.length);
  }
  assert.deepEqual(first.absent, ["bsd.mp"]);
  assert.equal(first.signature.key, "test key");
  mirror.requests = [];
  const onProgress = (progress: { state: string }) => states.push(progress.state);
  await fetchRelease({ ...mirror.options(), onProgress });
  assert.deepEqual(mirror.requests, ["SHA256.sig"]);
  assert.deepEqual(new Set(states), new Set(["cached"]));
  mirror.requests = [];
  const offline = await fetchRelease({ ...mirror.options(), offline: true });
  assert.deepEqual(new Set(offline.files.keys()), new Set(first.files.keys()));
  assert.deepEqual(mirror.requests, []);
  assert.equal((await Deno.stat(mirror.options().cacheDir)).mode! & 0o777, 0o700);
});

Deno.test("a file mirror serves too", async () => {
  await using mirror = await TestMirror.start();
  const dir = join(mirror.dir, "pub", "7.9", "amd64");
  await Deno.mkdir(dir, { recursive: true });
  for (const [name, bytes] of mirror.files) await Deno.writeFile(join(dir, name), bytes);
  mirror.release.mirror = `file://${mirror.dir}/pub`;
  assert.equal((await fetchRelease(mirror.options())).files.size, 8);
  await Deno.remove(join(dir, "man79.tgz"));
  await cachePrune({}, mirror.options().cacheDir);
  assert.equal((await failure(mirror, "man79.tgz")).exitCode, 1);
});

Deno.test("a swapped file and one that is cut at its source fail the check", async () => {
  for (const size of [100, 9000]) {
    await using mirror = await TestMirror.start();
    mirror.fault = only(
      "base79.tgz",
      () => new Response(mirror.files.get("bsd.rd")!.slice(0, size)),
    );
    assert.equal((await failure(mirror, "base79.tgz")).exitCode, 4);
  }
});

Deno.test("unsigned, wrongly signed and foreign lists fail the check", async () => {
  await using mirror = await TestMirror.start();
  const sig = mirror.files.get("SHA256.sig")!;
  const altered = sig.slice();
  altered[altered.length - 2]! ^= 1;
  mirror.files.set("SHA256.sig", altered);
  assert.match((await failure(mirror, "SHA256.sig")).message, /signature is wrong/);
  mirror.files.set("SHA256.sig", sig.slice(sig.indexOf(10, sig.indexOf(10) + 1) + 1));
  assert.equal((await failure(mirror, "SHA256.sig")).exitCode, 4);
  await mirror.sign(await makeKey());
  const error = await failure(mirror, "SHA256.sig");
  assert.match(error.message, /another key/);
  assert.equal(error.exitCode, 4);
  await using other = await TestMirror.start("i386");
  assert.match((await failure(other, "SHA256.sig")).message, /another architecture/);
});

Deno.test("404, 500, an HTML page, an empty file and silence are named", async () => {
  // Only silence has to be waited for; a busy host may be slow with the other answers.
  const cases: [() => Response, RegExp, idleTimeout?: number][] = [
    [() => new Response("", { status: 404 }), /404/],
    [() => new Response("", { status: 500 }), /500/],
    [() => new Response("<p>", { headers: { "content-type": "text/html" } }), /HTML/],
    [() => new Response(""), /empty/],
    [() => new Response(new ReadableStream({ start() {} })), /sends nothing|does not answer/, 100],
  ];
  for (const [answer, message, idleTimeout = 60_000] of cases) {
    await using mirror = await TestMirror.start();
    mirror.fault = only("bsd.rd", answer);
    const options = mirror.options();
    mirror.options = () => ({ ...options, download: { ...options.download, idleTimeout } });
    const error = await failure(mirror, "bsd.rd");
    assert.match(error.message, message);
    assert.equal(error.exitCode, 1);
  }
});

Deno.test("a server that closes the connection is a failed connection", async () => {
  await using mirror = await TestMirror.start();
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const closing = (async () => {
    for await (const connection of listener) connection.close();
  })();
  mirror.release.mirror = `http://127.0.0.1:${listener.addr.port}`;
  assert.match((await failure(mirror, "SHA256.sig")).message, /connection/);
  listener.close();
  await closing;
});

Deno.test("a cut download goes on where it was cut", async () => {
  await using mirror = await TestMirror.start();
  const bytes = mirror.files.get("base79.tgz")!;
  mirror.fault = (name, _request, tries) => {
    if (name !== "base79.tgz" || tries > 1) return undefined;
    let sent = false;
    const body = new ReadableStream({
      async pull(controller) {
        if (sent) {
          // The part must have arrived before the cut, so that there is something to go on with.
          await mirror.arrived.promise;
          return controller.error(new Error("cut"));
        }
        sent = true;
        controller.enqueue(bytes.slice(0, 40_000));
      },
    }, { highWaterMark: 0 });
    return new Response(body);
  };
  const onProgress = (progress: { file: string }) => {
    if (progress.file === "base79.tgz") mirror.arrived.resolve();
  };
  const { files } = await fetchRelease({ ...mirror.options(), onProgress });
  assert.deepEqual(await Deno.readFile(files.get("base79.tgz")!.path), bytes);
  assert.ok(mirror.requests.some((seen) => /^base79\.tgz bytes=[1-9]\d*-$/.test(seen)));
});

Deno.test("what an aborted fetch left is used only if it is right", async () => {
  await using mirror = await TestMirror.start();
  const { files } = await fetchRelease(mirror.options());
  const { path, sha256 } = files.get("base79.tgz")!;
  await Deno.remove(path);
  const part = join(mirror.options().cacheDir, "partial", `${sha256}.part`);
  await Deno.writeTextFile(part, "of another file");
  await fetchRelease(mirror.options());
  assert.deepEqual(await Deno.readFile(path), mirror.files.get("base79.tgz"));
});

Deno.test("a spoiled cache entry is fetched again", async () => {
  await using mirror = await TestMirror.start();
  const { files } = await fetchRelease(mirror.options());
  await Deno.writeTextFile(files.get("bsd")!.path, "spoiled");
  await fetchRelease(mirror.options());
  assert.deepEqual(await Deno.readFile(files.get("bsd")!.path), mirror.files.get("bsd"));
});

Deno.test("two fetches at once fill one cache, and prune empties it", async () => {
  await using mirror = await TestMirror.start();
  const dir = mirror.options().cacheDir;
  const both = await Promise.all([fetchRelease(mirror.options()), fetchRelease(mirror.options())]);
  assert.deepEqual(new Map([...both[0].files].sort()), new Map([...both[1].files].sort()));
  assert.deepEqual([...Deno.readDirSync(join(dir, "partial"))], []);
  const bsd = both[0].files.get("bsd")!.sha256;
  assert.equal((await cachePrune({ olderThan: new Date(0) }, dir)).length, 0);
  await cachePrune({ keep: [bsd] }, dir);
  assert.deepEqual((await cacheList(dir)).map((entry) => entry.sha256), [bsd]);
});

Deno.test("an abort ends the fetch with the signal's reason", async () => {
  await using mirror = await TestMirror.start();
  const abort = new AbortController();
  mirror.fault = only("bsd", () => {
    abort.abort(new Error("enough"));
    return new Response("late");
  });
  await assert.rejects(fetchRelease({ ...mirror.options(), signal: abort.signal }), /enough/);
});

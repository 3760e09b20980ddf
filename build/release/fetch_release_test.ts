import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { writeAll } from "../../host/write_all.ts";
import { cacheList, cachePrune } from "./cache_prune.ts";
import { type FetchProgress, fetchRelease } from "./fetch_release.ts";
import { HeldLimit } from "../../test/held_limit.ts";
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

/** A fetch that is done with its files at once: their names, paths and hashes. */
async function fetched(mirror: TestMirror): Promise<Map<string, { path: string; sha256: string }>> {
  using release = await fetchRelease(mirror.options());
  const files = [...release.files].sort(([a], [b]) => a < b ? -1 : 1);
  return new Map(files.map(([name, { path, sha256 }]) => [name, { path, sha256 }]));
}

const only = (wanted: string, answer: () => Response): Fault => (name) =>
  name === wanted ? answer() : undefined;

Deno.test("a release comes verified, and the second time from the cache", async () => {
  await using mirror = await TestMirror.start();
  const states: string[] = [];
  using first = await fetchRelease(mirror.options());
  for (const [name, file] of first.files) {
    assert.deepEqual(await Deno.readFile(file.path), mirror.files.get(name));
    assert.equal(file.size, mirror.files.get(name)!.length);
  }
  assert.deepEqual(first.absent, ["bsd.mp"]);
  assert.equal(first.signature.key, "test key");
  mirror.requests = [];
  const onProgress = (progress: { state: string }) => states.push(progress.state);
  using _second = await fetchRelease({ ...mirror.options(), onProgress });
  assert.deepEqual(mirror.requests, ["SHA256.sig"]);
  assert.deepEqual(new Set(states), new Set(["cached"]));
  mirror.requests = [];
  using offline = await fetchRelease({ ...mirror.options(), offline: true });
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
  {
    using release = await fetchRelease(mirror.options());
    assert.equal(release.files.size, 8);
  }
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

Deno.test("404, 500, an HTML page and an empty file are named", async () => {
  const cases: [() => Response, RegExp][] = [
    [() => new Response("", { status: 404 }), /404/],
    [() => new Response("", { status: 500 }), /500/],
    [() => new Response("<p>", { headers: { "content-type": "text/html" } }), /HTML/],
    [() => new Response(""), /empty/],
  ];
  for (const [answer, message] of cases) {
    await using mirror = await TestMirror.start();
    mirror.fault = only("bsd.rd", answer);
    const error = await failure(mirror, "bsd.rd");
    assert.match(error.message, message);
    assert.equal(error.exitCode, 1);
  }
});

Deno.test("silence is named", async () => {
  await using mirror = await TestMirror.start();
  mirror.fault = only("bsd.rd", () => new Response(new ReadableStream({ start() {} })));
  using limit = new HeldLimit(600_000);
  const options = mirror.options();
  const others = new Set(mirror.files.keys());
  for (const name of ["SHA256.sig", "bsd.rd"]) others.delete(name);
  mirror.options = () => ({
    ...options,
    download: { ...options.download, idleTimeoutMs: limit.milliseconds },
    onProgress: ({ file, state }: FetchProgress) => state === "verified" && others.delete(file),
  });
  // A mirror may be slow with the other files; each silence is over as soon as they are there.
  const clock = setInterval(() => others.size === 0 && limit.end(), 1);
  try {
    const error = await failure(mirror, "bsd.rd");
    assert.match(error.message, /stopped sending|does not answer/);
    assert.equal(error.exitCode, 1);
    assert.equal(mirror.requests.filter((name) => name === "bsd.rd").length, 3);
  } finally {
    clearInterval(clock);
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

Deno.test("an interrupted download is resumed", async () => {
  await using mirror = await TestMirror.start();
  const bytes = mirror.files.get("base79.tgz")!;
  // A server of its own: that of Deno prints an answer that breaks off as an error of the program.
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const cutting = (async () => {
    using connection = await listener.accept();
    await connection.read(new Uint8Array(4096));
    const head = `HTTP/1.1 200 OK\r\nContent-Length: ${bytes.length}\r\n\r\n`;
    await writeAll(connection, new TextEncoder().encode(head));
    await writeAll(connection, bytes.subarray(0, 40_000));
    // The part must have arrived before the cut, so that there is something to go on with.
    await mirror.arrived.promise;
  })();
  mirror.fault = (name, _request, tries) =>
    name === "base79.tgz" && tries === 1
      ? Response.redirect(`http://127.0.0.1:${listener.addr.port}/`)
      : undefined;
  const onProgress = (progress: { file: string }) => {
    if (progress.file === "base79.tgz") mirror.arrived.resolve();
  };
  using release = await fetchRelease({ ...mirror.options(), onProgress });
  assert.deepEqual(await Deno.readFile(release.files.get("base79.tgz")!.path), bytes);
  assert.ok(mirror.requests.some((seen) => /^base79\.tgz bytes=[1-9]\d*-$/.test(seen)));
  await cutting;
});

Deno.test("what an aborted fetch left is used only if it is right", async () => {
  await using mirror = await TestMirror.start();
  const { path, sha256 } = (await fetched(mirror)).get("base79.tgz")!;
  await Deno.remove(path);
  const part = join(mirror.options().cacheDir, "partial", `${sha256}.part`);
  await Deno.writeTextFile(part, "of another file");
  await fetched(mirror);
  assert.deepEqual(await Deno.readFile(path), mirror.files.get("base79.tgz"));
});

Deno.test("a spoiled cache entry is fetched again", async () => {
  await using mirror = await TestMirror.start();
  const { path } = (await fetched(mirror)).get("bsd")!;
  await Deno.writeTextFile(path, "spoiled");
  await fetched(mirror);
  assert.deepEqual(await Deno.readFile(path), mirror.files.get("bsd"));
});

/** Runs `work` as if it were `time`, in milliseconds. */
async function asOf<T>(time: number, work: () => Promise<T>): Promise<T> {
  const { now } = Date;
  Date.now = () => time;
  try {
    return await work();
  } finally {
    Date.now = now;
  }
}

Deno.test("what was hashed before is not hashed again unless it was written to", async () => {
  await using mirror = await TestMirror.start();
  const options = mirror.options();
  const again = async (unchanged: boolean) => {
    using release = await fetchRelease({ ...options, unchanged });
    return await Deno.readTextFile(release.files.get("bsd")!.path);
  };
  const began = Date.now();
  const good = await asOf(began, () => again(true));
  const { path, sha256 } = (await asOf(began, () => fetched(mirror))).get("bsd")!;
  assert.equal(await asOf(began, () => again(true)), good);
  const notes = () => [...Deno.readDirSync(join(options.cacheDir, "verified"))];
  assert.deepEqual(notes(), [], "one that was written a moment ago could be written again unseen");
  await asOf(Date.now() + 5000, () => again(true));
  const note = join(options.cacheDir, "verified", sha256);
  assert.match(await Deno.readTextFile(note), /^\d+ \d+ \d+ \d+$/);
  const spoil = () => Deno.writeTextFile(path, "x".repeat(good.length));
  await spoil();
  assert.equal(await again(true), good);
  // A note that fits a spoiled file shows who hashes.
  await spoil();
  const { size, ino, mtime, ctime } = await Deno.stat(path);
  await Deno.writeTextFile(note, [size, ino, mtime!.getTime(), ctime!.getTime()].join(" "));
  assert.match(await again(true), /^x+$/);
  assert.equal(await again(false), good);
  await cachePrune({}, options.cacheDir);
  assert.deepEqual(notes(), []);
});

Deno.test("two fetches at once fill one cache, and prune empties it", async () => {
  await using mirror = await TestMirror.start();
  const dir = mirror.options().cacheDir;
  const both = await Promise.all([fetched(mirror), fetched(mirror)]);
  assert.deepEqual(both[0], both[1]);
  assert.deepEqual([...Deno.readDirSync(join(dir, "partial"))], []);
  const bsd = both[0].get("bsd")!.sha256;
  assert.deepEqual((await cachePrune({ olderThan: new Date(0) }, dir)).removed, []);
  // Another key has signed the same files: the list is another one, with the same names.
  const list = [...Deno.readDirSync(join(dir, "release"))][0]!.name;
  await Deno.copyFile(
    join(dir, "release", list),
    join(dir, "release", "7.9-amd64-0123456789abcdef"),
  );
  const names = (await cacheList(dir)).map((entry) => entry.names);
  assert.ok(names.some(([name]) => name === "7.9/amd64/bsd.rd"), names.join(" "));
  assert.ok(names.some(([name]) => name === "7.9/amd64/SHA256.sig"));
  assert.ok(names.every((list) => list.length > 0 && new Set(list).size === list.length));
  await cachePrune({ keep: [bsd] }, dir);
  assert.deepEqual((await cacheList(dir)).map((entry) => entry.sha256), [bsd]);
});

Deno.test("prune keeps what is in use, and takes it afterwards", async () => {
  await using mirror = await TestMirror.start();
  const dir = mirror.options().cacheDir;
  {
    using release = await fetchRelease(mirror.options());
    const { removed, inUse } = await cachePrune({}, dir);
    assert.deepEqual([removed.length, inUse.length], [0, release.files.size]);
    await release.files.get("bsd")!.content.sha256();
  }
  const { removed, inUse } = await cachePrune({}, dir);
  assert.deepEqual([removed.length, inUse.length], [8, 0]);
  assert.deepEqual([...Deno.readDirSync(join(dir, "sha256"))], []);
});

Deno.test("prune takes what rehearsals are made of, unless it is in use or another cache's", async () => {
  await using mirror = await TestMirror.start();
  const dir = mirror.options().cacheDir;
  const folder = join(dir, "rehearsal");
  await Deno.mkdir(join(folder, "debian-virtio"), { recursive: true });
  const left = () => [...Deno.readDirSync(folder)].length;
  {
    using held = await Deno.open(folder);
    await held.lock(false);
    await cachePrune({}, dir);
    assert.equal(left(), 1);
  }
  await Deno.rename(folder, join(mirror.dir, "of-another-cache"));
  await Deno.symlink(join(mirror.dir, "of-another-cache"), folder);
  await cachePrune({}, dir);
  assert.equal(left(), 1);
  await Deno.remove(folder);
  await Deno.rename(join(mirror.dir, "of-another-cache"), folder);
  await cachePrune({}, dir);
  assert.equal(left(), 0);
});

Deno.test("what was verified is read, although another file has its place in the cache now", async () => {
  await using mirror = await TestMirror.start();
  using release = await fetchRelease(mirror.options());
  const { path, sha256, content } = release.files.get("base79.tgz")!;
  await Deno.writeTextFile(`${path}.evil`, "another file");
  await Deno.rename(`${path}.evil`, path);
  assert.equal(await content.sha256(), sha256);
});

Deno.test("a mirror that sends too much leaves nothing of it", async () => {
  for (const told of [true, false]) {
    await using mirror = await TestMirror.start();
    const junk = new Uint8Array(600_000);
    mirror.fault = only("bsd", () => {
      if (told) return new Response(junk);
      return new Response(ReadableStream.from([junk.subarray(0, 300_000), junk]));
    });
    const { cacheDir, download } = mirror.options();
    const error = await fetchRelease({
      ...mirror.options(),
      download: { ...download, maxBytes: 500_000 },
    }).catch((error) => error);
    assert.equal(error.message, "the file is too large");
    const parts = [...Deno.readDirSync(join(cacheDir, "partial"))].map(({ name }) => name);
    const sha256 = createHash("sha256").update(mirror.files.get("bsd")!).digest("hex");
    assert(parts.every((name) => !name.startsWith(sha256)), parts.join(" "));
  }
});

Deno.test("what a killed fetch left is the beginning of the next one", async () => {
  await using mirror = await TestMirror.start();
  const { path, sha256 } = (await fetched(mirror)).get("base79.tgz")!;
  const partial = join(mirror.options().cacheDir, "partial");
  const begun = (await Deno.readFile(path)).subarray(0, 40_000);
  await Deno.remove(path);
  await Deno.writeFile(join(partial, `${sha256}.${crypto.randomUUID()}`), begun);
  await Deno.writeTextFile(join(partial, `SHA256.sig.${crypto.randomUUID()}`), "untrusted");
  mirror.requests = [];
  await fetched(mirror);
  assert.deepEqual(mirror.requests, ["SHA256.sig", "base79.tgz bytes=40000-"]);
  assert.deepEqual([...Deno.readDirSync(partial)], []);
});

const root = Deno.uid() === 0;
if (!root) console.log("another user: skipped, only root can be one");

Deno.test({
  name: "a cache of another user is refused; a file in it that others can change counts as absent",
  ignore: !root,
  async fn() {
    await using mirror = await TestMirror.start();
    const { cacheDir } = mirror.options();
    const files = await fetched(mirror);
    await Deno.chown(files.get("bsd")!.path, 65534, 65534);
    await Deno.chmod(files.get("base79.tgz")!.path, 0o666);
    mirror.requests = [];
    await fetched(mirror);
    assert.deepEqual(mirror.requests.sort(), ["SHA256.sig", "base79.tgz", "bsd"]);
    assert.equal((await Deno.stat(files.get("bsd")!.path)).uid, 0);
    for (const folder of ["sha256", "partial", ""]) {
      await Deno.chown(join(cacheDir, folder), 65534, 65534);
      const error = await fetched(mirror).catch((error) => error);
      assert.equal(error.message, "the cache belongs to another user");
      assert.equal(error.where, join(cacheDir, folder));
      assert.match(error.next, /XDG_CACHE_HOME/);
      await Deno.chown(join(cacheDir, folder), 0, 0);
    }
  },
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

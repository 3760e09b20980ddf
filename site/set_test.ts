import assert from "node:assert/strict";
import { GatewrightError } from "../host/error.ts";
import type { SiteFile } from "./file.ts";
import { siteSet, siteSetName } from "./set.ts";

const files = [
  { path: "etc/pf.conf", content: "block\n", mode: 0o600 },
  { path: "etc/myname", content: "gw\n", mode: 0o644 },
];

/** The packed set. */
async function packSet(...given: Parameters<typeof siteSet>): Promise<Uint8Array<ArrayBuffer>> {
  return await new Blob(await Array.fromAsync(siteSet(...given)())).bytes();
}

async function tar(set: Uint8Array, ...args: string[]): Promise<string> {
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeFile(file, set);
    const { stdout } = await new Deno.Command("tar", {
      args: [...args, "-zf", file],
      env: { TZ: "UTC", LC_ALL: "C" },
    }).output();
    return new TextDecoder().decode(stdout);
  } finally {
    await Deno.remove(file);
  }
}

async function unzipped(set: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([set]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

Deno.test("the set is the same in any order of files", async () => {
  assert.deepEqual(await packSet(files), await packSet([...files].reverse()));
  assert.equal(siteSetName({ version: "8.0", number: 80, arch: "amd64" }), "site80.tgz");
});

Deno.test("the set is the same on another day, in another zone, with another umask", async () => {
  const module = new URL("set.ts", import.meta.url).href;
  const make = async (umask: string, env: Record<string, string>, now: number) => {
    const code = `
      const RealDate = Date;
      globalThis.Date = class extends RealDate {
        constructor(...args) { args.length > 0 ? super(...args) : super(${now}); }
        static now() { return ${now}; }
      };
      const { siteSet } = await import(${JSON.stringify(module)});
      const set = await new Blob(await Array.fromAsync(siteSet(${
      JSON.stringify(files)
    })())).bytes();
      console.log(new Uint8Array(await crypto.subtle.digest("SHA-256", set)).toHex());`;
    const { stdout, stderr } = await new Deno.Command("sh", {
      args: ["-c", `umask ${umask}; exec "$0" eval "$1"`, Deno.execPath(), code],
      env,
    }).output();
    const text = new TextDecoder();
    return text.decode(stdout).trim() || text.decode(stderr);
  };
  const [here, there] = await Promise.all([
    make("022", { TZ: "UTC" }, 0),
    make("077", { TZ: "Pacific/Auckland" }, 4e12),
  ]);
  assert.match(here, /^[0-9a-f]{64}$/);
  assert.equal(here, there);
});

Deno.test("tar lists owners, modes and names, sorted and without directories", async () => {
  assert.equal(
    await tar(await packSet(files), "-tv"),
    "-rw-r--r-- root/wheel        3 2000-01-01 00:00 etc/myname\n-rw------- root/wheel        6 2000-01-01 00:00 etc/pf.conf\n",
  );
});

Deno.test("staged files are root's until install.site gives them away", async () => {
  const late = { path: "gatewright/home/anna/x", content: "x", mode: 0o640, owner: "anna" };
  assert.match(await tar(await packSet([late]), "-tv"), /^-rw-r----- root\/wheel +1 /);
});

Deno.test("long paths use ustar's prefix, and never a pax header", async () => {
  const path = `${"d".repeat(99)}/${"e".repeat(54)}/${"f".repeat(100)}`;
  const set = await packSet([{ path, content: "x", mode: 0o644 }]);
  assert.equal(await tar(set, "-t"), `${path}\n`);
  const bytes = await unzipped(set);
  assert.equal(new TextDecoder().decode(bytes.subarray(257, 263)), "ustar\0");
  assert.equal(String.fromCharCode(bytes[156]!), "0");
});

Deno.test("a path that ustar has no room for is refused", () => {
  for (const path of ["x".repeat(101), `${"d".repeat(156)}/f`, `d/${"f".repeat(101)}`]) {
    assert.throws(
      () => siteSet([{ path, content: "", mode: 0o644 }]),
      (error) => error instanceof GatewrightError && /too long/.test(error.format()),
    );
  }
});

Deno.test("the same path twice is refused", () => {
  assert.throws(() => siteSet([...files, files[0]!]), /two files .* etc\/pf\.conf/);
});

Deno.test("an unknown owner is refused with the ones that would do", () => {
  assert.throws(() => siteSet([{ ...files[0]!, owner: "mallory" }]), /mallory/);
});

/** A file of the host with these bytes, and a reader that gives them in pieces of `piece` bytes. */
function large(bytes: Uint8Array<ArrayBuffer>) {
  const file: SiteFile = {
    path: "var/db/large",
    content: { path: "/srv/large", size: bytes.length, sha256: "" },
    mode: 0o600,
  };
  const read = (piece: number) =>
    async function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.slice(at, at + piece);
    };
  return { file, read };
}

Deno.test("a file of the host is read as it is packed, and the set is the same however it is read", async () => {
  const bytes = new Uint8Array(1_000_003).map((_, at) => at * at >> 7);
  const { file, read } = large(bytes);
  const sets = await Promise.all(
    [1 << 20, 65536, 4097].map((piece) => packSet([...files, file], read(piece))),
  );
  assert.deepEqual(sets[1], sets[0]);
  assert.deepEqual(sets[2], sets[0]);
  const tarred = await unzipped(sets[0]!);
  const at = tarred.length - 1024 - 1_000_448;
  assert.deepEqual(tarred.subarray(at, at + bytes.length), bytes);
});

Deno.test("a file of the host that cannot be read to its end makes no set", async () => {
  const { file, read } = large(new Uint8Array(300_000));
  async function* broken() {
    yield* read(4096)();
    throw new Error("was changed");
  }
  await assert.rejects(packSet([file], broken), /was changed/);
  const content = { path: "/srv/large", size: 300_001, sha256: "" };
  await assert.rejects(packSet([{ ...file, content }], read(4096)), /Size mismatch/);
});

Deno.test("a set that nobody reads to its end leaves no file open", async () => {
  const { file, read } = large(new Uint8Array(40 << 20).map(() => Math.random() * 256));
  const ended = Promise.withResolvers<void>();
  async function* watched() {
    try {
      yield* read(1 << 20)();
    } finally {
      ended.resolve();
    }
  }
  for await (const _ of siteSet([file], watched)()) break;
  await ended.promise;
});

Deno.test("a file that ustar has no room for is refused", () => {
  const of = (size: number) => [{
    path: "var/db/large",
    content: { path: "/srv/large", size, sha256: "" },
    mode: 0o600,
  }];
  assert.throws(() => siteSet(of(8 * 2 ** 30)), /too large/);
  siteSet(of(8 * 2 ** 30 - 1));
});

/**
 * Faults of the mirror, as a build meets them. The table of faults is in test/README.md.
 */
import assert from "node:assert/strict";
import { type Fault, makeKey, TestMirror } from "../signed_release.ts";
import { FaultBench } from "../fault.ts";
import { refusedPort } from "../refused_port.ts";

/** A build from a mirror of a made-up release that answers badly. */
async function withMirror(
  work: (mirror: TestMirror, bench: FaultBench) => Promise<void>,
): Promise<void> {
  await using mirror = await TestMirror.start();
  const { version, arch, key } = mirror.release;
  await using bench = await FaultBench.create(
    `{version: "${version}", arch: ${arch}, mirror: "${mirror.release.mirror}", key: ${key}}`,
  );
  await work(mirror, bench);
}

const only = (wanted: string, answer: () => Response): Fault => (name) =>
  name === wanted ? answer() : undefined;

const html = { headers: { "content-type": "text/html" } };

const ANSWERS: [string, () => Response, number, RegExp][] = [
  ["404", () => new Response("", { status: 404 }), 1, /bsd\.rd: the mirror answered 404/],
  ["500", () => new Response("", { status: 500 }), 1, /bsd\.rd: the mirror answered 500/],
  ["an HTML page", () => new Response("<p>", html), 1, /bsd\.rd: .*HTML page/],
  ["nothing", () => new Response(""), 1, /bsd\.rd: .*empty/],
  ["another file", () => new Response("not bsd.rd"), 4, /bsd\.rd is not the file that OpenBSD/],
];
for (const [what, answer, code, says] of ANSWERS) {
  Deno.test(`fault: the mirror answers with ${what}`, () =>
    withMirror(async (mirror, bench) => {
      mirror.fault = only("bsd.rd", answer);
      await bench.failed(await bench.build(), { code, says: [says] });
    }));
}

Deno.test("fault: the list is signed with another key", () =>
  withMirror(async (mirror, bench) => {
    await mirror.sign(await makeKey());
    await bench.failed(await bench.build(), { code: 4, says: ["signed with another key"] });
  }));

Deno.test("fault: the list is not signed", () =>
  withMirror(async (mirror, bench) => {
    const signed = mirror.files.get("SHA256.sig")!;
    mirror.files.set("SHA256.sig", signed.slice(signed.indexOf(10, signed.indexOf(10) + 1) + 1));
    await bench.failed(await bench.build(), { code: 4, says: [/SHA256\.sig: not a signify file/] });
  }));

Deno.test("fault: nobody listens where the mirror should be", () =>
  withMirror(async (_, bench) => {
    using refused = await refusedPort();
    const mirror = `http://127.0.0.1:${refused.port}/pub`;
    await bench.failed(await bench.build(["--mirror", mirror]), {
      code: 1,
      says: [/SHA256\.sig: the connection failed/],
    });
    assert.equal(await Deno.stat(bench.folder + "/results/gw.failed.log").catch(() => null), null);
  }));

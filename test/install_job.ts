/**
 * An installation that is about to begin, for tests of its single steps.
 * @module
 */
import type { BuildEvent } from "../build/progress/events.ts";
import { PhaseClock } from "../build/progress/phase_clock.ts";
import type { Rendered } from "../build/steps/rendered.ts";
import type { ReleaseFile } from "../build/release/fetch_release.ts";
import type { Mirror } from "../build/steps/mirror.ts";
import { HeldFile } from "../host/held_file.ts";
import type { InstallJob, Start } from "../build/steps/job.ts";
import { testGateway } from "./gateway.ts";

/** The packed site set of {@linkcode RENDERED}. */
export const SITE_SET = "the site set, with a-psk-of-a-test";

/** What the renderers would have made. */
export const RENDERED: Rendered = {
  siteSet: async function* () {
    yield new TextEncoder().encode(SITE_SET);
  },
  siteBytes: 1000,
  siteSetName: "site79.tgz",
  installConf: "System hostname = vpn1\n",
  disklabelConf: "/ 300M-* 95%\n",
  domainXml: "<domain/>\n",
};

/** A start in a folder of its own, and the events it tells. */
export interface TestStart extends AsyncDisposable {
  start: Start;
  /** The job's `out` is `results/gw` in it. */
  root: string;
  events: BuildEvent[];
}

/** The job of a small gateway with `patch` over it; its release has a `pxeboot` and a `bsd.rd`. */
export async function testStart(patch: Partial<InstallJob> = {}): Promise<TestStart> {
  const root = await Deno.makeTempDir({ prefix: "gw-step-" });
  const files = new Map<string, ReleaseFile>();
  for (const name of ["pxeboot", "bsd.rd"]) {
    const path = `${root}/${name}`;
    await Deno.writeTextFile(path, `the file ${name}`);
    const content = await HeldFile.open(path);
    files.set(name, { path, sha256: "0".repeat(64), size: content.size, content });
  }
  const close = () => {
    for (const { content } of files.values()) content[Symbol.dispose]();
  };
  const events: BuildEvent[] = [];
  const job: InstallJob = {
    gateway: testGateway({ disk: { size: 1, layout: "single" } }),
    release: {
      files,
      absent: [],
      signature: { key: "test key", keynum: "0123456789abcdef" },
      [Symbol.dispose]: close,
    },
    render: () => Promise.resolve(RENDERED),
    out: `${root}/results/gw`,
    accelerator: "tcg",
    onEvent: (event) => events.push(event),
    ...patch,
  };
  const clock = new PhaseClock((event) => events.push(event), job.verify ?? false);
  return {
    start: { job, clock, cacheDir: `${root}/cache` },
    root,
    events,
    async [Symbol.asyncDispose]() {
      close();
      await Deno.remove(root, { recursive: true });
    },
  };
}

/** The names in a folder, in order. */
export function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}

/** A mirror without a server: its files, and the secret part of their paths. */
export function testMirror(): Mirror["mirror"] {
  return {
    port: 4711,
    files: new Map(),
    secret: "5ec2e7".padEnd(32, "0"),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

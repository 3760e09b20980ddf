/**
 * `gatewright boot`: boots an image on a temporary overlay and waits for its self-check.
 * @module
 */
import { basename } from "node:path";
import { overlayBase } from "../../../images/deploy/overlay_base.ts";
import { findBuilt } from "../../../images/manifest/find_built.ts";
import { guessHardware } from "../../../images/inspect/guess_hardware.ts";
import { sameSum, sumLike, sumText } from "../../../images/disk/image_sum.ts";
import { openSource } from "../../../images/disk/source.ts";
import type { Manifest } from "../../../images/manifest/manifest.ts";
import { EXIT, GatewrightError } from "../../../host/error.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { bootImage, type BootOptions, type BootResult } from "../../guest/boot_image.ts";
import type { BootEvent, SelfCheck } from "../../guest/boot_console.ts";
import { refusePacked } from "../../guest/refuse_packed.ts";
import { clock } from "../build_display.ts";
import { ACCEL_FLAG, accelFlag, TIMEOUT_FLAG, timeoutFlag } from "../build_flags.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { plain } from "../../../host/printable.ts";
import { usageError } from "../usage.ts";

/** `512`, `512M` or `2G` in MiB. */
function mebibytes(text: string): number {
  const match = /^([1-9]\d*)([MG]?)$/.exec(text);
  const size = match ? Number(match[1]) * (match[2] === "G" ? 1024 : 1) : 0;
  if (size >= 64 && size <= 1024 * 1024) return size;
  throw usageError(`--memory ${text} is not a size of at least 64M; give 512M or 2G`, boot);
}

/** The image to boot and its hardware: from the description, the manifest, or the disk itself. */
async function subject(
  { words, flags, signal }: Context,
): Promise<Pick<BootOptions, "image" | "backing" | "arch" | "domain"> & { manifest?: Manifest }> {
  // `boot FILE IMAGE` is the older syntax, from before builds had manifests.
  const file = typeof flags.file === "string"
    ? flags.file
    : words.length > 1
    ? words[0]
    : undefined;
  const [given, ...more] = file !== undefined && typeof flags.file !== "string"
    ? words.slice(1)
    : words;
  if (given === undefined) throw usageError("no image given", boot);
  if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, boot);
  const { image, manifest } = await findBuilt(given);
  await refusePacked(image);
  const { backing } = manifest?.outputs.find(({ name }) => name === basename(image)) ?? {};
  if (backing) await overlayBase(image, backing, signal);
  const known = {
    ...(manifest ? { manifest } : {}),
    ...(backing ? { backing: backing.name } : {}),
  };
  if (file !== undefined) {
    const { gateway } = await loadGateway(file, { signal });
    return { image, arch: gateway.release.arch, domain: gateway.domain, ...known };
  }
  if (manifest?.domain && manifest.release) {
    return { image, arch: manifest.release.arch, domain: manifest.domain, ...known };
  }
  return { image, ...await guessHardware(image), ...known };
}

/** Checks that the image is the one in its manifest. */
async function verifyHash(
  image: string,
  manifest: Manifest | undefined,
  signal: AbortSignal,
): Promise<void> {
  const name = image.slice(image.lastIndexOf("/") + 1);
  const { sha256, pieces } = manifest?.outputs.find((one) => one.name === name) ?? {};
  const expected = sha256 ? { sha256 } : pieces ? { pieces } : undefined;
  if (!expected) {
    throw new GatewrightError("there is nothing to compare the image with", {
      where: image,
      next: "leave --verify out, or name the folder of a build",
    });
  }
  using source = await openSource(image);
  const { sum } = await sumLike(expected, source, signal);
  if (sameSum(sum, expected)) return;
  throw new GatewrightError("the image is not the one in its manifest", {
    kind: "verification",
    where: image,
    why: `${sumText(sum)}, expected ${sumText(expected)}`,
    next: "build it again",
  });
}

/** Displays a boot: its progress, and the self-check of the gateway. */
function watchBoot(
  { flags, json, live, note, status }: Context,
  image: string,
): Disposable & { onEvent: (action: BootEvent) => void } {
  const started = performance.now();
  let last = "";
  const draw = () => status(`${clock((performance.now() - started) / 1000)}  booting: ${last}`);
  const timer = live && !json ? setInterval(draw, 500) : undefined;
  if (!json) note(`booting ${image}`);
  return {
    onEvent(action) {
      if (json) note(JSON.stringify(action));
      else if (action.kind === "log") {
        const line = plain(action.line);
        // Steps of the first boot may take minutes.
        if (flags.verbose || line.startsWith("gatewright: step ")) note(line);
        if (line.trim() !== "") last = line;
        if (timer !== undefined) draw();
      }
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      status("");
    },
  };
}

/** One check as a line. */
function checkLine({ name, result, why }: SelfCheck): string {
  return plain(`${name}: ${result}${why ? ` ${why}` : ""}`);
}

/** The command. */
export const boot: Command = {
  name: "boot",
  usage:
    "IMAGE|DIR [--file FILE] [--memory MIB] [--accel auto|kvm|tcg] [--timeout TIME] [--verify] [--console] [--verbose] [--json]",
  example: "gatewright boot out/hq",
  flags: [
    {
      name: "file",
      value: "FILE",
      summary: "description with the hardware; default the manifest's",
    },
    { name: "memory", value: "MIB", summary: "memory of the guest; default the domain's" },
    ACCEL_FLAG,
    TIMEOUT_FLAG,
    { name: "verify", summary: "hash the image before and after" },
    { name: "console", summary: "attach to its console; Ctrl-] detaches and discards the overlay" },
    { name: "verbose", summary: "show the console" },
    JSON_FLAG,
  ],
  async run(context) {
    const { flags, json, signal, print, note, attach } = context;
    const memory = typeof flags.memory === "string" ? mebibytes(flags.memory) : undefined;
    const accelerator = accelFlag(flags.accel, boot);
    const timeout = timeoutFlag(flags.timeout, boot);
    const { manifest, ...what } = await subject(context);
    const verify = flags.verify === true;
    if (verify) await verifyHash(what.image, manifest, signal);
    const checks: SelfCheck[] = [];
    /** The self-check, of a failed boot as well. */
    const show = (result: { ok: boolean; error?: unknown } & Partial<BootResult>) => {
      if (json) print(JSON.stringify({ checks, ...result }));
      else for (const check of checks) print(checkLine(check));
    };
    if (flags.console && (!attach || json)) {
      throw usageError(`--console needs a terminal${json ? ", and no --json" : ""}`, boot);
    }
    using watch = watchBoot(context, what.image);
    if (flags.console) note("Ctrl-] leaves the console; all changes are discarded");
    using attached = flags.console ? attach!() : undefined;
    const booting = bootImage({
      ...what,
      signal,
      accelerator,
      ...(memory === undefined ? {} : { memory }),
      ...(timeout === undefined ? {} : { timeout }),
      onEvent(action) {
        if (action.kind === "check") checks.push(action.check);
        if (!attached) watch.onEvent(action);
      },
      ...(attached ? { console: attached } : {}),
    });
    const result = await booting.catch((error) => {
      // Codes for programs are separate from the gateway's own words.
      const data = error instanceof GatewrightError ? error.toJSON() : {};
      if (json || checks.length > 0) show({ ok: false, ...data });
      throw error;
    });
    if (verify) await verifyHash(what.image, manifest, signal);
    show({ ok: true, ...result });
    return EXIT.done;
  },
};

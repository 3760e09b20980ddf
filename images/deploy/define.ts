/**
 * Defines a domain in libvirt: validated first, an existing one shown as a difference and replaced
 * only when asked.
 * @module
 */
import { GatewrightError } from "../../spec/error.ts";
import { run } from "../../spec/run.ts";

/** One definition. */
export interface DefineOptions {
  /** The domain's XML. */
  xml: string;
  /** Its `<name>`. */
  name: string;
  /** libvirt URI; default: virsh's own choice. */
  connect?: string;
  /** Redefine a domain of that name that differs. */
  replace: boolean;
  signal?: AbortSignal;
}

/** What became of it. */
export interface DefineResult {
  /** `defined`: new; `replaced`: it differed; `unchanged`: it was there already. */
  outcome: "defined" | "replaced" | "unchanged";
  /** Unified difference between the domain that was there and the new one; empty where none. */
  difference: string;
}

/**
 * Validates and defines the domain through virsh(1).
 *
 * @throws {GatewrightError} with libvirt's words if it refuses the XML, or with the difference if a
 * domain of that name exists and `replace` is false.
 */
export async function defineDomain(options: DefineOptions): Promise<DefineResult> {
  const base = options.connect ? ["-c", options.connect] : [];
  const signal = options.signal ? { signal: options.signal } : {};
  const virsh = (args: string[], okStatus = [0]) =>
    run("virsh", [...base, "-q", ...args], { okStatus, ...signal });
  const folder = await Deno.makeTempDir({ prefix: "gatewright-" });
  try {
    const before = await virsh(["dumpxml", "--inactive", options.name], [0, 1]);
    if (
      before.status !== 0 &&
      !/no domain with matching name|failed to get domain/i.test(before.stderr)
    ) {
      throw new GatewrightError("libvirt does not answer", {
        where: options.connect ?? "virsh's default connection",
        why: before.stderr.trim(),
        next: "systemctl start libvirtd, or name another host with --connect",
      });
    }
    const exists = before.status === 0;
    const wanted = `${folder}/${options.name}.xml`;
    // A definition without its own UUID keeps the one the domain has; libvirt refuses another.
    const uuid = exists ? /<uuid>([^<]*)<\/uuid>/.exec(before.stdout)?.[1] : undefined;
    const xml = uuid
      ? options.xml.replace(/<uuid>[^<]*<\/uuid>/, `<uuid>${uuid}</uuid>`)
      : options.xml;
    await Deno.writeTextFile(wanted, xml);
    let difference = "";
    if (exists) {
      difference = await differenceOf(folder, before.stdout, wanted);
      if (difference && !options.replace) {
        throw new GatewrightError("a domain of that name is defined and differs", {
          where: options.name,
          why: difference,
          next:
            "add --replace to redefine it (a running guest keeps its old hardware until it is shut down)",
        });
      }
    }
    const defined = await virsh(["define", "--validate", wanted], [0, 1]);
    if (defined.status !== 0) {
      throw new GatewrightError("libvirt refuses the domain", {
        where: options.name,
        why: defined.stderr.trim(),
        next: "mend the domain section of the spec",
      });
    }
    // What libvirt filled in itself (addresses, controllers) shows as a difference above; whether
    // anything really changed is seen only once it has filled it in again.
    const after = await virsh(["dumpxml", "--inactive", options.name]);
    const outcome = !exists ? "defined" : after.stdout === before.stdout ? "unchanged" : "replaced";
    return { outcome, difference: outcome === "unchanged" ? "" : difference };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function differenceOf(folder: string, before: string, wanted: string): Promise<string> {
  const [old, canonical] = [`${folder}/defined.xml`, `${folder}/wanted.xml`];
  // The test driver fills in what libvirt would, without touching any host.
  const filled = await run("virsh", [
    "-c",
    "test:///default",
    "-q",
    `define ${wanted}; dumpxml --inactive ${nameIn(before)}`,
  ], { okStatus: [0, 1] });
  const xml = filled.status === 0 ? filled.stdout : await Deno.readTextFile(wanted);
  await Deno.writeTextFile(old, withoutFilledIn(before));
  await Deno.writeTextFile(canonical, withoutFilledIn(xml));
  const { stdout } = await run("diff", [
    "-u",
    "--label",
    "defined",
    "--label",
    "wanted",
    old,
    canonical,
  ], {
    okStatus: [0, 1],
  });
  return stdout;
}

function nameIn(xml: string): string {
  return /<name>([^<]*)<\/name>/.exec(xml)?.[1] ?? "";
}

/** Lines that libvirt adds by itself are no difference a user made. */
function withoutFilledIn(xml: string): string {
  return xml
    .replace(/^\s*<address type='(pci|drive)'.*\n/gm, "")
    .replace(/^\s*<controller [^>]*\/>\n/gm, "")
    .replace(/^\s*<controller [\s\S]*?<\/controller>\n/gm, "")
    .slice(Math.max(0, xml.indexOf("<domain")));
}

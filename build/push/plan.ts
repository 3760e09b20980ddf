/**
 * Plans the changes that bring a running gateway to its description.
 * @module
 */
import { createHash } from "node:crypto";
import { GatewrightError } from "../../host/error.ts";
import { unifiedDiff } from "../../host/unified_diff.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import type { InstalledFiles } from "../../images/compare/installed_files.ts";
import { installedPath } from "../../images/compare/compare_site.ts";
import { bytesOf, holdsSecret, isHeld, isHostFile, type SiteFile } from "../../site/file.ts";
import type { RemoteState } from "../../site/push/remote_state.ts";

/** A file to change. */
export interface Change {
  /** Absolute path on the gateway. */
  path: string;
  /** Kind of change. */
  what: "new" | "content" | "mode" | "removed";
  /** Diff from the old to the new text; only for texts without secrets. */
  diff?: string;
  /** The new file; undefined if it is removed. */
  file?: SiteFile;
}

/** The complete plan. */
export interface Plan {
  /** Changes, sorted by path. */
  changes: Change[];
  /** Daemons to reload, one line each: `pf`, `down branch10`. */
  reload: string[];
  /** Changes that take effect only at the next boot. */
  atBoot: string[];
  /** Differences that are not pushed, with reasons. */
  left: string[];
}

/** Refuses the wrong gateway, and one that lacks what a push cannot install. */
export function refuseOther(gateway: Gateway, remote: RemoteState, where: string): void {
  const refuse = (message: string, why: string, next: string): never => {
    throw new GatewrightError(message, { kind: "verification", where, why, next });
  };
  const text = (path: string) => {
    const { content } = remote.files.get(path) ?? {};
    return content && new TextDecoder().decode(content);
  };
  const hostname = text("/etc/myname")?.trim();
  if (hostname !== gateway.hostname) {
    refuse(
      "this is a different gateway",
      `it is ${hostname ?? "without a name"}, the description is of ${gateway.hostname}`,
      "name the right destination; only a new disk changes the host name",
    );
  }
  if (remote.firstBoot) {
    refuse(
      "the first boot is not finished",
      "/etc/rc.firsttime is there",
      "wait until it has finished",
    );
  }
  if (remote.busy) {
    refuse(
      "another push waits for its confirmation",
      "its watcher still runs",
      "wait until it has restored the old files",
    );
  }
  const build = "build a disk and replace the gateway's; a push changes files only";
  const { version, arch } = gateway.release;
  if (remote.release !== version || remote.machine !== arch) {
    refuse(
      "the gateway runs a different release",
      `it runs ${remote.release} ${remote.machine}, the description says ${version} ${arch}`,
      build,
    );
  }
  const known = new Set((text("/etc/passwd") ?? "").split("\n").map((line) => line.split(":")[0]));
  const missing = gateway.access.users.filter(({ name }) => !known.has(name));
  if (missing.length > 0) {
    refuse(
      "a push does not create accounts",
      `there is no user ${missing.map(({ name }) => name).join(", ")} on the gateway`,
      `create it there (adduser), or ${build}`,
    );
  }
}

/** Differences between `wanted` and the files of the gateway. */
export function planOf(gateway: Gateway, wanted: InstalledFiles, remote: RemoteState): Plan {
  const changes = [
    ...wanted.whole.flatMap((file) => changeOf(file, remote)),
    ...removals(wanted, remote),
  ].sort((a, b) => a.path < b.path ? -1 : 1);
  const left = wanted.parts.flatMap((part) => {
    const { path } = part;
    const found = remote.files.get(path)?.content;
    const has = found !== undefined && isHeld(part) && includes(found, bytesOf(part));
    return has ? [] : [`${path}: what the description adds to it is not there; add it by hand`];
  });
  return { changes, left, ...effects(gateway, changes, remote) };
}

function includes(text: Uint8Array, part: Uint8Array): boolean {
  const decoder = new TextDecoder("latin1");
  return decoder.decode(text).includes(decoder.decode(part));
}

function changeOf(file: SiteFile, { files, others }: RemoteState): Change[] {
  const path = installedPath(file.path);
  if (path === undefined) return [];
  if (others.has(path)) {
    throw new GatewrightError("a push replaces plain files only", {
      kind: "verification",
      where: path,
      why: "on the gateway this is a folder or a link",
      next: "make it a file there, or remove it from the description",
    });
  }
  const found = files.get(path);
  if (!found) return [{ path, what: "new", file, ...diffOf(file, path, new Uint8Array()) }];
  if (found.sha256 !== sha256Of(file)) {
    return [{ path, what: "content", file, ...diffOf(file, path, found.content) }];
  }
  return found.mode === file.mode ? [] : [{ path, what: "mode", file }];
}

function sha256Of(file: SiteFile): string {
  const { content } = file;
  if (isHostFile(content)) return content.sha256;
  return createHash("sha256").update(bytesOf(file)).digest("hex");
}

function diffOf(file: SiteFile, path: string, before: Uint8Array | undefined): { diff?: string } {
  if (holdsSecret(file) || !isHeld(file) || before === undefined) return {};
  const [olds, news] = [before, bytesOf(file)].map((bytes) => {
    const text = new TextDecoder().decode(bytes);
    // deno-lint-ignore no-control-regex -- what is no text is not shown
    return /[\x00-\x08\x0e-\x1f\x7f]/.test(text) ? undefined : text;
  });
  if (olds === undefined || news === undefined) return {};
  return { diff: unifiedDiff(olds, news, [`gateway${path}`, `described${path}`]) };
}

/** Tunnels that are no longer described: only Gatewright writes their files. */
function removals({ whole }: InstalledFiles, { found }: RemoteState): Change[] {
  const wanted = new Set(whole.map(({ path }) => installedPath(path)));
  return found.filter((path) => path.startsWith("/etc/ipsec/") && !wanted.has(path))
    .map((path) => ({ path, what: "removed" }));
}

const TUNNEL = /^\/etc\/ipsec\/(.+)\.conf$/;

/** Daemons to reload, and changes that wait for the next boot. */
function effects(
  gateway: Gateway,
  changes: readonly Change[],
  remote: RemoteState,
): Pick<Plan, "reload" | "atBoot"> {
  const down: string[] = [];
  const up: string[] = [];
  const others: string[] = [];
  const atBoot: string[] = [];
  for (const { path, what, diff } of changes) {
    const name = TUNNEL.exec(path)?.[1];
    const netstart = /^\/etc\/hostname\.(.+)$/.exec(path)?.[1];
    if (name !== undefined) {
      if (remote.files.has(path) || what === "removed") down.push(`down ${name}`);
      if (what !== "removed") up.push(`up ${name}`);
    } else if (netstart !== undefined) others.push(`netstart ${netstart}`);
    else if (path === "/etc/pf.conf") others.unshift("pf");
    else if (path === "/etc/iked.conf" || path.startsWith("/etc/iked/")) others.push("iked");
    else if (path === "/etc/sysctl.conf") others.push("sysctl");
    else if (path.startsWith("/etc/ssh/")) others.push("sshd");
    else if (path === "/etc/ipsec.conf") {
      // A list of tunnels, which are loaded separately; other flows are loaded with it.
      if (/^[+-]flow /m.test(diff ?? "")) others.push("ipsec");
    } else if (AT_BOOT.test(path)) atBoot.push(path);
  }
  // The daemon of the other IKE version is started only at boot.
  if (gateway.tunnels.length > 0 && !remote.files.has("/usr/local/sbin/vpnctl")) {
    atBoot.push("/usr/local/sbin/vpnctl");
  }
  return { reload: [...new Set([...down, ...others, ...up])], atBoot: [...new Set(atBoot)] };
}

/** Files that are read only at boot. */
const AT_BOOT =
  /^\/etc\/(mygate|myname|rc\.conf\.local|sasyncd\.conf|isakmpd\/|boot\.conf|fstab|ttys)/;

/** `plan` and `reload` in the format of the agent. */
export function planFiles({ changes, reload }: Plan): { plan: string; reload: string } {
  const lines = changes.map(({ path, file }) =>
    file === undefined
      ? `del ${path}\n`
      : `put ${path} ${file.mode.toString(8)} ${file.owner ?? "root"} ${file.group ?? "wheel"}\n`
  );
  return { plan: lines.join(""), reload: reload.map((line) => `${line}\n`).join("") };
}

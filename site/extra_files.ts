/**
 * The files that a description adds, and how each gets onto the gateway.
 * @module
 */
import { GIDS, UIDS } from "../gateway/openbsd/accounts.ts";
import { GatewrightError } from "../host/error.ts";
import type { ExtraFile, Gateway } from "../gateway/gateway.ts";
import { isStaged, sitePath } from "../gateway/openbsd/extra_path.ts";
import { fileSecret, type Secrets } from "../gateway/secrets/secrets.ts";
import type { SiteFile } from "./file.ts";
import { lines } from "../host/lines.ts";
import { reveal, Secret, secretly, type Text } from "../host/secret.ts";

/**
 * Entries of the site set for `gateway.files`, with the lists that install.site works from.
 *
 * A file travels at its own path where tar(1) can give it its owner. Text that is appended, and what
 * belongs to users who are made only after the sets were unpacked or lies in their homes, is staged
 * below `gatewright/`.
 *
 * @param sources contents of the `source` files by their path on the host.
 * @throws {GatewrightError} (description) if nobody of that name will be on the gateway.
 */
export function extraFiles(
  gateway: Gateway,
  secrets: Secrets,
  sources: ReadonlyMap<string, Uint8Array>,
): SiteFile[] {
  const files: SiteFile[] = [];
  const appended: string[] = [];
  const owners: string[] = [];
  for (const file of gateway.files) {
    const content = contentOf(file, secrets, sources);
    if (file.append) {
      const path = `gatewright/append/${appended.length}`;
      appended.push(`${appended.length} ${file.path}`);
      files.push({ path, content: ended(content), mode: 0o600 });
      continue;
    }
    refuseStrangers(file, gateway);
    const { mode, owner, group } = file;
    if (isStaged(file)) owners.push(`${owner} ${group} ${mode.toString(8)} ${file.path}`);
    files.push({ path: sitePath(file), content, mode, owner, group });
  }
  const list = (path: string, entries: string[]) => {
    if (entries.length > 0) files.push({ path, content: lines(entries), mode: 0o644 });
  };
  list("gatewright/append.list", appended);
  list("gatewright/owners.list", owners);
  return files;
}

function contentOf(
  file: ExtraFile,
  secrets: Secrets,
  sources: ReadonlyMap<string, Uint8Array>,
): Text | Uint8Array {
  if (file.content.kind === "text") return file.content.text;
  if (file.content.kind === "secret") return secrets.files.get(fileSecret(file)) ?? "";
  return sources.get(file.content.file) ?? new Uint8Array();
}

/** Text with a newline at its end: what is appended later must not join its last line. */
function ended(content: Text | Uint8Array): Text | Uint8Array {
  if (content instanceof Secret) {
    return reveal(content).endsWith("\n") ? content : secretly`${content}\n`;
  }
  const last = typeof content === "string"
    ? content.charCodeAt(content.length - 1)
    : content.at(-1);
  if (content.length === 0 || last === 10) return content;
  return typeof content === "string" ? `${content}\n` : new Uint8Array([...content, 10]);
}

/** Accounts of daemons (`_iked`) differ from release to release: install.site finds out. */
function refuseStrangers(file: ExtraFile, gateway: Gateway): void {
  const users = gateway.access.users.map((user) => user.name);
  for (
    const [what, name, base] of [
      ["user", file.owner, UIDS],
      ["group", file.group, GIDS],
    ] as const
  ) {
    const known = [...base.keys(), ...users];
    if (known.includes(name) || name.startsWith("_")) continue;
    throw new GatewrightError(`there is no ${what} ${name} on the gateway`, {
      kind: "description",
      where: `${gateway.file}: files: ${file.path}`,
      next: `use one of ${known.join(", ")}, or add the user to access.users`,
    });
  }
}

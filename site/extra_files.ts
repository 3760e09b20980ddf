/**
 * The files that a description adds, and how each is installed.
 * @module
 */
import { GIDS, UIDS } from "../gateway/openbsd/accounts.ts";
import { GatewrightError } from "../host/error.ts";
import type { ExtraFile, Gateway } from "../gateway/gateway.ts";
import { isStaged, sitePath } from "../gateway/openbsd/extra_path.ts";
import { fileSecret, type Secrets } from "../gateway/secrets/secrets.ts";
import type { HostFile } from "../host/host_file.ts";
import type { SiteFile } from "./file.ts";
import { lines } from "../host/lines.ts";
import { reveal, secretly, type Text } from "../host/secret.ts";

/**
 * Entries of the site set for `gateway.files`, with the lists that install.site works from.
 *
 * A file is in the set at its own path if tar(1) can set its owner. Appended text, and files that
 * belong to users created after the sets are unpacked or are in their homes, are staged below
 * `gatewright/`.
 *
 * @param sources the `source` files by path on the host
 * @throws {GatewrightError} (description) if an owner does not exist on the gateway.
 */
export function extraFiles(
  gateway: Gateway,
  secrets: Secrets,
  sources: ReadonlyMap<string, HostFile>,
): SiteFile[] {
  const files: SiteFile[] = [];
  const appended: string[] = [];
  const owners: string[] = [];
  for (const file of gateway.files) {
    if (file.append) {
      const content = ended(textOf(file, secrets));
      const path = `gatewright/append/${appended.length}`;
      appended.push(`${appended.length} ${file.path}`);
      files.push({ path, content, mode: 0o600 });
      continue;
    }
    refuseStrangers(file, gateway);
    const { mode, owner, group } = file;
    if (isStaged(file)) owners.push(`${owner} ${group} ${mode.toString(8)} ${file.path}`);
    const content = file.content.kind === "source"
      ? sources.get(file.content.file) ?? ""
      : textOf(file, secrets);
    files.push({ path: sitePath(file), content, mode, owner, group });
  }
  const list = (path: string, entries: string[]) => {
    if (entries.length > 0) files.push({ path, content: lines(entries), mode: 0o644 });
  };
  list("gatewright/append.list", appended);
  list("gatewright/owners.list", owners);
  return files;
}

/** The text of a file without a source. */
function textOf(file: ExtraFile, secrets: Secrets): Text {
  if (file.content.kind === "text") return file.content.text;
  if (file.content.kind === "source") {
    throw new GatewrightError(`a source cannot be appended to ${file.path}`, {
      kind: "description",
      next: "append text or a secret",
    });
  }
  return secrets.files.get(fileSecret(file)) ?? "";
}

/** Text with a final newline: appended text must not continue its last line. */
function ended(text: Text): Text {
  const plain = reveal(text);
  return plain === "" || plain.endsWith("\n") ? text : secretly`${text}\n`;
}

/** Accounts of daemons (`_iked`) depend on the release: install.site looks them up. */
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

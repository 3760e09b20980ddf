/**
 * What the description's own settings of sshd(8) mean for the administrator's way in.
 * @module
 */
import type { Path } from "../document/document.ts";
import { parseAddress, sameAddress } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { ownFile } from "../openbsd/extra_path.ts";
import { protocolNumber, TCP } from "../openbsd/protocols.ts";
import { portNumber } from "../openbsd/services.ts";
import { flagsOf } from "./flags_of.ts";
import { allAddressesKnown, ownPrefixes } from "../own_addresses.ts";
import type { Report } from "./report.ts";
import { SUBNETS } from "./subnets.ts";

/** Lines of sshd_config(5) that the description brings, and where. */
interface SshdLines {
  path: Path;
  text: string;
  /** They stand behind those of the release. */
  append: boolean;
}

/** Reports ports that the firewall lets nobody to, and users whom sshd(8) would not let in. */
export function checkSshd(gateway: Gateway, report: Report): void {
  const settings = settingsOf(gateway);
  checkPorts(gateway, settings, report);
  checkUsers(gateway, settings, report);
  checkKeys(gateway, settings, report);
  checkListening(gateway, settings, report);
}

function settingsOf({ files }: Gateway): SshdLines[] {
  return files.flatMap(({ path, content, append }, index) =>
    path === "/etc/ssh/sshd_config" && content.kind === "text"
      // What stands behind Match holds for some only.
      ? [{
        path: ["files", index, append ? "append" : "content"],
        text: content.text.split(/^\s*match\b/im)[0]!,
        append,
      }]
      : []
  );
}

/** The words behind a keyword, of every line that has it. */
function wordsOf(text: string, keyword: string): string[][] {
  const pattern = new RegExp(`^[ \\t]*${keyword}(?:[ \\t]*=[ \\t]*|[ \\t]+)(.+)$`, "gim");
  return [...text.matchAll(pattern)].map((match) =>
    match[1]!.replace(/\s#.*$/, "").trim().split(/\s+/).map((word) => word.replaceAll('"', ""))
  );
}

function checkPorts(gateway: Gateway, settings: readonly SshdLines[], report: Report): void {
  const { firewall, rcConf } = gateway;
  const flag = flagsOf((rcConf.get("sshd_flags") ?? "").split(/\s+/).filter(Boolean), "cCEfghkopu")
    .get("p");
  const given = [
    // -p of sshd(8) takes the place of all ports in its configuration.
    ...(flag === undefined
      ? settings.flatMap(({ path, text }) =>
        wordsOf(text, "Port").map(([port = ""]) => ({ path, port: Number(port) }))
      )
      : [{ path: ["rcConf", "sshd_flags"], port: Number(flag) }]),
  ].filter(({ port }) => port > 0 && port < 65536);
  const [first] = given;
  if (!first || given.some(({ port }) => port === 22)) return;
  if (ownFile(gateway, "/etc/pf.conf") || firewall.rules.length > 0) return;
  if (given.some(({ port }) => isOpen(gateway, port))) return;
  report(
    first.path,
    "warning",
    `sshd then listens on port ${first.port} only, which the firewall blocks; add to firewall.allow: {proto: tcp, port: ${first.port}, from: ADDRESS}`,
    { rests: [["firewall"]] },
  );
}

function isOpen({ firewall }: Gateway, port: number): boolean {
  return firewall.allow.some(({ proto, port: ports }) =>
    (proto.length === 0 || proto.some((name) => protocolNumber(name) === TCP)) &&
    (ports.length === 0 || ports.some((text) => {
      const [low = NaN, high = low] = text.split(":").map((end) => portNumber(end) ?? NaN);
      return low <= port && port <= high;
    }))
  );
}

/** Keys are the way in that the description makes; passwords are one where somebody has one. */
function checkKeys({ access }: Gateway, settings: readonly SshdLines[], report: Report): void {
  const keys = access.users.some((user) => user.keys.length > 0) || access.rootKeys.length > 0;
  if (!keys) return;
  const say = (path: Path, message: string) =>
    report(path, "warning", `sshd then ${message}`, { rests: [["access"]] });
  for (const { path, text, append } of settings) {
    if (wordsOf(text, "PubkeyAuthentication")[0]?.[0]?.toLowerCase() === "no") {
      say(path, "takes none of the keys of access; remove PubkeyAuthentication");
    }
    // Of two lines the first holds, and the release has one.
    const [files] = append ? [] : wordsOf(text, "AuthorizedKeysFile");
    if (files && !files.some((one) => /^(%h\/)?\.ssh\/authorized_keys$/.test(one))) {
      say(path, "reads none of the keys of access; add .ssh/authorized_keys to AuthorizedKeysFile");
    }
  }
}

/** sshd(8) ends where it can listen on none of the addresses. */
function checkListening(
  { network }: Gateway,
  settings: readonly SshdLines[],
  report: Report,
): void {
  const given = settings.flatMap(({ path, text }) =>
    wordsOf(text, "ListenAddress").map(([word = ""]) => ({ path, word }))
  );
  const [first] = given;
  if (!first || !allAddressesKnown({ network })) return;
  const own = ownPrefixes({ network });
  const isReached = ({ word }: { word: string }) => {
    const bare = /^\[(.*)\](?::\d+)?$/.exec(word)?.[1] ?? word.replace(/^([\d.]+):\d+$/, "$1");
    const address = parseAddress(bare.replace(/%.*$/, ""));
    if (!address || address.value === 0n) return true;
    return own.some((one) => sameAddress(one, address));
  };
  if (given.some(isReached)) return;
  report(
    first.path,
    "warning",
    `sshd then listens on ${first.word} only, which no interface has, so that nobody gets in; write an address of the gateway, or remove ListenAddress`,
    { rests: SUBNETS },
  );
}

function checkUsers({ access }: Gateway, settings: readonly SshdLines[], report: Report): void {
  const names = [
    ...access.users.map(({ name }) => name),
    ...(access.rootKeys.length > 0 ? ["root"] : []),
  ];
  if (names.length === 0) return;
  for (const { path, text } of settings) {
    const allowed = wordsOf(text, "AllowUsers").flat();
    const denied = wordsOf(text, "DenyUsers").flat();
    const matches = (patterns: readonly string[], name: string) =>
      patterns.some((one) => /[*?!@]/.test(one) ? !one.startsWith("!") : one === name);
    const left = names.filter((name) =>
      (allowed.length === 0 || matches(allowed, name)) && !denied.includes(name)
    );
    if (left.length > 0) continue;
    report(
      path,
      "warning",
      `sshd then refuses ${names.join(", ")}; name one in AllowUsers, or remove the line`,
      { rests: [["access"]] },
    );
  }
}

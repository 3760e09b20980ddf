/**
 * How the description's own settings of sshd(8) affect the administrator's access.
 * @module
 */
import { isLoopback, sameAddress } from "../address.ts";
import type { AllowRule, Gateway } from "../gateway.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { ownFile } from "../openbsd/extra_path.ts";
import { protocolNumber, TCP } from "../openbsd/protocols.ts";
import { portRange } from "../openbsd/services.ts";
import { type Listening, sshdConfig, type SshdLine, sshdListens } from "../openbsd/sshd_config.ts";
import {
  keysLost,
  type Login,
  loginsOf,
  methodsLost,
  passwordLost,
  refusalOf,
  rootMayLogIn,
} from "../openbsd/sshd_logins.ts";
import { allAddressesKnown, ownPrefixes } from "../own_addresses.ts";
import type { Report } from "./report.ts";
import { SUBNETS } from "./subnets.ts";

/** Reports ports that the firewall blocks, and users that sshd(8) would refuse. */
export function checkSshd(gateway: Gateway, report: Report): void {
  const { lines, isKnown } = sshdConfig(gateway);
  const given = lines.filter(({ path }) => path !== undefined);
  if (gateway.rcConf.get("sshd_flags")?.trim() === "NO") return;
  checkInclude(gateway, given, report);
  const listens = sshdListens(gateway);
  if (listens) {
    checkPorts(gateway, listens, report);
    checkListening(gateway, listens, report);
  }
  checkFamily(gateway, given, report);
  for (const line of given) checkFirst(line, lines, report);
  if (isKnown && given.length > 0) checkLogins(gateway, lines, report);
}

/** Of two lines sshd uses the first, and the release has some lines of its own. */
function checkFirst(line: SshdLine, lines: readonly SshdLine[], report: Report): void {
  if (line.matches.length > 0) return;
  const first = lines.find((one) => one.keyword === line.keyword && one.matches.length === 0);
  if (first?.path !== undefined || first?.words.join(" ") === line.words.join(" ")) return;
  const root = line.keyword === "permitrootlogin";
  const [word = ""] = line.words;
  const next = ["no", "yes", "prohibit-password"].includes(word)
    ? `set access: {rootSsh: ${word}}`
    : "remove the line";
  report(
    line.path!,
    "warning",
    root
      ? `PermitRootLogin ${word} has no effect: the installer writes the answer of access.rootSsh before it, and the first one applies; ${next}`
      : "AuthorizedKeysFile has no effect: the release has one before it, and the first one applies; write Match all before it",
    root ? { rests: [["access", "rootSsh"]] } : {},
  );
}

function checkInclude({ release }: Gateway, lines: readonly SshdLine[], report: Report): void {
  if (knows(release.number, "sshdInclude") !== false) return;
  const line = lines.find(({ keyword }) => keyword === "include");
  if (!line) return;
  report(
    line.path!,
    "error",
    `sshd of OpenBSD ${release.version} has no Include and would not start; write the lines here, or use release 6.7 or later`,
    { rests: [["release"]] },
  );
}

/** If sshd listens on another port, an `allow` of port 22 has no effect. */
function checkPorts(gateway: Gateway, listens: readonly Listening[], report: Report): void {
  const [first] = listens;
  if (!first?.path || listens.some(({ port }) => port === 22)) return;
  if (ownFile(gateway, "/etc/pf.conf") || gateway.firewall.rules.length > 0) return;
  const named = gateway.firewall.allow.some((one) =>
    one.to.length === 0 && one.port.length > 0 && opens(one, 22)
  );
  const isOpen = gateway.firewall.allow.some((one) => listens.some(({ port }) => opens(one, port)));
  if (!named || isOpen) return;
  report(
    first.path,
    "warning",
    `sshd then listens on port ${first.port} only, and firewall.allow opens port 22; add to firewall.allow: {proto: tcp, port: ${first.port}, from: ADDRESS}`,
    { rests: [["firewall"]] },
  );
}

function opens({ proto, port: ports }: AllowRule, port: number): boolean {
  return (proto.length === 0 || proto.some((name) => protocolNumber(name) === TCP)) &&
    (ports.length === 0 || ports.some((text) => {
      const [low, high] = portRange(text);
      return low <= port && port <= high;
    }));
}

/** Users that no line admits, from any address. */
function checkLogins(gateway: Gateway, lines: readonly SshdLine[], report: Report): void {
  const { root, users } = loginsOf(gateway);
  const say = (line: SshdLine, message: string) => {
    if (!line.path) return;
    report(line.path, "warning", `sshd then ${message}`, { rests: [["access"]] });
  };
  const withKeys = [
    ...users.filter(({ keys }) => keys > 0),
    ...(root.keys > 0 && rootMayLogIn(lines, root) ? [root] : []),
  ];
  const all = [...withKeys, ...users.filter(({ keys, hasPassword }) => keys === 0 && hasPassword)];
  if (all.length === 0) return;
  const refused = all.map((one) => refusalOf(lines, one));
  const [refusal] = refused;
  if (refusal && refused.every(Boolean)) {
    const names = all.map(({ name }) => name).join(", ");
    const groups = refusal.keyword.endsWith("groups");
    say(
      refusal,
      `refuses ${names}; name ${
        groups ? "a group of one in AllowGroups" : "one in AllowUsers"
      }, or remove the line`,
    );
  }
  const paths = new Set(gateway.files.map(({ path }) => path));
  const lost = withKeys.map((one) => keysLost(lines, one, paths));
  const [line] = lost;
  if (line && lost.every(Boolean)) {
    say(
      line,
      line.keyword === "pubkeyauthentication"
        ? "takes none of the keys of access; remove PubkeyAuthentication"
        : "reads none of the keys of access; add .ssh/authorized_keys to AuthorizedKeysFile",
    );
  }
  if (withKeys.length === 0) checkPasswords(lines, all, say);
  const wanting = all.map((one) => methodsLost(lines, one));
  const [methods] = wanting;
  if (methods && wanting.every(Boolean)) {
    say(
      methods,
      `requires ${methods.words.join(" or ")} from ${
        all.map(({ name }) => name).join(", ")
      }, who cannot provide it; write AuthenticationMethods publickey, or give them keys and a password in access`,
    );
  }
}

function checkPasswords(
  lines: readonly SshdLine[],
  all: readonly Login[],
  say: (line: SshdLine, message: string) => void,
): void {
  const lost = all.map((one) => passwordLost(lines, one));
  const [line] = lost;
  if (!line || !lost.every(Boolean)) return;
  say(
    line,
    `takes no password, and nobody of access has a key: ${
      all.map(({ name }) => name).join(", ")
    } cannot log in over ssh; add keys, or remove PasswordAuthentication`,
  );
}

/** sshd(8) exits if it can listen on none of its addresses. */
function checkListening(
  { network, firewall }: Gateway,
  listens: readonly Listening[],
  report: Report,
): void {
  const [first] = listens;
  if (!first?.address || !allAddressesKnown({ network })) return;
  const own = ownPrefixes({ network });
  if (listens.some(({ address }) => !address || own.some((one) => sameAddress(one, address)))) {
    return;
  }
  // A redirection may lead there.
  const { redirect, rules } = firewall;
  if (redirect.some(({ to }) => to.some((one) => /^(127\.|::1)/.test(one)))) return;
  if (rules.some((line) => /\brdr-to\b/.test(line))) return;
  report(
    first.path!,
    "warning",
    `sshd then listens on ${first.word} only, which no interface has, so nobody gets in; write an address of the gateway, or remove ListenAddress`,
    { rests: SUBNETS },
  );
}

/** AddressFamily of a family in which the gateway has no address. */
function checkFamily({ network }: Gateway, lines: readonly SshdLine[], report: Report): void {
  const line = lines.find(({ keyword, matches }) =>
    keyword === "addressfamily" && matches.length === 0
  );
  const family = line?.words[0] === "inet" ? 4 : line?.words[0] === "inet6" ? 6 : undefined;
  if (!line || family === undefined || !allAddressesKnown({ network })) return;
  if (ownPrefixes({ network }).some((one) => one.family === family && !isLoopback(one))) return;
  report(
    line.path!,
    "warning",
    `sshd then listens on IPv${family} only, and no interface has an address of it, so nobody gets in; remove AddressFamily`,
    { rests: SUBNETS },
  );
}

/**
 * install.conf: what the installer is answered (autoinstall(8)).
 * @module
 */
import type { Gateway } from "../spec/gateway.ts";
import type { Secrets } from "../spec/secrets.ts";
import type { InstallEnvironment } from "./environment.ts";

/** What autoinstall(8) takes for "no login by password". */
const NO_PASSWORD = "*************";

/** Sets that a gateway does not need; base, the kernels, man and the site set stay. */
const WITHOUT = "-comp* -game* -x*";

/**
 * The response file. Each key is as long as it must be to match its own question and no other, in
 * every release from 6.6 to 8.0; ssh keys and other long lines travel in the site set instead.
 */
export function renderInstallConf(
  gateway: Gateway,
  secrets: Secrets,
  environment: InstallEnvironment,
): string {
  const { access, disk, release } = gateway;
  const dotted = gateway.hostname.indexOf(".");
  const site = `site${release.number}.tgz`;
  const user = access.users[0];
  const gpt = gateway.domain.firmware === "uefi";
  const interfaceQuestion = release.number < 69
    ? "Which network interface do you wish to configure"
    : "Network interface to configure";
  const lines: [string, string][] = [
    ["Terminal type", "vt220"],
    ["System hostname", dotted < 0 ? gateway.hostname : gateway.hostname.slice(0, dotted)],
    [interfaceQuestion, environment.interface],
    [`IPv4 address for ${environment.interface}`, environment.address],
    [`IPv6 address for ${environment.interface}`, "none"],
    [interfaceQuestion, "done"],
    ["Default IPv4 route", environment.route],
    ["DNS domain name", dotted < 0 ? "my.domain" : gateway.hostname.slice(dotted + 1)],
    ["DNS nameservers", environment.nameserver],
    ["Password for root account", secrets.passwords.root ?? NO_PASSWORD],
    ["Public ssh key for root account", "none"],
    ["Start sshd(8) by default", "yes"],
    ["Do you expect to run the X Window System", "no"],
    ["X Window System to be started by xenodm(1)", "no"],
    ["Change the default console to com0", "yes"],
    ["Which speed should com0 use", String(gateway.consoleSpeed)],
    ["Setup a user", user?.name ?? "no"],
    ...(user
      ? [
        [`Full name for user ${user.name}`, user.fullName],
        [`Password for user ${user.name}`, secrets.passwords[user.name] ?? NO_PASSWORD],
        [`Public ssh key for user ${user.name}`, "none"],
      ] as [string, string][]
      : []),
    ["Allow root ssh login", access.rootSsh],
    ["Which disk is the root disk", environment.disk],
    ...(release.number >= 75 ? [["Encrypt the root disk", "no"]] as [string, string][] : []),
    ["Use (W)hole disk", gpt ? "gpt" : "whole"],
    ...(gpt ? [["An EFI/GPT disk may not boot. Proceed", "yes"]] as [string, string][] : []),
    ...(disk.layout === "auto"
      ? [["URL to autopartitioning template for disklabel", "none"], [
        "Auto layout, (E)dit auto layout",
        "a",
      ]]
      : [["URL to autopartitioning template for disklabel", environment.template]]) as [
        string,
        string,
      ][],
    ["Which disk do you wish to initialize", "done"],
    ["Location of sets", "http"],
    ["HTTP proxy URL", "none"],
    ["HTTP Server", environment.httpServer],
    ["Server directory", environment.serverDirectory],
    ["Set name(s)", `${WITHOUT} +site* done`],
    // The site set is ours: the release's signature cannot name it.
    [`Checksum test for ${site} failed. Continue anyway`, "yes"],
    [`Unverified sets: ${site}. Continue without verification`, "yes"],
    ["Location of sets", "done"],
    ["What timezone are you in", gateway.timezone],
  ];
  return lines.map(([key, value]) => `${key} = ${value}\n`).join("");
}

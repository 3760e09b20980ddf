/**
 * The table of commands; each is loaded only when used.
 * @module
 */
import type { Command, ListedCommand } from "./command.ts";

/** A line of the table. */
export interface CommandEntry {
  /** One line for the list of commands. */
  summary: string;
  /** Loads the command. */
  load(): Promise<ListedCommand>;
}

const SUMMARIES: readonly (readonly [name: string, summary: string])[] = [
  ["init", "write the description of a new gateway, with its secrets"],
  [
    "check",
    "check descriptions; report errors with file, line and column (- reads standard input)",
  ],
  ["show", "print a description merged with what it extends, each value with its file and line"],
  ["render", "write install.conf, disklabel.conf, the site set and the domain of gateways"],
  ["build", "build the disks of gateways and everything needed to run them"],
  ["base", "install a base disk, without any gateway's settings, to stamp gateways from"],
  ["demo", "rehearse a build with a stand-in for OpenBSD's installer; needs no preparation"],
  ["boot", "boot an image on a throw-away overlay and report its self-check"],
  ["fetch", "download and verify a release into the cache"],
  ["cache", "list verified files, saved installers and bases in the cache, or remove them"],
  ["explain", "describe the fields of a description, each with an example"],
  ["schema", "print the JSON Schema of descriptions, for editors"],
  ["inspect", "check a disk image and list its files, without booting it"],
  ["domain", "print the libvirt domain of a gateway, changed for another host where asked"],
  ["deploy", "write an image to a block device or a file, read it back, define its domain"],
  ["replace", "build a new disk with the identity of the old one, and put it in its place"],
  ["trace", "show the path of a packet through the gateway: rules, translation, routes, tunnels"],
  ["status", "compare a running gateway with its description: tunnels, interfaces, packet filter"],
  ["diff", "show what a running gateway or a disk has that its description lacks"],
  ["push", "change the files of a running gateway; the change is undone unless it is confirmed"],
  ["perimeter", "print the forwards and routes that the firewall in front of the gateway needs"],
  ["far-end", "print the configuration of the other end of a tunnel: files, commands, notes"],
  [
    "runbook",
    "write a page for operators: the network, both ends of each tunnel, what to do when one is down",
  ],
  ["key", "print the gateway's public key, for the other ends of tunnels that use keys"],
  ["client", "print the profile or the settings that a laptop or phone connects with"],
  ["migrate", "print or run the virsh migrate command for a guest and its storage"],
  ["prove", "bring tunnels up in a laboratory and send packets through them"],
  ["pack", "compress an image for transport, with its checksum and a signature"],
  ["ci", "print a workflow that checks, builds and signs gateways in CI"],
  ["doctor", "check that this host has what a build needs"],
  ["completions", "print completions for bash, zsh or fish"],
  ["man", "print a manual page in mdoc(7): 1, gatewright, or 5, gatewright.yaml"],
];

/** Commands by name, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, CommandEntry> = new Map(
  SUMMARIES.map(([name, summary]) => [
    name,
    { summary, load: async () => ({ ...await load(name), summary }) },
  ]),
);

/** The path of the file of command `name`, relative to this one. */
export function commandFile(name: string): string {
  return `./commands/${name.replaceAll("-", "_")}.ts`;
}

/** The command that its file exports. */
async function load(name: string): Promise<Command> {
  // Not a literal: Deno would read the files of all commands at each start, a third of the time of
  // check.
  const file = commandFile(name);
  // deno-lint-ignore house/lookup -- the names of a module's exports
  const exported: Record<string, Command> = await import(file);
  return exported[name.replaceAll(/-./g, ([, letter]) => letter!.toUpperCase())]!;
}

/** Loads all commands. */
export function allCommands(): Promise<ListedCommand[]> {
  return Promise.all(Array.from(COMMANDS.values(), (entry) => entry.load()));
}

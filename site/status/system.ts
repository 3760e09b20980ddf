/**
 * Other state of a gateway: its age, the packet filter, its interfaces.
 * @module
 */
import type { Section, Transcript } from "./transcript.ts";

/** An interface, as ifconfig(8) prints it. */
export interface InterfaceState {
  /** Name: `vio0`. */
  name: string;
  /** It has the flag UP. */
  up: boolean;
  /** Status: `active`, `no carrier`, `master`, `backup`. */
  status?: string;
  /** Addresses without prefix lengths. */
  addresses: string[];
  /** State of carp(4): `MASTER`, `BACKUP` or `INIT`. */
  carp?: string;
}

/** A revision, and when the gateway got it. */
export interface Installed {
  /** Seconds since 1970. */
  at: number;
  /** Twelve hexadecimal digits. */
  revision: string;
}

/** State of the system. */
export interface SystemState {
  /** Time of the query, in seconds since 1970. */
  now?: number;
  /** Release: `OpenBSD 8.0 amd64`. */
  uname?: string;
  /** Time of the first boot, when the ssh host keys are made, in seconds since 1970. */
  firstBoot?: number;
  /** Time and revision of its build. */
  built?: Installed;
  /** Time and revision of the last push. */
  pushed?: Installed;
  /** Running daemons among `isakmpd`, `iked`, `sasyncd`; undefined if that was not queried. */
  daemons?: string[];
  /** The packet filter is enabled. */
  pf?: boolean;
  /** Number of states of the packet filter. */
  states?: number;
  /** Its interfaces; undefined if they were not queried. */
  interfaces?: InterfaceState[];
}

const linesOf = (section: Section | undefined) => section?.lines ?? [];

/** Parses the sections that are present. */
export function readSystem(transcript: Transcript): SystemState {
  const system = linesOf(transcript.get("system"));
  const word = (name: string) => {
    const found = system.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
    return found === undefined || !/^\d{1,12}(\s|$)/.test(found) ? undefined : found;
  };
  const number = (text: string | undefined) => text === undefined ? {} : Number.parseInt(text, 10);
  const set = (name: string, value: unknown) => typeof value === "number" ? { [name]: value } : {};
  const uname = system.find((line) => /^[A-Za-z]+ \d+\.\d+ \S+$/.test(line));
  const installed = (name: "built" | "pushed") => {
    const [, at, revision] = /^(\d+) ([0-9a-f]{12})$/.exec(word(name) ?? "") ?? [];
    return revision === undefined ? {} : { [name]: { at: Number(at), revision } };
  };
  const daemons = system.find((line) => /^daemons( [a-z]*)*$/.test(line));
  return {
    ...set("now", number(word("now"))),
    ...firstBoot(number(word("first-boot"))),
    ...(uname === undefined ? {} : { uname }),
    ...(daemons === undefined ? {} : { daemons: daemons.split(" ").slice(1).filter(Boolean) }),
    ...installed("built"),
    ...installed("pushed"),
    ...readPf(linesOf(transcript.get("pf"))),
    ...(transcript.has("interfaces")
      ? { interfaces: readInterfaces(linesOf(transcript.get("interfaces"))) }
      : {}),
  };
}

/**
 * Time of files in a site set, in seconds since 1970: the time of host keys from it does not show
 * the first boot.
 */
const SET_TIME = 946684800;

function firstBoot(at: unknown): Pick<SystemState, "firstBoot"> {
  return typeof at === "number" && at !== SET_TIME ? { firstBoot: at } : {};
}

function readPf(lines: readonly string[]): Pick<SystemState, "pf" | "states"> {
  const status = lines.find((line) => /^Status: (Enabled|Disabled)/.test(line));
  const entries = lines.map((line) => /^ {2}current entries +(\d+)/.exec(line)?.[1])
    .find((one) => one !== undefined);
  return {
    ...(status === undefined ? {} : { pf: status.startsWith("Status: Enabled") }),
    ...(entries === undefined ? {} : { states: Number(entries) }),
  };
}

function readInterfaces(lines: readonly string[]): InterfaceState[] {
  const found: InterfaceState[] = [];
  for (const line of lines) {
    const head = /^([a-z]+[0-9]+): flags=[0-9a-f]+<([^>]*)>/.exec(line);
    if (head) {
      found.push({ name: head[1]!, up: head[2]!.split(",").includes("UP"), addresses: [] });
      continue;
    }
    const current = found.at(-1);
    if (!current) continue;
    const status = /^\s+status: (.+)$/.exec(line)?.[1];
    const address = /^\s+inet6? (\S+)/.exec(line)?.[1]?.replace(/%.*/, "");
    const carp = /^\s+carp: ([A-Z]+) /.exec(line)?.[1];
    if (status !== undefined) current.status = status.trim();
    if (address !== undefined) current.addresses.push(address);
    if (carp !== undefined) current.carp = carp;
  }
  return found;
}

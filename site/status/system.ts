/**
 * What else a gateway says of itself: its age, the packet filter, its interfaces.
 * @module
 */
import type { Section, Transcript } from "./transcript.ts";

/** An interface, as ifconfig(8) shows it. */
export interface InterfaceState {
  /** `vio0`. */
  name: string;
  /** UP is among its flags. */
  up: boolean;
  /** `active`, `no carrier`, `master`, `backup`. */
  status?: string;
  /** Addresses without their lengths. */
  addresses: string[];
  /** Of carp(4): `MASTER`, `BACKUP` or `INIT`. */
  carp?: string;
}

/** A revision that came onto the gateway. */
export interface Installed {
  /** Seconds since 1970. */
  at: number;
  /** Twelve hexadecimal digits. */
  revision: string;
}

/** The system. */
export interface SystemState {
  /** Seconds since 1970 when it was asked. */
  now?: number;
  /** `OpenBSD 8.0 amd64`. */
  uname?: string;
  /** Seconds since 1970: the host keys of ssh are made at the first boot. */
  firstBoot?: number;
  /** Seconds since 1970, and what: its build. */
  built?: Installed;
  /** Seconds since 1970, and what: the last push. */
  pushed?: Installed;
  /** Daemons that run: `isakmpd`, `iked`, `sasyncd`; undefined where that was not asked. */
  daemons?: string[];
  /** The packet filter is on. */
  pf?: boolean;
  /** States of the packet filter. */
  states?: number;
  /** Its interfaces; undefined where they were not asked for. */
  interfaces?: InterfaceState[];
}

const linesOf = (section: Section | undefined) => section?.lines ?? [];

/** Reads the sections that are there. */
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

/** The time of a site set, in seconds: host keys that it brought tell nothing of a boot. */
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

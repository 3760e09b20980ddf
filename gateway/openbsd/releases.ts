/**
 * The releases of OpenBSD that Gatewright supports, and all data that depends on the release alone.
 *
 * The schema's range, the default release, the built-in keys, the checks of a release, and the
 * installer's questions follow from this table; a new release is a new line of it. Changes between
 * releases are in `cut_overs.ts`.
 *
 * Sources: OpenBSD's release announcements for the dates, its errata pages for the errata, and for
 * the keys the second line of etc/signify/openbsd-XX-base.pub. All of 66 to 81 are the same in
 * Debian's signify-openbsd-keys 2026.1; besides, 66, 80 and 81 were read in OpenBSD's own source
 * repository, 73 to 79 in copies of that file, and the SHA256.sig files of 6.6 and 7.6 verify with
 * theirs.
 * @module
 */

/**
 * The feature a gateway must use for an erratum to concern it. `single`: /usr on the root file
 * system.
 */
export type Touches = "all" | "ipsec" | "ikev2" | "ipv6" | "autoconf6" | "single";

/** An erratum that matters for a gateway. */
export interface Erratum {
  /** Name in syspatch(8): `009_iked`; only the number if the name is unknown. */
  name: string;
  /** The feature it concerns. */
  touches: Touches;
  /** The consequence without the patch. */
  why: string;
}

/** One release. */
export interface OpenbsdRelease {
  /** As in `uname -r`: `7.9`. */
  version: string;
  /** Major times ten and minor: 79. */
  number: number;
  /** Release date, `2026-05-19`; absent if only the key is known yet. */
  released?: string;
  /** Second line of openbsd-XX-base.pub: without its key a release cannot be verified. */
  baseKey: string;
  /** Errata that matter for a gateway. */
  errata?: readonly Erratum[];
}

/** In order. Each release contains the key of the next, so the last one may not be released yet. */
export const RELEASES: readonly OpenbsdRelease[] = [
  of(66, "2019-10-17", "RWSvK/c+cFe24BIalifKnqoqdvLlXfeZ9MIj3MINndNeKgyYw5PpcWGn"),
  of(67, "2020-05-19", "RWRmkIA877Io3oCILSZoJGhAswifJbFK4r18ICoia+3c0PfwANueolNj"),
  of(68, "2020-10-18", "RWQZj25CSG5R2oLo5735Hh6C48kkjFsj5rJDjW+fGZwyY+BkD5/zps8f"),
  of(69, "2021-05-01", "RWQQsAemppS46LT4dNnAtVUZt51ResyNU35n4OH9yl/r7JcR3B75fO4V"),
  of(70, "2021-10-14", "RWR3KL+gSr4QZ5mOvKhcOOgGe61ogHp5PyBOj2RrmyCpqchk9A7NVPzh"),
  of(71, "2022-04-21", "RWR2eHwZTOEiTWog354iy3StRj18VbZl87O9uZpa1M2jGLXEkco6vDT5"),
  of(72, "2022-10-20", "RWQTKNnK3CZZ8Lid7/kWPO1WxjEsTeuxiXbJSSg6RDir9OJmV+t7GrOo"),
  of(73, "2023-04-10", "RWQS90bYzZ4XFms5z9OodrFABHMQnW6htU+4Tmp88NuQiTEezMm2cQ3K"),
  of(74, "2023-10-16", "RWRoyQmAD08ajTqgzK3UcWaVlwaJMckH9/CshU8Md5pN1GoIrcBdTF+c"),
  of(75, "2024-04-05", "RWRGj1pRpprAfgeF/rgld4ubduChLvTkigA1Zj7WLDsVA4qfYSWOEI8q"),
  of(76, "2024-10-08", "RWTkuwn4mbq8ouJbfO4VfNH8+FdiZUosz2qIR0V0C9bm6CnVEt7CGkV0"),
  of(77, "2025-04-28", "RWSbCCUoGpcxVRmNb/XFYBbthxWMK7G6fNbJhb993Ohuh29WFaT9vhe2"),
  of(78, "2025-10-22", "RWS3/nvFmk4SWSmt/5QIk9yB4+uoAGoiYvFhVlDQBG3rWENeeIys0LWB", [
    { name: "001_syspatch", touches: "single", why: "syspatch fails where / and /usr are one" },
    { name: "011_nd6", touches: "ipv6", why: "neighbour discovery in the kernel" },
    { name: "025_sack", touches: "all", why: "TCP from anywhere crashes the kernel" },
    { name: "027_iked", touches: "ikev2", why: "iked" },
    { name: "029", touches: "autoconf6", why: "slaacd and rad" },
    { name: "033", touches: "autoconf6", why: "slaacd and rad" },
    { name: "036_iked", touches: "ikev2", why: "iked" },
  ]),
  of(79, "2026-05-19", "RWTSdNN9A3yvWNn7mUjXwv9DOCOUnyfuV+mq1iGPIfD+NhN8EYnEQ1at", [
    { name: "004_elf", touches: "all", why: "a local user and the kernel's ELF loader" },
    { name: "005_sysv", touches: "all", why: "a local user and the kernel's System V IPC" },
    { name: "007_ipsec", touches: "ipsec", why: "bad IPsec packets crash the kernel" },
    { name: "009_iked", touches: "ikev2", why: "anyone can crash iked, before authentication" },
  ]),
  of(80, "2026-10-20", "RWSMSt0erHTctUxq2JDAgQRo64ztikp8JvQeiSPte3NZ0Geou0TkTEiE"),
  of(81, undefined, "RWQirufSCy10G6Y9Ou9ao2R9RbhzN6E+2hgB6n0Cbj3Eq1aEssZaeHJu"),
];

function of(
  number: number,
  released: string | undefined,
  baseKey: string,
  errata?: readonly Erratum[],
): OpenbsdRelease {
  return {
    version: (number / 10).toFixed(1),
    number,
    baseKey,
    ...(released === undefined ? {} : { released }),
    ...(errata === undefined ? {} : { errata }),
  };
}

/** Number of supported releases: errata are published for the two newest only. */
const SUPPORTED = 2;

const RELEASED = RELEASES.filter(({ released }) => released !== undefined);

/** The versions that can be installed, oldest first. */
export const VERSIONS: readonly string[] = RELEASED.map(({ version }) => version);

/** The range of {@linkcode VERSIONS} in messages: `6.6 to 8.0`. */
export const VERSION_RANGE: string = `${VERSIONS[0]} to ${VERSIONS.at(-1)}`;

/** A pattern (ECMA 262) that matches exactly the {@linkcode VERSIONS}; `more` are further words. */
export function versionPattern(...more: string[]): string {
  return `^(${[...VERSIONS.map((version) => version.replace(".", "\\.")), ...more].join("|")})$`;
}

/** The newest release: the default of a description. */
export const NEWEST: string = VERSIONS.at(-1)!;

/** The versions that get errata, newest first. */
export const SUPPORTED_VERSIONS: readonly string[] = VERSIONS.slice(-SUPPORTED).toReversed();

/** The release of that number (79); undefined if unknown. */
export function openbsdRelease(number: number): OpenbsdRelease | undefined {
  return RELEASES.find((release) => release.number === number);
}

/**
 * The release that ended support for the one of that number, the second after it; undefined while
 * it is supported, or if unknown.
 */
export function endedBy(number: number): OpenbsdRelease | undefined {
  const at = RELEASED.findIndex((release) => release.number === number);
  return at < 0 ? undefined : RELEASED[at + SUPPORTED];
}

/**
 * Transforms in the keywords of one vendor, and complaints about those that it lacks.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { phaseSets } from "../../gateway/openbsd/offers.ts";
import { isAead, KNOWN } from "../../gateway/openbsd/transforms.ts";
import type { TransformSet, Tunnel } from "../../gateway/tunnel.ts";
import { NotCovered } from "./far_end.ts";

/** A vendor's keywords for the transforms of one phase; absent ones are not supported. */
export interface Words {
  enc: ReadonlyMap<string, string>;
  /** Integrity algorithms. */
  auth: ReadonlyMap<string, string>;
  /** `none` needs no keyword. */
  group: ReadonlyMap<string, string>;
  /** Pseudo-random functions of IKEv2; absent: the prf is always that of `auth`. */
  prf?: ReadonlyMap<string, string>;
}

/** A vendor. */
export interface Vendor {
  /** Its name in messages. */
  name: string;
  /** Its keywords by IKE version and phase. */
  words(ike: 1 | 2, phase: 1 | 2): Words;
}

/** A proposal in the vendor's keywords. */
export interface VendorSet {
  enc: string;
  /** Absent if `enc` includes authentication. */
  auth?: string;
  /** Phase 1 of IKEv2 only. */
  prf?: string;
  /** Absent: no perfect forward secrecy. */
  group?: string;
  /** The proposal in the description's words. */
  set: TransformSet;
}

/** The supported proposals of a phase. */
export interface VendorPhase {
  /** At least one. */
  sets: VendorSet[];
  /** Sentences about unsupported ones. */
  missing: string[];
}

/** A transform of a proposal that the vendor lacks, and the nearest that both ends support. */
export interface Lack {
  /** `phase1` or `phase2`. */
  phase: "phase1" | "phase2";
  field: "enc" | "auth" | "prf" | "group";
  value: string;
  /** Absent if it supports none in that field. */
  nearest?: string;
}

/** Replacements for a transform, the nearest first; then good general choices. */
const NEAR: ReadonlyMap<string, readonly string[]> = new Map([
  ["blowfish", ["aes-128"]],
  ["cast128", ["aes-128"]],
  ["aes-128-ctr", ["aes-128"]],
  ["aes-192-ctr", ["aes-192", "aes-256"]],
  ["aes-128-gcm", ["aes-128-gcm", "aes-128"]],
  ["aes-192", ["aes-256"]],
  ["aes-128", ["aes", "aes-256"]],
  ["modp768", ["modp1024", "modp1536"]],
  ["modp1024", ["modp1536"]],
  ["modp3072", ["modp4096"]],
  ["modp4096", ["modp3072"]],
  ["modp6144", ["modp8192", "modp4096", "modp3072"]],
  ["modp8192", ["modp6144", "modp4096", "modp3072"]],
  ["ecp521", ["ecp384", "ecp256"]],
  ["ecp384", ["ecp521", "ecp256"]],
  ["brainpool384", ["ecp384"]],
  ["brainpool512", ["ecp521"]],
  ["curve25519", ["ecp256"]],
  ["sntrup761x25519", ["curve25519", "ecp256"]],
  ["hmac-sha2-384", ["hmac-sha2-512"]],
  ["hmac-sha2-512", ["hmac-sha2-384"]],
]);
const COMMON: Record<Lack["field"], readonly string[]> = {
  enc: ["aes-256", "aes-128", "aes", "3des"],
  auth: ["hmac-sha2-256", "hmac-sha1"],
  prf: ["hmac-sha2-256", "hmac-sha1"],
  group: ["modp2048", "ecp256", "modp1536", "modp1024"],
};

function nearest(field: Lack["field"], value: string, words: Words, ike: 1 | 2, phase: 1 | 2) {
  const theirs = words[field] ?? words.auth;
  const ours: readonly string[] = KNOWN[ike][phase][field === "prf" ? "auth" : field];
  return [...NEAR.get(value) ?? [], ...COMMON[field]].find((one) =>
    theirs.has(one) && ours.includes(one)
  );
}

/** Cached: tens of thousands of tunnels are checked. */
const WORDS = new Map<string, Words>();

function wordsOf(vendor: Vendor, ike: 1 | 2, phase: 1 | 2): Words {
  const key = `${vendor.name} ${ike} ${phase}`;
  const known = WORDS.get(key) ?? vendor.words(ike, phase);
  WORDS.set(key, known);
  return known;
}

/** The transforms of `set` that `vendor` lacks. */
export function lacksOf(vendor: Vendor, tunnel: Tunnel, phase: 1 | 2, set: TransformSet): Lack[] {
  const words = wordsOf(vendor, tunnel.ike, phase);
  const aead = isAead(set.enc);
  const wanted: [Lack["field"], string | undefined][] = [
    ["enc", tunnel.protocol === "ah" && phase === 2 ? undefined : set.enc],
    ["auth", aead ? undefined : set.auth],
    ["group", set.group === "none" ? undefined : set.group],
  ];
  const lack = (field: Lack["field"], value: string, near?: string): Lack => ({
    phase: `phase${phase}`,
    field,
    value,
    ...(near === undefined ? {} : { nearest: near }),
  });
  const lacks = wanted.flatMap(([field, value]) =>
    value === undefined || words[field]!.has(value)
      ? []
      : [lack(field, value, nearest(field, value, words, tunnel.ike, phase))]
  );
  if (tunnel.ike === 1 || phase === 2) return lacks;
  const prf = prfOf(set);
  if (words.prf || aead) {
    const known = words.prf ?? words.auth;
    if (prf !== undefined && !known.has(prf)) {
      lacks.push(lack("prf", prf, nearest("prf", prf, words, 2, 1)));
    }
  } else if (set.prf !== undefined && set.prf !== set.auth) {
    lacks.push(lack("prf", set.prf, set.auth));
  }
  return lacks;
}

/** iked combines an AEAD with the prf hmac-sha2-256 by default. */
function prfOf({ enc, auth, prf }: TransformSet): string | undefined {
  return prf ?? (isAead(enc) ? "hmac-sha2-256" : auth);
}

/** `the router has no modp1024 in phase1.group; modp1536 is the nearest that both have`. */
export function lackSentence({ name }: Vendor, { phase, field, value, nearest }: Lack): string {
  const near = nearest === undefined ? "" : `; the nearest that both have is ${nearest}`;
  return `${name} has no ${value} for ${phase}.${field}${near}`;
}

/**
 * The proposals of a phase that `vendor` supports. If the description leaves them to the daemon, one
 * of the daemon's defaults that the vendor supports.
 *
 * @throws {NotCovered} if it supports none of the proposals: nothing is
 * substituted.
 */
export function vendorPhase(
  vendor: Vendor,
  gateway: Gateway,
  tunnel: Tunnel,
  phase: 1 | 2,
): VendorPhase {
  const own = phase === 1 ? tunnel.phase1.sets : tunnel.phase2.sets;
  const wanted = own.length > 0
    ? own
    : byDefault(vendor, tunnel, phase, phaseSets(tunnel, phase, gateway.release.number));
  const compared = wanted.map((set) => ({ set, lacks: lacksOf(vendor, tunnel, phase, set) }));
  const good = compared.filter(({ lacks }) => lacks.length === 0).map(({ set }) => set);
  const sentences = compared.flatMap(({ lacks }) =>
    lacks.map((lack) => lackSentence(vendor, lack))
  );
  const missing = [...new Set(sentences)];
  if (good.length === 0) throw noneOf(vendor, gateway, tunnel, phase, missing);
  return { sets: good.map((set) => vendorSet(vendor, tunnel, phase, set)), missing };
}

/** Both phases are checked, so that all necessary changes are reported at once. */
function noneOf(
  vendor: Vendor,
  gateway: Gateway,
  tunnel: Tunnel,
  phase: 1 | 2,
  missing: readonly string[],
): NotCovered {
  const change = (which: 1 | 2) => {
    const set = tunnel[`phase${which}`].sets[0];
    const lacks = set ? lacksOf(vendor, tunnel, which, set) : [];
    const near = lacks.flatMap(({ field, nearest }) => nearest ? `${field}: ${nearest}` : []);
    return near.length === 0 ? [] : [`phase${which}: {${near.join(", ")}}`];
  };
  const changes = [...change(1), ...change(2)];
  return new NotCovered(
    gateway,
    tunnel,
    `${vendor.name} has none of the transforms of phase${phase}`,
    {
      why: missing.join("; "),
      next: [
        ...(changes.length > 0 ? [`set ${changes.join(" and ")} in the description`] : []),
        ...(knownInIkev2(vendor, tunnel) ? [`ike: 2, where ${vendor.name} has them`] : []),
      ].join(", or ") || "choose other transforms",
    },
  );
}

/** Whether the same proposals would work with the other IKE version. */
function knownInIkev2(vendor: Vendor, tunnel: Tunnel): boolean {
  if (tunnel.ike === 2) return false;
  const other = { ...tunnel, ike: 2 } as unknown as Tunnel;
  return ([1, 2] as const).every((phase) =>
    tunnel[`phase${phase}`].sets.every((set) => lacksOf(vendor, other, phase, set).length === 0)
  );
}

/**
 * Of the daemon's defaults, one that is widely supported; else the first that the vendor supports.
 */
function byDefault(
  vendor: Vendor,
  tunnel: Tunnel,
  phase: 1 | 2,
  sets: readonly TransformSet[],
): TransformSet[] {
  const known = sets.filter((set) => lacksOf(vendor, tunnel, phase, set).length === 0);
  const usual = known.find(({ enc, auth, group }) =>
    enc === "aes-256" && auth === "hmac-sha2-256" && ["modp2048", "none"].includes(group)
  );
  return [usual ?? known[0] ?? sets[0]!];
}

function vendorSet(vendor: Vendor, tunnel: Tunnel, phase: 1 | 2, set: TransformSet): VendorSet {
  const { enc, auth, group, prf } = wordsOf(vendor, tunnel.ike, phase);
  const aead = isAead(set.enc);
  const own = tunnel.ike === 2 && phase === 1 ? prfOf(set) : undefined;
  const prfWord = own === undefined ? undefined : (prf ?? auth).get(own);
  return {
    enc: enc.get(set.enc) ?? "",
    ...(aead || set.auth === undefined ? {} : { auth: auth.get(set.auth)! }),
    ...(prfWord === undefined ? {} : { prf: prfWord }),
    ...(set.group === "none" ? {} : { group: group.get(set.group)! }),
    set,
  };
}

/**
 * @throws {NotCovered} if the ends authenticate in a way that `vendor` is not
 * rendered for.
 */
export function onlyBy(
  vendor: Pick<Vendor, "name">,
  gateway: Gateway,
  tunnel: Tunnel,
  methods: readonly Tunnel["auth"]["method"][],
): void {
  const { method } = tunnel.auth;
  if (methods.includes(method)) return;
  const words = { psk: "a pre-shared key", keys: "raw public keys", certificate: "certificates" };
  throw new NotCovered(
    gateway,
    tunnel,
    `far-end does not cover ${words[method]} for ${vendor.name}`,
    {
      why: `it covers ${methods.map((one) => words[one]).join(" and ")}`,
      next: methods.includes("certificate")
        ? "give the tunnel a psk or a certificate, or set up the other side by its vendor's documents"
        : "give the tunnel a psk, or set up the other side by its vendor's documents",
    },
  );
}

import assert from "node:assert/strict";
import fc from "fast-check";
import { ENC, GROUP, isAead, KNOWN } from "../../gateway/openbsd/transforms.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { GatewrightError } from "../../host/error.ts";
import { GRAMMAR_KINDS, strangeLines } from "../../test/far_end_grammars.ts";
import { testPhase, testRouter, testTunnel } from "../../test/gateway.ts";
import { FAR_END_GOLDENS, farEndGoldens } from "../../test/golden.ts";
import type { FarEndOptions } from "./far_end.ts";
import { FAR_END_KINDS } from "./kinds.ts";
import { masked } from "./device_tunnel.ts";

/** A gateway with an address that everybody sees. */
const open = testRouter();

function made(kind: string, tunnel: Tunnel, options: FarEndOptions = {}, gateway = open) {
  return FAR_END_KINDS.get(kind)!(gateway, tunnel, options);
}

function text(kind: string, tunnel: Tunnel, options?: FarEndOptions): string {
  return made(kind, tunnel, options).files.map(({ text }) => text).join("");
}

Deno.test("golden: the far ends of the example's tunnel and of one of IKEv2 are as they were read", async () => {
  for (const [name, text] of farEndGoldens()) {
    const kept = await Deno.readTextFile(new URL(name, FAR_END_GOLDENS)).catch(() => "");
    assert.equal(
      text,
      kept,
      `${name}: if that is meant: deno task golden, and read the diff again.`,
    );
  }
});

/** Networks that do not meet. */
const network = (first: number) =>
  fc.tuple(fc.nat(255), fc.integer({ min: 8, max: 32 })).map(([second, length]) => {
    const address = [
      first,
      length > 8 ? second & ~(length < 16 ? (1 << (16 - length)) - 1 : 0) : 0,
      0,
      0,
    ];
    return `${address.join(".")}/${length}`;
  });

const pick = <T>(list: readonly T[]) => fc.constantFrom(...list);

const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);

/** Printable, with everything that ends a word or a line somewhere. */
const identity = fc.oneof(
  pick(["branch.example.net", "192.0.2.9", "admin@example.net"]),
  fc.string({ minLength: 1, unit: "grapheme-ascii" }).filter((id) => !/["'`$\\]/.test(id)),
);

const set = (ike: 1 | 2, phase: 1 | 2) => {
  const { enc, auth, group } = KNOWN[ike][phase];
  return fc.record({ enc: pick(enc), auth: pick(auth), group: pick(group) }).map((one) => {
    const { auth, ...rest } = one;
    return isAead(one.enc) ? rest : { auth, ...rest };
  });
};

const tunnel = pick([1, 2] as const).chain((ike) =>
  fc.record({
    name,
    set1: set(ike, 1),
    set2: set(ike, 2),
    lifetime1: fc.option(fc.integer({ min: 60, max: 200000 }), { nil: undefined }),
    lifetime2: fc.option(fc.integer({ min: 60, max: 200000 }), { nil: undefined }),
    local: fc.uniqueArray(network(10), { minLength: 1, maxLength: 3 }),
    remote: fc.uniqueArray(network(172), { minLength: 1, maxLength: 3 }),
    dstid: fc.option(identity, { nil: undefined }),
    srcid: fc.option(identity, { nil: undefined }),
    mode: pick(["active", "passive"] as const),
  }).map(({ set1, set2, lifetime1, lifetime2, dstid, srcid, ...rest }) =>
    testTunnel({
      ike: ike as 2,
      ...rest,
      phase1: { sets: [set1], ...(lifetime1 ? { lifetime: lifetime1 } : {}) },
      phase2: { sets: [set2], ...(lifetime2 ? { lifetime: lifetime2 } : {}) },
      ...(dstid ? { dstid } : {}),
      ...(srcid ? { srcid } : {}),
    })
  )
);

/** What `kind` makes of a tunnel that it can do; a complaint is what it should be. */
function madeOrRefused(kind: string, one: Tunnel, options: FarEndOptions = {}): string | undefined {
  try {
    return text(kind, one, options);
  } catch (error) {
    assert(error instanceof GatewrightError);
    assert.equal(error.kind, "description");
    assert(error.why && error.next, kind);
    return undefined;
  }
}

Deno.test("each line is one that the vendor reads, whatever the names and identities are", () => {
  const count = new Map<string, number>();
  fc.assert(
    fc.property(tunnel, (one) => {
      for (const kind of GRAMMAR_KINDS) {
        const lines = madeOrRefused(kind, one);
        if (lines === undefined) continue;
        count.set(kind, (count.get(kind) ?? 0) + 1);
        assert.deepEqual(strangeLines(kind, lines), [], kind);
      }
    }),
    { numRuns: 600 },
  );
  // Not all were refused.
  for (const kind of GRAMMAR_KINDS) assert((count.get(kind) ?? 0) > 5, kind);
});

Deno.test("each network and the group are there, the far end's as its own", () => {
  const good = tunnel.filter(({ dstid, srcid }) =>
    [dstid, srcid].every((id) => id === undefined || /^[\w.@-]+$/.test(id))
  );
  fc.assert(
    fc.property(good, (one) => {
      for (const kind of GRAMMAR_KINDS) {
        const lines = madeOrRefused(kind, one);
        if (lines === undefined) continue;
        for (const remote of one.remote) {
          for (const local of one.local) {
            assert(joins(kind, lines, one, remote, local), `${kind}\n${lines}`);
          }
        }
        // Mirrored once and never the other way round, but in what is let back in.
        assert(!joins(kind, lines, one, one.local[0]!, one.remote[0]!), kind);
      }
    }),
    { numRuns: 200 },
  );
});

/** Whether the text protects traffic from `own` at the far end to `other` at the gateway. */
function joins(kind: string, lines: string, tunnel: Tunnel, own: string, other: string): boolean {
  const [a, b] = [masked(own), masked(other)];
  const list = (name: string) =>
    new RegExp(`edit "[^"]*-${name}-\\d+"\\n\\s+set subnet (\\S+ \\S+)`, "g");
  switch (kind) {
    case "ios":
      return lines.includes(`\n permit ip ${a.address} ${a.wildcard} ${b.address} ${b.wildcard}\n`);
    case "asa":
      return lines.includes(`extended permit ip ${a.address} ${a.mask} ${b.address} ${b.mask}\n`);
    case "fortios":
      if (tunnel.ike === 2 && tunnel.local.length * tunnel.remote.length > 1) {
        const has = (name: string, one: typeof a) =>
          [...lines.matchAll(list(name))].some((m) => m[1] === `${one.address} ${one.mask}`);
        return has("own", a) && has("gateway", b);
      }
      return lines.includes(
        `set src-subnet ${a.address} ${a.mask}\n        set dst-subnet ${b.address} ${b.mask}\n`,
      );
    case "junos":
      return lines.includes(` local-ip ${own} remote-ip ${other}\n`);
    case "routeros":
      return lines.includes(` tunnel=yes src-address=${own} dst-address=${other} `);
    case "vyos": {
      const numbers = [...lines.matchAll(/ tunnel (\d+) esp-group/g)].map((match) => match[1]);
      return numbers.some((number) =>
        lines.includes(` tunnel ${number} local prefix '${own}'\n`) &&
        lines.includes(` tunnel ${number} remote prefix '${other}'\n`)
      );
    }
    default:
      return lines.includes(
        `Local Network: Network ${own}\n    NAT/BINAT translation: None\n    Remote Network: Network ${other}\n`,
      );
  }
}

Deno.test("phase 2 asks for the group of the description, and for none without PFS", () => {
  const asked = (group: string): Record<string, RegExp> => ({
    ios: new RegExp(`^ set pfs group${group}$`, "m"),
    asa: new RegExp(`set pfs group${group}$`, "m"),
    fortios: new RegExp(`set pfs enable\n +set dhgrp ${group}$`, "m"),
    junos: new RegExp(`perfect-forward-secrecy keys group${group}$`, "m"),
    routeros: group === "14" ? / pfs-group=modp2048 / : / pfs-group=ecp256 /,
    vyos: new RegExp(` pfs 'dh-group${group}'$`, "m"),
    pfsense: new RegExp(`PFS key group: ${group} \\(`),
  });
  for (const kind of GRAMMAR_KINDS) {
    for (const [group, number] of [["modp2048", "14"], ["ecp256", "19"]] as const) {
      const one = testTunnel({ ike: 2, phase2: testPhase(3600, { group }) });
      assert.match(text(kind, one), asked(number)[kind]!, kind);
    }
    const none = text(kind, testTunnel({ ike: 2, phase2: testPhase(3600, { group: "none" }) }));
    assert.doesNotMatch(
      none,
      /set pfs (group|enable)|forward-secrecy|pfs-group=[me]|pfs 'dh|PFS key group: \d/,
    );
  }
});

Deno.test("a set with a group and the same without are one, with that group", () => {
  const { sets: [first] } = testPhase(0);
  const one = testTunnel({ ike: 2, phase2: { sets: [first!, { ...first!, group: "none" }] } });
  const only = testTunnel({ ike: 2, phase2: { sets: [first!] } });
  for (const kind of GRAMMAR_KINDS) assert.equal(text(kind, one), text(kind, only), kind);
  const two = testTunnel({ ike: 2, phase2: { sets: [first!, { ...first!, group: "ecp256" }] } });
  for (const kind of GRAMMAR_KINDS) {
    const { notes, files } = made(kind, two);
    assert.equal(notes.join().includes("one group for PFS"), kind !== "fortios", kind);
    if (kind === "fortios") assert.match(files[0]!.text, /set dhgrp 14 19$/m);
  }
});

Deno.test("the key is a place to put it unless it is asked for, and never one that ends its line", () => {
  for (const kind of GRAMMAR_KINDS) {
    const one = testTunnel({ ike: 2 });
    assert.match(text(kind, one), /PUT-THE-PRE-SHARED-KEY-HERE/);
    assert.match(text(kind, one, { key: "Correct-Horse-42" }), /Correct-Horse-42/);
    assert.doesNotMatch(text(kind, one, { key: "Correct-Horse-42" }), /PUT-THE-PRE-SHARED/);
    for (const key of ["a\nb\nset system x", 'a" extra', "a'b \\", "ü"]) {
      const lines = madeOrRefused(kind, one, { key });
      if (lines !== undefined) assert.deepEqual(strangeLines(kind, lines), [], kind);
    }
  }
});

Deno.test("what a vendor lacks is refused with what both have, and a lifetime that it does not take is reported", () => {
  const refusal = (kind: string, one: Tunnel) => {
    try {
      text(kind, one);
    } catch (error) {
      assert(error instanceof GatewrightError);
      return [error.why, error.next].join(" ");
    }
    return "";
  };
  const curve = testTunnel({ ike: 2, phase1: testPhase(3600, { group: "curve25519" }) });
  assert.match(refusal("ios", curve), /IOS has no curve25519.*ecp256.*group: ecp256/);
  assert.equal(refusal("fortios", curve), "");
  assert.match(refusal("asa", testTunnel()), /no hmac-sha2-256.*hmac-sha1.*ike: 2, where ASA/);
  assert.match(refusal("junos", testTunnel({ ike: 2, protocol: "ah" })), /ESP between networks/);
  assert.match(refusal("vyos", testTunnel({ ike: 2, auth: { method: "keys" } })), /pre-shared key/);
  const long = testTunnel({ phase1: testPhase(100000) });
  assert.match(made("junos", long).notes.join(), /180 to 86400 s for phase1\.lifetime, not 100000/);
  assert.doesNotMatch(made("junos", testTunnel()).notes.join(), /lifetime/);
});

Deno.test("every transform of OpenBSD is there or refused, in every kind", () => {
  for (const kind of GRAMMAR_KINDS) {
    for (const enc of ENC) {
      for (const group of GROUP.filter((one) => one !== "none")) {
        const one = testTunnel({
          ike: 2,
          phase2: { sets: [{ enc, group, ...(isAead(enc) ? {} : { auth: "hmac-sha2-256" }) }] },
        });
        const lines = madeOrRefused(kind, one);
        if (lines !== undefined) assert.deepEqual(strangeLines(kind, lines), [], kind);
      }
    }
  }
});

Deno.test("several pairs of an IKEv2 tunnel are reported where they do not come up together", () => {
  const several = { ike: 2, local: ["10.0.0.0/24", "10.1.0.0/24"] } as const;
  const warns = GRAMMAR_KINDS.filter((kind) =>
    made(kind, testTunnel({ ...several, local: [...several.local] })).notes.join().includes(
      "one for all of them",
    )
  );
  assert.deepEqual(warns, ["ios", "asa", "junos", "routeros"]);
});

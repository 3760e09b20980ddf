/**
 * What `check` accepts is rendered without an error, and OpenBSD's own programs take it.
 * @module
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { renderGateway } from "../../build/render.ts";
import { renderIkedConf } from "../../site/ipsec/iked_conf.ts";
import { renderIpsecTunnel } from "../../site/ipsec/ipsec_tunnel.ts";
import type { Gateway, Ikev1Tunnel, TransformSet } from "../../gateway/gateway.ts";
import { parseGateway } from "../../gateway/load/load.ts";
import { DescriptionError } from "../../gateway/document/problem.ts";
import { AUTH, ENC, GROUP, KNOWN, PRF } from "../../gateway/openbsd/transforms.ts";
import { testGateway, testPhase, testSecrets, testTunnel } from "../gateway.ts";
import { descriptions, iked } from "../gateway_arbitrary.ts";
import { askIked, canAskIked } from "../iked.ts";
import { reveal, Secret } from "../../host/secret.ts";

/** The gateway of `description`; undefined where it is refused, as it may be. */
function accepted(description: Record<string, unknown>): Gateway | undefined {
  try {
    return parseGateway(JSON.stringify(description), "gw.yaml").gateway;
  } catch (error) {
    assert(error instanceof DescriptionError, `${error}`);
    return undefined;
  }
}

function secretsOf(gateway: Gateway) {
  const psks = Object.fromEntries(
    gateway.tunnels.map(({ name }) => [name, "correct-horse-battery"]),
  );
  return testSecrets({ psks });
}

Deno.test("whatever is accepted can be rendered", async () => {
  let rendered = 0;
  await fc.assert(
    fc.asyncProperty(descriptions, async (description) => {
      const gateway = accepted(description);
      if (!gateway) return;
      await renderGateway(gateway, secretsOf(gateway));
      rendered++;
    }),
    { numRuns: 200 },
  );
  assert(rendered > 20, `only ${rendered} of 200 descriptions were accepted`);
});

/** What iked(8) says of `text`; empty if it takes it. */
async function refusal(text: string, folder: string): Promise<string> {
  const path = `${folder}/iked.conf`;
  await Deno.writeTextFile(path, text, { mode: 0o600 });
  return await askIked(path);
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const asking = (name: string, fn: () => Promise<void>) =>
  Deno.test({ name, ignore: !canAskIked, fn });

asking("iked takes every IKEv2 tunnel that is accepted", () =>
  withFolder(async (folder) => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(iked, async (description) => {
        const gateway = accepted(description);
        if (!gateway) return;
        checked++;
        const text = reveal(renderIkedConf(gateway, secretsOf(gateway)));
        assert.equal(await refusal(text, folder), "", text);
      }),
      { numRuns: 200 },
    );
    // About one in four; this only watches that the test judges something.
    assert(checked > 10, `only ${checked} of 200 were accepted`);
  }));

asking(
  "the description's table of transforms is iked's own, word for word",
  () =>
    withFolder(async (folder) => {
      const words = { auth: AUTH, enc: ENC, group: GROUP };
      for (const phase of [1, 2] as const) {
        for (const key of ["auth", "enc", "group"] as const) {
          for (const word of words[key]) {
            // Of any length: the loader names each.
            if (word === "aes") continue;
            const isAead = key === "enc" && /gcm|gmac|chacha/.test(word);
            const transform: TransformSet = {
              enc: "aes-256",
              group: "modp2048",
              ...(isAead ? {} : { auth: "hmac-sha2-256" }),
              [key]: word,
            };
            const tunnel = testTunnel({
              ike: 2,
              [`phase${phase}`]: { sets: [transform], lifetime: 3600 },
            });
            const text = reveal(renderIkedConf(testGateway({ tunnels: [tunnel] }), testSecrets()));
            const said = await refusal(text, folder);
            const known = KNOWN[2][phase][key].includes(word);
            assert.equal(said === "", known, `phase ${phase} ${key} ${word}: ${said || "OK"}`);
          }
        }
      }
      for (const prf of PRF) {
        const tunnel = testTunnel({ ike: 2, phase1: testPhase(3600, { prf }) });
        const text = reveal(renderIkedConf(testGateway({ tunnels: [tunnel] }), testSecrets()));
        assert.equal(await refusal(text, folder), "", prf);
      }
    }),
);

Deno.test("IKEv1 says the words of ipsec.conf, and encrypts nothing with ah", () => {
  const rule = (patch: Partial<Ikev1Tunnel>) =>
    reveal(renderIpsecTunnel(testTunnel(patch), new Secret("correct-horse-battery")));
  const phase2 = testPhase(3600, { group: "brainpool256", enc: "cast128" });
  assert.match(rule({ phase2 }), /quick auth hmac-sha2-256 enc cast128 group bp256 lifetime/);
  assert.match(rule({ phase2, protocol: "ah" }), /quick auth hmac-sha2-256 group bp256 lifetime/);
});

import assert from "node:assert/strict";
import { installEnvironment } from "../../autoinstall/environment.ts";
import { renderInstallConf } from "../../autoinstall/install_conf.ts";
import { reveal } from "../../host/secret.ts";
import { siteFiles } from "../../site/files.ts";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { baseGateway, NO_SECRETS } from "./base_gateway.ts";
import { baseId, baseKind, refuseOtherBase } from "./base_key.ts";

/** The files of a release, as far as a base's key looks at them. */
function release(sum = "aa") {
  const files = new Map(["base79.tgz", "bsd"].map((name) => [name, { sha256: sum }]));
  return { files } as unknown as Parameters<typeof baseKind>[1];
}

const gateway = testGateway({ tunnels: [testTunnel({ peer: "192.0.2.77" })] });
const id = (patch: Parameters<typeof testGateway>[0], sum?: string) =>
  baseId(baseKind(testGateway(patch), release(sum)));

Deno.test("a base has nothing of a gateway: no name, user, key, address or tunnel", () => {
  const base = baseGateway(gateway);
  const answers = reveal(renderInstallConf(base, NO_SECRETS, installEnvironment(base)));
  const all = JSON.stringify([base, answers, siteFiles(base, NO_SECRETS)]);
  const { access, network } = gateway;
  const own = [
    ...[gateway.hostname, "branch10", "192.0.2.77", ...access.rootKeys],
    ...access.users.flatMap(({ name, keys }) => [`"${name}"`, ...keys]),
    ...network.interfaces.map(({ address }) => address),
  ];
  for (const text of own.filter(Boolean)) assert(!all.includes(text), text);
  assert.match(answers, /^Password for root account = \*{13}$/m);
  assert.match(answers, /^Setup a user = no$/m);
});

Deno.test("gateways that differ in what a stamp can change share a base", () => {
  const { access } = gateway;
  const one = id({});
  assert.equal(id({ hostname: "other.example.org", timezone: "UTC" }), one);
  assert.equal(id({ access: { ...access, users: [], rootSsh: "no" }, tunnels: [] }), one);
  assert.equal(baseId(baseKind(baseGateway(gateway), release())), one, "the base is its own kind");
});

Deno.test("what the installer decides once makes another base", () => {
  const { domain, disk, release: { number, ...version } } = gateway;
  const all = [
    id({}),
    id({ disk: { ...disk, size: disk.size + 1 } }),
    id({ disk: { ...disk, layout: "auto" } }),
    id({ domain: { ...domain, hardware: "legacy" } }),
    id({ domain: { ...domain, firmware: "uefi" } }),
    id({ domain: { ...domain, vcpus: { current: 1, maximum: 1 } } }),
    id({ consoleSpeed: 9600 }),
    id({ release: { ...version, number, arch: "i386" } }),
    id({ release: { ...version, number: 78, version: "7.8" } }),
    id({}, "bb"),
  ];
  assert.equal(new Set(all).size, all.length);
});

Deno.test("a base of another kind is refused with what differs, and so is what is none", () => {
  const kind = baseKind(gateway, release());
  refuseOtherBase(kind, { ...kind }, { where: "base.raw", file: "my gw.yaml" });
  assert.throws(
    () =>
      refuseOtherBase(kind, { ...kind, disk: 4096, smp: !kind.smp }, {
        where: "base.raw",
        file: "my gw.yaml",
      }),
    {
      kind: "verification",
      message: "the base is of another kind",
      why: `disk is 4096, the gateway needs ${kind.disk}\nsmp (domain.vcpus above 1) is ${!kind
        .smp}, the gateway needs ${kind.smp}`,
      next: "make one that fits: gatewright base 'my gw.yaml'",
    },
  );
  assert.throws(() => refuseOtherBase(kind, undefined, { where: "hq.raw", file: "gw.yaml" }), {
    message: "this is not a base",
  });
});

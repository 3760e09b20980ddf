import assert from "node:assert/strict";
import fc from "fast-check";
import { GatewrightError } from "../host/error.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { testGateway, testSecrets } from "../test/gateway.ts";
import { installEnvironment } from "./environment.ts";
import { renderInstallConf } from "./install_conf.ts";
import type { Circumstance, Names } from "./question.ts";
import { simulate, type Simulation } from "./simulate.ts";
import { reveal } from "../host/secret.ts";

const RELEASES = [66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80];

function gatewayOf(number: number, patch: Partial<Gateway> = {}): Gateway {
  const version = (number / 10).toFixed(1);
  return testGateway({ release: { version, number, arch: "amd64" }, ...patch });
}

function confOf(gateway: Gateway): string {
  return reveal(renderInstallConf(gateway, testSecrets(), installEnvironment(gateway)));
}

function run(gateway: Gateway, circumstances: Circumstance[] = []): Simulation {
  const user = gateway.access.users[0]?.name ?? "";
  const names: Names = {
    if: installEnvironment(gateway).interface,
    user,
    set: `site${gateway.release.number}.tgz`,
    sources: "disk http nfs",
  };
  const all: Circumstance[] = ["site", ...circumstances];
  if (user) all.push("user");
  if (gateway.disk.layout === "auto") all.push("auto");
  if (gateway.domain.firmware === "uefi") all.push("gpt");
  return simulate(confOf(gateway), gateway.release.number, names, all, gateway.release.arch);
}

function answer({ asked }: Simulation, id: string): string | undefined {
  return asked.find(({ question }) => question.id === id)?.answer;
}

/** Every kind of gateway that an installer of `number` may meet. */
function* gateways(number: number): Generator<Gateway> {
  const { access, domain } = testGateway();
  for (const users of [[], access.users]) {
    for (const layout of ["single", "auto"] as const) {
      for (const hardware of ["virtio", "legacy"] as const) {
        for (const firmware of ["bios", "uefi"] as const) {
          yield gatewayOf(number, {
            access: { ...access, users },
            disk: { size: 6144, layout },
            domain: { ...domain, hardware, firmware },
          });
        }
      }
    }
  }
}

/** What a machine may have besides; an aperture silences the question about xenodm. */
const MACHINES: [Circumstance[], string[]][] = [
  [[], ["x", "xenodm", "disks"]],
  [["display", "disks"], ["x"]],
  [["aperture", "disks"], ["xenodm"]],
];

const KEYS: Record<string, string> = {
  x: "Do you expect to run the X Window System",
  xenodm: "Do you want the X Window System to be started by xenodm(1)",
  disks: "Which disk do you wish to initialize",
};

for (const number of RELEASES) {
  const version = (number / 10).toFixed(1);
  Deno.test(`install.conf of ${version}: each line answers the question it is meant for`, () => {
    for (const gateway of gateways(number)) {
      for (const [circumstances, left] of MACHINES) {
        const { unanswered, swallowed, unused } = run(gateway, circumstances);
        assert.deepEqual({ unanswered, swallowed }, { unanswered: [], swallowed: [] });
        assert.deepEqual(unused, left.map((id) => KEYS[id]));
      }
    }
  });
}

Deno.test("install.conf answers nothing that means trouble", () => {
  for (const number of RELEASES) {
    const { unanswered, swallowed } = run(gatewayOf(number), ["trouble"]);
    assert.deepEqual(swallowed, []);
    assert.equal(unanswered.length, 6);
    for (const text of unanswered) assert.match(text, /Continue|\*SURE\*|failed/);
  }
});

Deno.test("install.conf of a gateway with a user, and without", () => {
  const gateway = gatewayOf(79);
  const secrets = testSecrets({ passwords: { paul: `$2b$10$${"x".repeat(53)}` } });
  const conf = reveal(renderInstallConf(gateway, secrets, installEnvironment(gateway)));
  assert.match(conf, /^System hostname = vpn1$/m);
  assert.match(conf, /^DNS domain name = example\.net$/m);
  assert.match(conf, /^Password for root account = \*{13}$/m);
  assert.match(conf, /^Setup a user = paul$/m);
  assert.match(conf, /^Password for user paul = \$2b\$10\$x{53}$/m);
  assert.match(conf, /^Which speed should com0 use = 115200$/m);
  assert.match(conf, /^Checksum test for site79\.tgz failed\. Continue anyway = yes$/m);
  const alone = confOf(gatewayOf(79, { access: { ...gateway.access, users: [] } }));
  assert.match(alone, /^Setup a user = no$/m);
  assert.doesNotMatch(alone, / for user /);
});

Deno.test("install.conf names the hardware and the disk as OpenBSD sees them", () => {
  const legacy = run(
    gatewayOf(66, { domain: { ...testGateway().domain, hardware: "legacy", firmware: "uefi" } }),
  );
  assert.equal(answer(legacy, "interface"), "em0");
  assert.equal(answer(legacy, "root-disk"), "wd0");
  assert.equal(answer(legacy, "partitioning"), "gpt");
  const virtio = run(gatewayOf(80, { disk: { size: 20480, layout: "auto" } }));
  assert.equal(answer(virtio, "interface"), "vio0");
  assert.equal(answer(virtio, "root-disk"), "sd0");
  assert.equal(answer(virtio, "partitioning"), "whole");
  assert.equal(answer(virtio, "layout"), "a");
});

Deno.test("install.conf holds no ssh key", () => {
  assert.doesNotMatch(confOf(gatewayOf(79)), /ssh-ed25519/);
});

/** A line that is typed into a terminal in canonical mode must be shorter than this (termios(4)). */
const MAX_CANON = 255;

function longest(conf: string): number {
  return Math.max(...conf.split("\n").map((line) => new TextEncoder().encode(line).length));
}

Deno.test("every line of every install.conf fits into a line of the console", () => {
  const { access, domain, network } = testGateway();
  const [user] = access.users;
  const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,61}[a-z0-9]$/);
  const hostname = fc.array(label, { minLength: 1, maxLength: 8 }).map((labels) => {
    while (labels.join(".").length > 253) labels.pop();
    return labels.join(".");
  });
  const person = fc.record({
    name: fc.stringMatching(/^[a-z][a-z0-9_-]{0,30}$/),
    fullName: fc.string({ unit: "grapheme", maxLength: 100 }),
  });
  const hash = `$2b$10$${"x".repeat(53)}`;
  fc.assert(
    fc.property(
      fc.constantFrom(...RELEASES),
      fc.constantFrom("amd64", "i386"),
      hostname,
      person,
      fc.constantFrom("bios", "uefi"),
      (number, arch, hostname, { name, fullName }, firmware) => {
        const gateway = gatewayOf(number, {
          hostname,
          access: { ...access, users: [{ ...user!, name, fullName }] },
          domain: { ...domain, firmware },
          network: { ...network, nameservers: Array(60).fill("2001:db8:1111:2222:3333::53") },
        });
        gateway.release.arch = arch;
        const secrets = testSecrets({ passwords: { root: hash, [name]: hash } });
        const conf = reveal(renderInstallConf(gateway, secrets, installEnvironment(gateway)));
        assert(longest(conf) < MAX_CANON, conf);
      },
    ),
    { numRuns: 60 },
  );
});

Deno.test("the longest name there is, and a name that the installer would not take, install", () => {
  const label = "a".repeat(62);
  const hostname = `${label}.${label}.${label}.${"b".repeat(60)}.org`;
  assert(hostname.length === 253);
  const { access } = testGateway();
  const users = [{ ...access.users[0]!, fullName: "Paul Ångström" }];
  const gateway = gatewayOf(79, { hostname, access: { ...access, users } });
  const simulation = run(gateway);
  assert.equal(answer(simulation, "hostname"), label);
  assert.equal(answer(simulation, "domain"), "my.domain");
  assert.equal(answer(simulation, "user-name"), "paul");
  assert.deepEqual(simulation.unanswered, []);
  assert.equal(answer(run(gatewayOf(79)), "domain"), "example.net");
});

Deno.test("a line that the console cannot take is refused", () => {
  const gateway = gatewayOf(79);
  const environment = installEnvironment(gateway, { serverDirectory: "p/".repeat(100) });
  assert.throws(
    () => reveal(renderInstallConf(gateway, testSecrets(), environment)),
    (error) =>
      error instanceof GatewrightError && /"Server directory" is too long/.test(error.message),
  );
});

for (const number of RELEASES) {
  Deno.test(`install.conf of ${(number / 10).toFixed(1)}/i386 answers all that is asked`, () => {
    for (const layout of ["single", "auto"] as const) {
      const gateway = gatewayOf(number, { disk: { size: 6144, layout } });
      gateway.release.arch = "i386";
      const { unanswered, swallowed } = run(gateway);
      assert.deepEqual({ unanswered, swallowed }, { unanswered: [], swallowed: [] });
    }
  });
}

Deno.test("a first user whom the installer would silently leave out is refused", () => {
  const { access } = testGateway();
  const users = [{ ...access.users[0]!, name: "_paul" }];
  assert.throws(() => confOf(gatewayOf(79, { access: { ...access, users } })), /refuses _paul/);
});

Deno.test("whatever the first user and the host are called, no line strays", () => {
  const { access } = testGateway();
  const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,30}$/);
  fc.assert(fc.property(name, name, fc.constantFrom(...RELEASES), (login, host, number) => {
    const users = [{ ...access.users[0]!, name: login, fullName: login }];
    const { unanswered, swallowed } = run(
      gatewayOf(number, { hostname: host, access: { ...access, users } }),
    );
    assert.deepEqual({ unanswered, swallowed }, { unanswered: [], swallowed: [] });
  }));
});

/**
 * Names that every JavaScript object inherits are names like all others: of users, tunnels, settings,
 * interfaces of a domain, flags and commands.
 */
import assert from "node:assert/strict";
import { canonicalDomain } from "../../images/domain/canonical_domain.ts";
import { FaultBench } from "../fault.ts";
import { parseGateway } from "../../gateway/load/load.ts";
import { renderGateway } from "../../build/render.ts";
import { resolveSecrets } from "../../gateway/secrets/secrets.ts";
import { DescriptionError } from "../../gateway/document/problem.ts";

const INHERITED = Object.getOwnPropertyNames(Object.prototype);

/** A gateway where `name` is the name of a user, a tunnel, a setting and a file. */
const description = (name: string, user: string) =>
  `hostname: gw.example.net
network: {interfaces: [{name: vio0, address: 10.0.0.1/24}]}
access:
  users:
    - {name: anna, keys: [ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY]}
    - {name: ${user}}
tunnels: [{name: ${name}, ike: 1, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.0.1.0/24}]
sysctl: {kern.${name}: 1}
rcConf: {${user}: true}
files: [{path: /etc/${name}, owner: ${user}, content: x}]
`;

/** The files of the site set and install.conf, as one text; without the revision, which has all names in it. */
async function rendered(text: string): Promise<string> {
  const { gateway } = parseGateway(text, "gw.yaml");
  const { secrets } = await resolveSecrets(gateway);
  const { files, installConf } = await renderGateway(gateway, secrets);
  return JSON.stringify([...files, installConf]).replace(/echo [0-9a-f]{12} >/, "echo REVISION >");
}

Deno.test("an inherited name renders as any other", async () => {
  for (const name of INHERITED.filter((one) => /^[a-z]\w*$/i.test(one))) {
    // The same but for the last letter, so that nothing is in another order.
    const other = `${name.slice(0, -1)}${name.endsWith("x") ? "y" : "x"}`;
    const lower = (text: string) => text.toLowerCase();
    const expected = await rendered(description(other, lower(other)));
    assert.equal(
      await rendered(description(name, lower(name))),
      expected.replaceAll(other, name).replaceAll(lower(other), lower(name)),
      name,
    );
  }
});

Deno.test("an inherited name where no field has it is an unknown field", () => {
  for (const name of INHERITED) {
    for (const place of [`${name}: 1`, `disk: {${name}: {size: 6G}}`, `release: {${name}: 7.9}`]) {
      const text = `hostname: gw.example.net\nnetwork: {interfaces: [{name: vio0}]}\n${place}\n`;
      assert.throws(() => parseGateway(text, "gw.yaml"), (error) => {
        assert.ok(error instanceof DescriptionError, String(error));
        assert.ok(error.problems.some(({ line, severity }) => line === 3 && severity === "error"));
        return true;
      });
    }
  }
});

Deno.test("an inherited name is no command, and no element that libvirt adds", async () => {
  await using bench = await FaultBench.create('"7.9"');
  for (const name of ["constructor", "toString", "__proto__"]) {
    assert.match((await bench.run([name])).stderr, /unknown command/, name);
    assert.match((await bench.run(["check", `--${name}`, "x.yaml"])).stderr, /unknown flag/, name);
  }
  for (const name of INHERITED.filter((one) => !one.startsWith("__"))) {
    const xml = `<domain type="kvm"><name>a</name><${name} a="1"/></domain>`;
    assert.match(canonicalDomain(xml, "a.xml"), new RegExp(`<${name} a="1"/>`));
  }
});

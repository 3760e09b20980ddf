import assert from "node:assert/strict";
import { gatewright } from "../command_line.ts";

const explain = (...args: string[]) => gatewright("explain", ...args);

Deno.test("explain tells all of a field, and what is inside of it", async () => {
  const { code, stdout } = await explain("network.interfaces[0].carp");
  assert.equal(code, 0);
  assert.match(stdout, /^network\.interfaces\[\]\.carp$/m);
  assert.match(stdout, /^ +man +carp\(4\)$/m);
  assert.match(stdout, /^ +- carp: \{vhid: 1, carpdev: vio1\}$/m);
  assert.match(stdout, /^ +advskew +Skew of the/m);
  assert(stdout.split("\n").every((line) => line.length <= 100));
  const json = JSON.parse((await explain("tunnels.ike", "--json")).stdout);
  assert.equal(json.initial, "2");
});

Deno.test("explain takes places in a description: numbers, names in maps, and where a secret is kept", async () => {
  for (
    const [place, field] of [
      ["tunnels[0].psk.file", "tunnels[].psk"],
      ["tunnels.0.peer", "tunnels[].peer"],
      ["firewall.tables.office", "firewall.tables"],
      ["sysctl[net.inet.ip.ttl]", "sysctl"],
    ]
  ) {
    const { code, stdout } = await explain(place!);
    assert.deepEqual([code, stdout.split("\n")[0]], [0, field]);
  }
  const { code, stderr } = await explain("tunnels.psk.foo");
  assert.equal(code, 2);
  assert.match(stderr, /did you mean tunnels\.psk\?/);
});

Deno.test("explain without a word shows the tree of all fields", async () => {
  const { code, stdout } = await explain();
  assert.equal(code, 0);
  assert.match(stdout, /^tunnels\[\] +IPsec tunnels$/m);
  assert.match(stdout, /^ {4}enc +Encryption algorithm$/m);
});

Deno.test("explain leads from words of other systems to fields, and from a slip to the word meant", async () => {
  const words = await explain("group:", "5");
  assert.equal(words.code, 0);
  assert.match(words.stdout, /^Diffie-Hellman group 5 is group: modp1536\.$/m);
  const search = await explain("--search", "masquerade");
  assert.match(search.stdout, /^firewall\.nat /m);
  const slip = await explain("tunels.per");
  assert.equal(slip.code, 2);
  assert.match(slip.stderr, /did you mean tunnels\.peer\?/);
  const foo = await explain("foo");
  assert.equal(foo.code, 2);
  assert.doesNotMatch(foo.stderr, /did you mean/);
  const none = await explain("--search", "xyzzy");
  assert.equal(none.code, 1);
});

import assert from "node:assert/strict";
import { renderVpnctl } from "../../site/vpnctl.ts";
import { testGateway, testTunnel } from "../gateway.ts";

/** As ipsecctl(8) prints flows: written after its manual, not recorded. */
const FLOWS = `flow esp in from 10.0.10.0/24 to 10.0.0.0/24 peer 192.0.2.230 type require
flow esp out from 10.0.0.0/24 to 10.0.10.0/24 peer 192.0.2.230 type require
`;

/** Runs vpnctl in mksh(1) with an ipsecctl and an ikectl that say what they were told. */
async function vpnctl(ike: 1 | 2, ...args: string[]) {
  const folder = await Deno.makeTempDir();
  try {
    const tunnels = [testTunnel({ ike }), testTunnel({ ike, name: "b", remote: ["10.0.1.0/24"] })];
    // The script's own PATH comes first on a gateway; here the stand-ins must.
    const script = renderVpnctl(testGateway({ tunnels })).replace(
      "PATH=/bin",
      `PATH=${folder}:/bin`,
    );
    await Deno.writeTextFile(`${folder}/vpnctl`, script);
    await Deno.writeTextFile(`${folder}/flows`, FLOWS);
    for (const name of ["ipsecctl", "ikectl"]) {
      await Deno.writeTextFile(
        `${folder}/${name}`,
        `#!/bin/sh\n[ "$1 $2" = "-s flow" ] && exec cat ${folder}/flows\necho "${name} $*"\n`,
        { mode: 0o755 },
      );
    }
    const { code, stdout, stderr } = await new Deno.Command("mksh", {
      args: [`${folder}/vpnctl`, ...args],
    }).output();
    return { code, out: new TextDecoder().decode(stdout), err: new TextDecoder().decode(stderr) };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("vpnctl status tells tunnels that are up from those that are down", async () => {
  const { code, out } = await vpnctl(1, "status");
  assert.equal(
    out,
    "branch10 up peer 192.0.2.230 to 10.0.10.0/24\nb down peer 192.0.2.230 to 10.0.1.0/24\n",
  );
  assert.equal(code, 1);
  assert.equal((await vpnctl(1, "status", "branch10")).code, 0);
});

Deno.test("vpnctl loads and removes one IKEv1 tunnel with ipsecctl", async () => {
  assert.equal((await vpnctl(1, "up", "b")).out, "ipsecctl -f /etc/ipsec/b.conf\n");
  assert.equal(
    (await vpnctl(1, "restart", "b")).out,
    "ipsecctl -df /etc/ipsec/b.conf\nipsecctl -f /etc/ipsec/b.conf\n",
  );
});

Deno.test("vpnctl says that iked knows all tunnels only together", async () => {
  const { out, err } = await vpnctl(2, "down", "b");
  assert.equal(out, "ikectl decouple\nikectl reset sa\n");
  assert.match(err, /this touches: branch10 b/);
});

Deno.test("vpnctl refuses tunnels and words it does not know, and names those it does", async () => {
  for (const args of [["up", "zzz"], ["status", "zzz"], ["up"], ["burn"], ["up", "b", "c"], []]) {
    const { code, err } = await vpnctl(1, ...args);
    assert.equal(code, 2, args.join(" "));
    assert.match(err, /branch10 b/);
  }
});

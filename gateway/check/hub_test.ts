import assert from "node:assert/strict";
import { problems } from "../../test/broken_description.ts";
import { gateway } from "../../test/tunnel_cases.ts";

const spoke = (name: string, at: number, local: string, more = "") =>
  `name: ${name}, ike: 2, peer: 198.51.100.${at}, dstid: ${name}.example.org, ` +
  `srcid: gw.example.net, local: ${local}, remote: 10.${at}.0.0/24, psk: {file: a.psk}${more}`;
const said = (tunnels: string[], more = "") => problems(gateway(tunnels, more));
const LAN = "10.0.0.0/24";

Deno.test("a hub whose second tunnel does not carry what the first one brings is a warning", () => {
  const [found, ...more] = said([spoke("a", 1, `[${LAN}, 10.2.0.0/24]`), spoke("b", 2, LAN)]);
  assert.equal(
    found,
    "warning a leads from 10.1.0.0/24 to 10.2.0.0/24, which is behind b, but b does not carry 10.1.0.0/24, so nothing passes from one to the other; add 10.1.0.0/24 to its local networks, and to the remote ones of its other end",
  );
  assert.deepEqual(more, []);
  // In one of the two, all is summed up.
  assert.equal(said([spoke("a", 1, "10.0.0.0/8"), spoke("b", 2, LAN)]).length, 1);
});

Deno.test("a hub that carries both ways, or none, is right", () => {
  const clients = (networks: string) =>
    `clients: [{name: c, pool: 10.9.0.0/24, networks: [${networks}], psk: {env: P}}]\n`;
  for (
    const [tunnels, more] of [
      [[spoke("a", 1, `[${LAN}, 10.2.0.0/24]`), spoke("b", 2, `[${LAN}, 10.1.0.0/24]`)]],
      [[spoke("a", 1, "10.0.0.0/8"), spoke("b", 2, "10.0.0.0/8")]],
      [[spoke("a", 1, LAN), spoke("b", 2, LAN)]],
      // The other end sums up what is on this side too.
      [[
        spoke("a", 1, LAN).replace("10.1.0.0/24", "192.168.1.0/24"),
        spoke("b", 2, LAN).replace("10.2.0.0/24", "10.0.0.0/8"),
      ]],
      [[spoke("a", 1, `[${LAN}, 10.9.0.0/24]`)], clients(`${LAN}, 10.1.0.0/24`)],
      [[spoke("a", 1, LAN)], clients(LAN)],
      [[spoke("a", 1, "10.8.0.0/13", ""), spoke("b", 2, "10.8.0.0/13")], ""],
    ] as [string[], string?][]
  ) {
    const lines = said(tunnels, more ?? "").filter((line) => line.includes("does not carry"));
    assert.deepEqual(lines, [], tunnels.join("\n"));
  }
});

Deno.test("clients who are to reach a branch need the branch's tunnel to carry their pool", () => {
  const clients = (networks: string) =>
    `clients: [{name: c, pool: 10.9.0.0/24, networks: [${networks}], psk: {env: P}}]\n`;
  const lines = (local: string, networks: string) =>
    said([spoke("a", 1, local)], clients(networks)).filter((line) => line.includes("not carry"));
  assert.match(
    lines(LAN, `${LAN}, 10.1.0.0/24`)[0]!,
    /c leads from 10\.9\.0\.0\/24 to 10\.1\.0\.0\/24, which is behind a.*add 10\.9\.0\.0\/24 to its local/,
  );
  assert.match(
    lines(`[${LAN}, 10.9.0.0/24]`, LAN)[0]!,
    /a leads from 10\.1.*behind c.*add 10\.1\.0\.0\/24 to its networks/,
  );
  assert.deepEqual(lines(`[${LAN}, 10.9.0.0/24]`, `${LAN}, 10.1.0.0/24`), []);
});

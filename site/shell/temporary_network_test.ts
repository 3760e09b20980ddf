import assert from "node:assert/strict";
import { parseGateway } from "../load_gateway.ts";
import { renderInstallSite } from "./install_site.ts";
import { renderTemporaryNetwork } from "./temporary_network.ts";

/** The gateway of these interfaces, on three cards. */
const gatewayOf = (interfaces: string) =>
  parseGateway(
    `hostname: gw.example.net
network:
  interfaces:
${interfaces}
  gateway: 203.0.113.1
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}, {bridge: br2}]}
`,
    "gw.yaml",
  ).gateway;

/** The commands that install.site gives the interfaces their addresses with. */
const commands = (interfaces: string) =>
  renderTemporaryNetwork(gatewayOf(interfaces)).split("\n")
    .filter((line) => /^(set_up|set_up_address|ifconfig) .*[0-9]/.test(line))
    .filter((line) => !line.includes("$"));

Deno.test("pf.conf is checked with the addresses of all interfaces that the installer can have", () => {
  assert.deepEqual(
    commands(
      `    - {name: vio0, address: 203.0.113.2/28, groups: [outer], address6: "2001:db8::2/64"}
    - {name: vio1, address: 10.0.0.1/24, aliases: [10.0.1.1/24], rdomain: 4}
    - {name: vio2, address: autoconf}
    - {name: vlan30, address: 10.20.30.1/24, vlan: {id: 30, parent: vio1}}
    - {name: carp1, address: 10.0.0.254/24, carp: {vhid: 2, carpdev: vio1}}`,
    ),
    [
      "set_up 'ifconfig lo4 create' 'ifconfig lo4 destroy'",
      "ifconfig lo4 rdomain 4 >/dev/null 2>&1",
      "set_up 'ifconfig vlan30 create' 'ifconfig vlan30 destroy'",
      "ifconfig vlan30 vnetid 30 parent vio1 >/dev/null 2>&1",
      "set_up 'ifconfig vio0 inet6' 'ifconfig vio0 -inet6'",
      "set_up 'ifconfig vio0 group outer' 'ifconfig vio0 -group outer'",
      "set_up 'ifconfig vio0 group egress' 'ifconfig vio0 -group egress'",
      "set_up_address vio0 inet 203.0.113.2 28",
      "set_up_address vio0 inet6 2001:db8::2 64",
      "set_up_address vio1 inet 10.0.0.1 24",
      "set_up_address vio1 inet 10.0.1.1 24",
      "set_up_address vlan30 inet 10.20.30.1 24",
    ],
  );
});

Deno.test("the temporary network is undone as soon as everything that looks names up was checked", () => {
  const script = renderInstallSite(gatewayOf("    - {name: vio0, address: 203.0.113.2/28}"), "0");
  assert.match(
    script,
    /set_up_address vio0 inet 203\.0\.113\.2 28\n\ncheck_file \/etc\/pf\.conf pfctl -nf \/etc\/pf\.conf\ncheck_file \/etc\/ipsec\.conf [^]*\ncheck_file \/etc\/iked\.conf .*\ncopy=\nundo_setup\n/,
  );
});

/** What iked(8) was given to check, and what install.site says where it refuses line 3. */
async function checkedByIked(conf: string, interfaces: string[]): Promise<[string, string]> {
  const script = renderInstallSite(gatewayOf("    - {name: vio0, address: 203.0.113.2/28}"), "0");
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/etc`);
    await Deno.writeTextFile(`${folder}/etc/iked.conf`, conf, { mode: 0o600 });
    const functions = script.slice(
      script.indexOf("# check_file FILE"),
      script.indexOf("# The network as at boot"),
    );
    const iked = script.slice(script.indexOf("# iked(8) checks"), script.indexOf("# The doas"));
    const text = `stage=${folder}/stage
say() { echo "$*"; }
has() { true; }
ifconfig() { case " ${interfaces.join(" ")} " in *" $1 "*) ;; *) return 1 ;; esac; }
iked() { cat "$2" >${folder}/seen; echo "$2: 3: syntax error"; return 1; }
${functions.slice(0, functions.indexOf("# set_up COMMAND"))}
undo_setup() { :; }
${iked}`.replaceAll("/etc/iked.conf", `${folder}/etc/iked.conf`);
    const { stdout } = await new Deno.Command("mksh", { args: ["-c", text] }).output();
    const said = new TextDecoder().decode(stdout).replaceAll(folder, "");
    return [await Deno.readTextFile(`${folder}/seen`), said];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("iked checks a policy without the interface that an installer cannot have", async () => {
  const conf = (iface: string) =>
    `ikev2 "r" active esp from any to any \\\n\tpeer 192.0.2.1 \\\n\t${iface}\\\n\ttag "r"\n`;
  const refused = "REFUSED /etc/iked.conf: 3: syntax error";
  const [absent, said] = await checkedByIked(conf("iface sec1 ") + conf("iface sec10 "), ["sec10"]);
  assert.equal(absent, conf(" ") + conf("iface sec10 "));
  assert.match(said, new RegExp(`^checking /etc/iked\\.conf\n${refused}$`, "m"));
  const [there, words] = await checkedByIked(conf("iface sec1 "), ["sec1"]);
  assert.equal(there, conf("iface sec1 "));
  assert.match(words, new RegExp(`^${refused}$`, "m"));
});

Deno.test("the temporary network is undone in reverse order, without what failed", async () => {
  const script = renderTemporaryNetwork(
    gatewayOf("    - {name: vio0, address: 203.0.113.2/28}"),
  );
  const [functions = ""] = script.split("# The network as at boot");
  const { stdout } = await new Deno.Command("mksh", {
    args: [
      "-c",
      `${functions}
ifconfig() { case $* in *vio9*) return 1 ;; em0) echo 'inet 10.0.2.15 netmask' ;; esac; echo "$*" >&2; }
set_up 'ifconfig vlan3 create' 'ifconfig vlan3 destroy'
set_up 'ifconfig vio9 group x' 'ifconfig vio9 -group x'
set_up_address vlan3 inet 10.0.2.1 24
set_up_address em0 inet 10.0.2.15 24
set_up_address em0 inet 10.0.2.1 24
echo "$undo"
undo_setup
echo "left:$undo"`,
    ],
    stderr: "null",
  }).output();
  assert.deepEqual(new TextDecoder().decode(stdout).split("\n").filter(Boolean), [
    "ifconfig em0 inet -alias 10.0.2.1",
    "ifconfig vlan3 inet -alias 10.0.2.1",
    "ifconfig vlan3 destroy",
    "left:",
  ]);
});

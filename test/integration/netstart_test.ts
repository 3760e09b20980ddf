/**
 * Runs OpenBSD's own netstart(8) on the hostname.if(5) files of the golden with an interface of every
 * kind, and compares with what the manual page says of them.
 *
 * Wanted for the former: mksh, and in GATEWRIGHT_NETSTART the script of a release (src/etc/netstart).
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { hostnameWord, hostnameWordFault } from "../../gateway/network/hostname_word.ts";
import { netstartCommands, standInCommands } from "../netstart.ts";

const GOLDEN = new URL("../../site/testdata/kinds/gatewright/etc/", import.meta.url);

const script = Deno.env.get("GATEWRIGHT_NETSTART");

/** The golden's texts by the name of the interface. */
function golden(): Map<string, string> {
  return new Map(
    [...Deno.readDirSync(GOLDEN)].filter(({ name }) => name.startsWith("hostname.")).map((
      { name },
    ) => [name.replace("hostname.", ""), Deno.readTextFileSync(new URL(name, GOLDEN))]),
  );
}

const GATEWAYS = ["203.0.113.1"];

const shown = (commands: string[]) => commands.map((one) => one.replaceAll("\x1f", " "));

Deno.test("hostname.if: each kind is set up after what carries it, with its words", () => {
  const commands = shown(standInCommands(golden(), GATEWAYS));
  const at = (text: string) => {
    const found = commands.findIndex((one) => one.startsWith(text));
    assert.notEqual(found, -1, `${text} in\n${commands.join("\n")}`);
    return found;
  };
  const order = [
    "ifconfig vio3 up",
    "ifconfig aggr0 trunkport vio3",
    "ifconfig vlan30 vnetid 30 parent aggr0",
    "ifconfig carp0 vhid 1 carpdev vio0 advbase 1 advskew 0 pass secret of carp0",
    "ifconfig pppoe0 pppoedev vio5 authproto pap authname office 1@isp.example.net authkey secret of pppoe0",
    "route -qn add -host default 203.0.113.1",
    "ifconfig gif0 tunnel 203.0.113.11 198.51.100.10",
    "ifconfig gre0 tunnel 10.20.0.1 10.40.0.1",
    "ifconfig gre0 inet 10.99.0.1/32 10.99.0.2",
    "route add -inet 10.70.0.0/16 10.99.0.2",
    "ifconfig wg0 wgkey secret of wg0 wgport 51820",
    "ifconfig wg0 wgpeer BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= wgendpoint 198.51.100.20 51820 wgpka 25 wgaip 10.8.0.3/32 wgaip 10.60.0.0/16",
  ];
  const places = order.map(at);
  assert.deepEqual(places, places.toSorted((a, b) => a - b), commands.join("\n"));
  at("ifconfig sec0 inet 169.254.229.42/30 169.254.229.41");
  at("ifconfig pppoe0 inet 0.0.0.0 0.0.0.1 netmask 255.255.255.255");
  assert(at("ifconfig vio7 rdomain 2") < at("ifconfig vio7 inet 192.0.2.66/29"));
  // A word with blanks is one argument.
  assert(
    standInCommands(golden(), []).includes(
      "ifconfig\x1fvio0\x1fdescription\x1fto the provider (fibre)",
    ),
  );
});

Deno.test({
  name: "netstart itself sets up each kind in the same order with the same words",
  ignore: script === undefined,
  async fn() {
    const text = await Deno.readTextFile(script!);
    assert.deepEqual(
      shown(await netstartCommands(text, golden(), GATEWAYS)),
      shown(standInCommands(golden(), GATEWAYS)),
    );
  },
});

Deno.test({
  name: "netstart itself hands over every word that is not refused as it was",
  ignore: script === undefined,
  async fn() {
    const text = await Deno.readTextFile(script!);
    const words = fc.sample(
      fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 20 })
        .filter((one) => hostnameWordFault(one) === undefined),
      300,
    ).concat([
      "it's",
      '"',
      "$(reboot)",
      "`id`",
      "#",
      "a # b",
      "!",
      "*",
      "~",
      "-x",
      "a;b",
      "(",
      " ",
    ]);
    const file = words.map((word) => `authkey ${hostnameWord(word)}\n`).join("");
    const commands = await netstartCommands(text, new Map([["vio0", file]]), []);
    assert.deepEqual(
      commands,
      words.map((word) => ["ifconfig", "vio0", "authkey", word].join("\x1f")),
    );
  },
});

/**
 * vpnctl in mksh(1), with an ipsecctl(8) and an ikectl(8) that say what they were told.
 * @module
 */
import { renderIkedConf } from "../site/ipsec/iked_conf.ts";
import { renderVpnctl } from "../site/shell/vpnctl.ts";
import type { Clients } from "../gateway/clients.ts";
import type { Tunnel } from "../gateway/gateway.ts";
import { testGateway, testSecrets, testTunnel } from "./gateway.ts";
import { reveal } from "../host/secret.ts";

/**
 * What `ipsecctl -s all` writes, by its own printing code (sbin/ipsecctl/ipsecctl.c: print_flow,
 * print_sa, print_addr, show; the same from 6.6 to 7.7): titles, flows in the order of the kernel,
 * SAs by SPI, a host without its length, no words for what is not set.
 */
export const FLOWS = {
  branch10: `flow esp in from 10.0.10.0/24 to 10.0.0.0/24 peer 192.0.2.230 type use
flow esp out from 10.0.0.0/24 to 10.0.10.0/24 peer 192.0.2.230 type require
`,
  b: `flow esp in from 10.0.1.0/24 to 10.0.0.0/24 local 10.0.0.50 peer 192.0.2.231 srcid FQDN/vpn1.example.net dstid FQDN/b.example.org type require
flow esp out from 10.0.0.0/24 to 10.0.1.0/24 local 10.0.0.50 peer 192.0.2.231 srcid FQDN/vpn1.example.net dstid FQDN/b.example.org type require
`,
};
/** The SAs to them. */
export const SAS = {
  branch10: `esp tunnel from 192.0.2.230 to 10.0.0.50 spi 0x1a2b3c4d auth hmac-sha2-256 enc aes-256
esp tunnel from 10.0.0.50 to 192.0.2.230 spi 0xc0ffee01 auth hmac-sha2-256 enc aes-256
`,
  b: `esp tunnel from 192.0.2.231 to 10.0.0.50 spi 0x5e6f7a8b enc aes-256-gcm
`,
};

/** As `ipsecctl -s all` shows them. */
export function shown(flows: string, sas: string): string {
  return `FLOWS:\n${flows || "No flows\n"}\nSAD:\n${sas || "No entries\n"}`;
}

/** A second tunnel. */
export const B = { name: "b", remote: ["10.0.1.0/24"], peer: "192.0.2.231" };

/** What the gateway is like. */
export interface Given {
  tunnels?: Tunnel[];
  clients?: Clients[];
  /** Output of `ipsecctl -s all`; absent: it fails, as without root. */
  all?: string;
  /** What it is from the second look on, one after the other. */
  then?: string[];
  /** Flows that are taken out are still there. */
  stuck?: boolean;
}

/**
 * ipsecctl(8), which takes only private files (`group writable or world read/writable`), does not
 * read the identities it prints itself, and lists what `all` has; each look brings the next of
 * `all.1`, `all.2` and so on.
 */
const IPSECCTL = `#!/bin/sh
cd "$(dirname "$0")" || exit 1
if [ "$1 $2" = "-s all" ]; then
	cat all || exit
	turn=$(cat turn 2>/dev/null || echo 1)
	[ ! -f "all.$turn" ] || mv "all.$turn" all
	echo $((turn + 1)) >turn
	exit 0
fi
echo "ipsecctl $*"
for last; do :; done
[ -f "$last" ] || exit 0
case $(ls -l "$last") in
-rw-------*) ;;
*)
	echo "ipsecctl: $last: group writable or world read/writable" >&2
	exit 1
	;;
esac
if grep -q '[A-Z]/[a-z]' "$last"; then
	echo "$last: 1: syntax error" >&2
	exit 1
fi
cat "$last"
[ "$1" != -df ] || [ -f stuck ] || { sed 's/ srcid .* type / type /' all | grep -vxF -f "$last" >left; mv left all; }
`;

/** ikectl(8): says what it was told, and shows the file that it loads. */
const IKECTL = `#!/bin/sh
echo "ikectl $*" >>"$0.log"
echo "ikectl $*"
for last; do :; done
[ ! -f "$last" ] || cat "$last"
`;

/** Runs vpnctl in mksh(1), one command after the other, with an ipsecctl and an ikectl that say what they were told. */
export async function vpnctl(given: Given, ...commands: string[][]) {
  const folder = await Deno.makeTempDir();
  try {
    const gateway = testGateway({
      tunnels: given.tunnels ?? [testTunnel(), testTunnel(B)],
      clients: given.clients ?? [],
    });
    // On a gateway the script's own PATH and folders hold; here the stand-ins must.
    const script = renderVpnctl(gateway).replace("PATH=/bin", `PATH=${folder}:/bin`)
      .replace("config=/etc", `config=${folder}`).replace("run=/var/run", `run=${folder}`);
    await Deno.writeTextFile(`${folder}/vpnctl`, script);
    if (gateway.tunnels.some(({ ike }) => ike === 2)) {
      const psks = Object.fromEntries(gateway.tunnels.map(({ name }) => [name, `psk-of-${name}`]));
      await Deno.writeTextFile(
        `${folder}/iked.conf`,
        reveal(renderIkedConf(gateway, testSecrets({ psks }))),
      );
    }
    if (given.all !== undefined) await Deno.writeTextFile(`${folder}/all`, given.all);
    if (given.stuck) await Deno.writeTextFile(`${folder}/stuck`, "");
    for (const [at, text] of (given.then ?? []).entries()) {
      await Deno.writeTextFile(`${folder}/all.${at + 1}`, text);
    }
    // Nobody waits: a second passes as soon as it is asked for.
    const logger = '#!/bin/sh\necho "logger $*" >&2\n';
    const programs = { ipsecctl: IPSECCTL, ikectl: IKECTL, logger, sleep: "#!/bin/sh\n" };
    for (const [name, text] of Object.entries(programs)) {
      await Deno.writeTextFile(`${folder}/${name}`, text, { mode: 0o755 });
    }
    let [code, out, err] = [0, "", ""];
    for (const args of commands) {
      const done = await new Deno.Command("mksh", { args: [`${folder}/vpnctl`, ...args] }).output();
      code = done.code;
      out += new TextDecoder().decode(done.stdout).replaceAll(`${folder}/`, "");
      err += new TextDecoder().decode(done.stderr);
    }
    const log = await Deno.readTextFile(`${folder}/ikectl.log`).catch(() => "");
    return { code, out, err, told: log.replaceAll(`${folder}/`, "") };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

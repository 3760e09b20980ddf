/**
 * Checks `srcid` and `dstid`, and the default identities of each end.
 * @module
 */
import { parseAddress } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { peerIdentity, publicKeyPath } from "../key_files.ts";
import { identityType } from "../identity.ts";
import { ikev1Tunnels, ikev2Tunnels, type Tunnel } from "../tunnel.ts";
import { sourceAddress } from "../way_to.ts";
import type { Report } from "./report.ts";

/** isakmpd's FIFO truncates section names (`%200[^]]`), and `id-` is prepended. */
const FIFO_BYTES = 197;

/** Reports identities that a daemon would truncate or misread, and missing ones. */
export function checkTunnelIdentities(gateway: Gateway, report: Report): void {
  for (const [index, tunnel] of gateway.tunnels.entries()) {
    for (const field of ["srcid", "dstid"] as const) {
      const fault = faultOf(tunnel.ike, tunnel[field]);
      if (!fault) continue;
      report(["tunnels", index, field], fault.severity, fault.message, {
        rests: [["tunnels", index, "ike"]],
      });
    }
    checkMissing(gateway, tunnel, index, report);
    checkCertified(tunnel, index, report);
  }
}

function faultOf(
  ike: 1 | 2,
  id: string | undefined,
): { severity: "error" | "warning"; message: string } | undefined {
  if (id === undefined) return undefined;
  const error = (message: string) => ({ severity: "error" as const, message });
  const isName = /^\/|^\s*(C|CN|O|OU|DC|ST|L|E)\s*=/i.test(id);
  if (ike === 1 && isName) {
    return error(
      "isakmpd sends a distinguished name as a host name; use a name, an address, or ike: 2",
    );
  }
  if (ike === 1 && /[\s\]]/.test(id)) {
    return error("isakmpd reads an identity up to its first blank or ]; use one without");
  }
  if (ike === 1 && new TextEncoder().encode(id).length > FIFO_BYTES) {
    return error(
      `isakmpd drops an identity of more than ${FIFO_BYTES} bytes; use a shorter one`,
    );
  }
  const warning = (message: string) => ({ severity: "warning" as const, message });
  if (ike === 2 && isName && !id.startsWith("/")) {
    return warning(
      `iked takes this for a host name; a distinguished name is written /${
        id.trim().replace(/,\s*/g, "/")
      }`,
    );
  }
  if (id.startsWith("@") && identityType(ike, id) === "RFC822_ADDR") {
    return warning(
      `OpenBSD sends this as a mail address with the @ in it, where strongSwan and libreswan mean the host name ${
        id.slice(1)
      }: write it without the @`,
    );
  }
  return undefined;
}

/** Without `dstid` the daemon accepts every certificate of its authorities. */
function checkCertified(tunnel: Tunnel, index: number, report: Report): void {
  if (tunnel.auth.method !== "certificate" || tunnel.dstid !== undefined) return;
  report(
    ["tunnels", index, "certificate"],
    "warning",
    `anyone with a certificate from this authority${
      tunnel.peer === "any" ? "" : ` who connects from ${tunnel.peer}`
    } is accepted as the peer; write dstid: the name in the peer's certificate`,
    { key: true, rests: [["tunnels", index, "dstid"]] },
  );
}

/** The daemons' default identities, if the peer probably expects another one. */
function checkMissing(gateway: Gateway, tunnel: Tunnel, index: number, report: Report): void {
  if (tunnel.srcid !== undefined) return;
  const address = sourceAddress(gateway, tunnel) ?? "ADDRESS";
  const rests = ["srcid", "ike", "mode"].map((field) => ["tunnels", index, field]);
  if (tunnel.ike === 1 && tunnel.mode === "dynamic") {
    report(
      ["tunnels", index, "mode"],
      "warning",
      `in mode dynamic isakmpd sends the host name ${gateway.hostname}, not its address: write srcid: ${address} if the peer checks the address, or srcid: ${gateway.hostname} if that is meant`,
      { rests },
    );
  }
  if (tunnel.ike === 2 && tunnel.dstid !== undefined && parseAddress(tunnel.dstid)) {
    report(
      ["tunnels", index, "dstid"],
      "warning",
      `the peer is known by its address, but iked sends the host name ${gateway.hostname}, which a peer that checks the address refuses: write srcid: ${address}, or srcid: ${gateway.hostname} if that is meant`,
      { rests },
    );
  }
}

/** Reports tunnels whose peer has no means of authentication. */
export function checkTunnelKeys(gateway: Gateway, report: Report): void {
  const daemons = [
    { tunnels: ikev1Tunnels(gateway.tunnels), folder: "/etc/isakmpd/" },
    { tunnels: ikev2Tunnels(gateway.tunnels), folder: "/etc/iked/" },
  ];
  for (const { tunnels, folder } of daemons) {
    const given = gateway.files.map(({ path }) => path);
    const authority = given.some((path) => path.startsWith(`${folder}ca/`));
    const keys = given.filter((path) => path.startsWith(`${folder}pubkeys/`));
    for (const tunnel of tunnels) {
      const { auth } = tunnel;
      if (auth.method !== "keys" || auth.peerKey || authority) continue;
      const id = peerIdentity(tunnel);
      const wanted = id === undefined ? undefined : publicKeyPath(tunnel.ike, id);
      // Keys may be installed as files of the description, or by hand later.
      if (wanted === undefined ? keys.length > 0 : keys.includes(wanted)) continue;
      const index = gateway.tunnels.indexOf(tunnel);
      report(
        ["tunnels", index],
        "warning",
        `tunnel ${tunnel.name} has no psk, and no public key of the peer is ${
          keys.length > 0 ? `at ${wanted}` : `in ${folder}pubkeys`
        }: the peer cannot authenticate; write psk: {file: ...} or peerKey: {file: ...}`,
        { rests: [["tunnels", index, "psk"], ["files", "*", "path"]] },
      );
    }
  }
}

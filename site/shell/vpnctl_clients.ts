/**
 * vpnctl's list of connected clients.
 * @module
 */
import ipaddr from "ipaddr.js";
import type { Clients } from "../../gateway/clients.ts";

/**
 * ksh(1): `pool NAME` sets `begins`, `or` and, for IPv4, the lowest and highest number after that;
 * then code that lists the clients that the kernel has a flow to.
 */
export function renderVpnctlClients(clients: readonly Clients[]): string {
  return `# pool NAME: sets begins, or, least and most: what the addresses of these clients begin with,
# and the bounds of the number after it (none in IPv6); 1 if there are no such clients.
pool() {
	case $1 in
${clients.map(row).join("")}	*) return 1 ;;
	esac
}

# clients_of NAME: prints how many of these clients have a flow, and the peer of each.
clients_of() {
	pool "$1" || return
	_list=
	_count=0
	for _seen in $(echo "$all" | sed -n 's/^flow esp out from [^ ]* to \\([^ ]*\\) .*peer \\([^ ]*\\) .*/\\1>\\2/p' | sort -u); do
		_address=\${_seen%>*}
		case $_address in
		*/*) continue ;;
		"$begins"* | "$or"*) ;;
		*) continue ;;
		esac
		if [ -n "$most" ]; then
			_number=\${_address#"$begins"}
			_number=\${_number%%.*}
			[ "$_number" -ge "$least" ] && [ "$_number" -le "$most" ] || continue
		fi
		_count=$((_count + 1))
		_list="$_list\${_list:+,} $_address peer \${_seen#*>}"
	done
	echo "$1 $_count connected\${_list:+:$_list}"
}
`;
}

function row({ name, pool }: Clients): string {
  const { begins, or = begins, least = "", most = "" } = poolOf(pool);
  return `	${name})
		begins=${begins} or=${or} least=${least} most=${most}
		;;
`;
}

/** The common beginning of a pool's addresses, as ipsecctl(8) prints them. */
function poolOf(pool: string): { begins: string; or?: string; least?: string; most?: string } {
  const [address, length] = ipaddr.parseCIDR(pool);
  if (address.kind() === "ipv6") {
    const parts = (address as ipaddr.IPv6).parts.slice(0, Math.floor(length / 16));
    const text = (list: readonly number[]) => list.map((one) => `${one.toString(16)}:`).join("");
    const last = parts.findLastIndex((one) => one !== 0) + 1;
    // Trailing zeros may be printed as `::`, together with those of the host part.
    return {
      begins: text(parts),
      or: last < parts.length ? `${text(parts.slice(0, last))}:` : text(parts),
    };
  }
  const { octets } = address as ipaddr.IPv4;
  const whole = Math.min(3, Math.floor(length / 8));
  const least = octets[whole]!;
  const most = Math.min(255, least + 2 ** (8 - (length - 8 * whole)) - 1);
  return {
    begins: octets.slice(0, whole).map((one) => `${one}.`).join(""),
    least: String(least),
    most: String(most),
  };
}

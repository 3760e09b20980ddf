/**
 * Temporary interface addresses while install.site checks the packet filter: pfctl(8) resolves
 * names such as `vio1:network` when it reads the file, and in the installer only one card has an
 * address, a temporary one.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { driverOf } from "../../gateway/interface.ts";
import { linksInInstaller } from "../../gateway/network/in_installer.ts";
import { rdomainOf } from "../../gateway/network/links.ts";
import { PSEUDO_DRIVERS } from "../../gateway/openbsd/interface_drivers.ts";

/** Functions of ksh(1); changes are undone in reverse order. */
const FUNCTIONS =
  `# lend COMMAND UNDO: does it, and remembers how it is undone; what this kernel cannot do is left out.
lent=
lend() {
	$1 >/dev/null 2>&1 || return 0
	lent="$2
$lent"
}

# lend_address INTERFACE FAMILY ADDRESS LENGTH: one that is there already stays.
lend_address() {
	case $(ifconfig "$1" 2>/dev/null) in
	*"$2 $3 "* | *"$2 $3%"*) ;;
	*) lend "ifconfig $1 $2 alias $3/$4" "ifconfig $1 $2 -alias $3" ;;
	esac
}

# give_back: undoes all that was lent.
give_back() {
	echo "$lent" | while read -r _undo; do
		$_undo
	done >/dev/null 2>&1
	lent=
}

`;

/** Group names that ifconfig(8) accepts and sh(1) reads as one word. */
const GROUP = /^[A-Za-z][\w-]*$/;

/**
 * ksh(1) lines that define `give_back`, and give those interfaces of `gateway` that the installer's
 * kernel supports their final addresses, groups and routing domains. The card that the sets came
 * through keeps its own address and routing domain.
 */
export function renderTemporaryNetwork(gateway: Gateway): string {
  return `${FUNCTIONS}# As pfctl(8), ipsecctl(8) and iked(8) will find it at boot: they look names up when they read their files.
${lendings(gateway).map((one) => `${one}\n`).join("")}
`;
}

function lendings(gateway: Gateway): string[] {
  const links = linksInInstaller(gateway);
  const described = new Map(gateway.network.interfaces.map((one) => [one.name, one]));
  const made = links.filter(({ name }) => PSEUDO_DRIVERS.has(driverOf(name)) && name !== "lo0");
  const rdomains = new Set(gateway.network.interfaces.map(rdomainOf).filter((one) => one > 0));
  return [
    // A routing domain exists as soon as an interface is in it; the cards are not moved.
    ...[...rdomains].flatMap((rdomain) => [
      lend(`ifconfig lo${rdomain} create`, `ifconfig lo${rdomain} destroy`),
      `ifconfig lo${rdomain} rdomain ${rdomain} >/dev/null 2>&1`,
    ]),
    ...made.map(({ name }) => lend(`ifconfig ${name} create`, `ifconfig ${name} destroy`)),
    ...made.flatMap(({ name }) => {
      const vlan = described.get(name)?.vlan;
      return vlan
        ? [`ifconfig ${name} vnetid ${vlan.id} parent ${vlan.parent} >/dev/null 2>&1`]
        : [];
    }),
    ...links.flatMap(({ name, groups, addresses }) => {
      const six = addresses.some(({ prefix }) => prefix.family === 6);
      return [
        // Removing the last address of the family also removes the link-local one.
        ...(six ? [lend(`ifconfig ${name} inet6`, `ifconfig ${name} -inet6`)] : []),
        ...groups.filter((group) => GROUP.test(group) && group !== driverOf(name))
          .map((group) =>
            lend(`ifconfig ${name} group ${group}`, `ifconfig ${name} -group ${group}`)
          ),
        ...addresses.map(({ address, prefix }) =>
          `lend_address ${name} ${
            prefix.family === 6 ? "inet6" : "inet"
          } ${address} ${prefix.length}`
        ),
      ];
    }),
  ];
}

function lend(command: string, undo: string): string {
  return `lend '${command}' '${undo}'`;
}

/**
 * Interfaces for the time in which install.site has the packet filter judged: pfctl(8) looks names such
 * as `vio1:network` up when it reads the file, and in the installer only one card has an address, its own.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { driverOf } from "../../gateway/interface.ts";
import { linksInInstaller } from "../../gateway/network/in_installer.ts";
import { rdomainOf } from "../../gateway/network/links.ts";
import { PSEUDO_DRIVERS } from "../../gateway/openbsd/interface_drivers.ts";

/** Functions of ksh(1): what is lent is given back in the opposite order. */
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

/** A name of a group that is one word for sh(1), and that ifconfig(8) takes. */
const GROUP = /^[A-Za-z][\w-]*$/;

/**
 * Lines of ksh(1) that define `give_back`, and give the interfaces of `gateway` that the installer's
 * kernel can have the addresses, groups and routing domains that they will have. The card through which the sets came keeps its own address and its routing domain.
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
    // A routing domain is there as soon as an interface is in it; the cards stay where they are.
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
        // With its last address of the family goes the link-local one.
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

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
  `# set_up COMMAND UNDO: runs COMMAND, and records how to undo it; what this kernel cannot do is skipped.
undo=
set_up() {
	$1 >/dev/null 2>&1 || return 0
	undo="$2
$undo"
}

# set_up_address INTERFACE FAMILY ADDRESS LENGTH: an existing one is kept.
set_up_address() {
	case $(ifconfig "$1" 2>/dev/null) in
	*"$2 $3 "* | *"$2 $3%"*) ;;
	*) set_up "ifconfig $1 $2 alias $3/$4" "ifconfig $1 $2 -alias $3" ;;
	esac
}

# undo_setup: undoes all of it, in reverse order.
undo_setup() {
	echo "$undo" | while read -r _undo; do
		$_undo
	done >/dev/null 2>&1
	undo=
}

`;

/** Group names that ifconfig(8) accepts and sh(1) reads as one word. */
const GROUP = /^[A-Za-z][\w-]*$/;

/**
 * ksh(1) lines that define `undo_setup`, and give those interfaces of `gateway` that the installer's
 * kernel supports their final addresses, groups and routing domains. The card that the sets came
 * through keeps its own address and routing domain.
 */
export function renderTemporaryNetwork(gateway: Gateway): string {
  return `${FUNCTIONS}# The network as at boot: pfctl(8), ipsecctl(8) and iked(8) look names up when they read their files.
${setUps(gateway).map((one) => `${one}\n`).join("")}
`;
}

function setUps(gateway: Gateway): string[] {
  const links = linksInInstaller(gateway);
  const described = new Map(gateway.network.interfaces.map((one) => [one.name, one]));
  const made = links.filter(({ name }) => PSEUDO_DRIVERS.has(driverOf(name)) && name !== "lo0");
  const rdomains = new Set(gateway.network.interfaces.map(rdomainOf).filter((one) => one > 0));
  return [
    // A routing domain exists as soon as an interface is in it; the cards are not moved.
    ...[...rdomains].flatMap((rdomain) => [
      setUp(`ifconfig lo${rdomain} create`, `ifconfig lo${rdomain} destroy`),
      `ifconfig lo${rdomain} rdomain ${rdomain} >/dev/null 2>&1`,
    ]),
    ...made.map(({ name }) => setUp(`ifconfig ${name} create`, `ifconfig ${name} destroy`)),
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
        ...(six ? [setUp(`ifconfig ${name} inet6`, `ifconfig ${name} -inet6`)] : []),
        ...groups.filter((group) => GROUP.test(group) && group !== driverOf(name))
          .map((group) =>
            setUp(`ifconfig ${name} group ${group}`, `ifconfig ${name} -group ${group}`)
          ),
        ...addresses.map(({ address, prefix }) =>
          `set_up_address ${name} ${
            prefix.family === 6 ? "inet6" : "inet"
          } ${address} ${prefix.length}`
        ),
      ];
    }),
  ];
}

function setUp(command: string, undo: string): string {
  return `set_up '${command}' '${undo}'`;
}

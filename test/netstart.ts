/**
 * What netstart(8) makes of hostname.if(5) files: a stand-in that follows the words of the manual page,
 * and the real script among programs that note what they are called with.
 * @module
 */
import { run } from "../host/run.ts";

/** Started after cards and what needs nothing else, in this order (netstart of February 2025). */
const SECOND = ["aggr", "trunk", "svlan", "vlan", "carp", "pppoe"];

/** Started after the default routes, in this order. */
const LAST = [
  "tun",
  "tap",
  "gif",
  "etherip",
  "gre",
  "egre",
  "nvgre",
  "eoip",
  "vxlan",
  "pflow",
  "wg",
];

const driverOf = (name: string) => name.replace(/[0-9]+$/, "");

/**
 * The commands that netstart(8) runs for `files`, texts by the name of the interface, with `gateways`
 * of mygate(5): a program and its arguments each, joined by U+001F.
 */
export function standInCommands(files: ReadonlyMap<string, string>, gateways: string[]): string[] {
  const names = [...files.keys()].sort();
  const start = (wanted: (driver: string) => boolean) =>
    names.filter((name) => wanted(driverOf(name))).flatMap((name) =>
      commandsOf(name, files.get(name)!)
    );
  const first = start((driver) => ![...SECOND, ...LAST].includes(driver));
  const routes = gateways.map((gateway) =>
    command(`route -qn add -host${gateway.includes(":") ? " -inet6" : ""} default ${gateway}`)
  );
  return [
    ...first,
    ...SECOND.flatMap((driver) => start((one) => one === driver)),
    ...routes,
    ...LAST.flatMap((driver) => start((one) => one === driver)),
  ];
}

/** hostname.if(5): each line is an ifconfig(8), but for `dest`, `!` and comments. */
function commandsOf(name: string, text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const words = line.trim().split(/ +/);
    if (words[0] === "" || words[0]!.startsWith("#")) continue;
    if (words[0] === "dest") {
      lines.push(lines.pop()!.replace(/^(ifconfig \S+ inet6? (alias )?\S+)/, `$1 ${words[1]}`));
    } else if (words[0]!.startsWith("!")) {
      lines.push(words.join(" ").slice(1).replaceAll("$if", name));
    } else {
      lines.push(`ifconfig ${name} ${joined(words).join(" ")}`);
    }
  }
  return lines.map(command);
}

/** Behind `inet ADDRESS` come netmask and broadcast address, behind `inet6 ADDRESS` the prefix length. */
function joined(words: string[]): string[] {
  const [family, ...others] = words;
  if (family !== "inet" && family !== "inet6" || others[0] === "autoconf") return words;
  const alias = others[0] === "alias" ? 1 : 0;
  const [address, mask, broadcast, ...options] = others.slice(alias);
  const front = [family!, ...others.slice(0, alias), address!];
  if (family === "inet6") {
    const more = others.slice(alias + 2);
    return [...front, ...(mask === undefined ? [] : ["prefixlen", mask]), ...more];
  }
  return [
    ...front,
    ...(mask === undefined ? [] : ["netmask", mask]),
    ...(broadcast === undefined || broadcast === "NONE" ? [] : ["broadcast", broadcast]),
    ...options,
  ];
}

/** A line as sh(1) takes it apart: quotes keep blanks. */
function command(line: string): string {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (const character of line) {
    if (quote === "" && character === " ") {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === quote) quote = "";
    else if (quote === "" && /["']/.test(character)) {
      quote = character;
      word ??= "";
    } else word = (word ?? "") + character;
  }
  if (word !== undefined) words.push(word);
  return words.join("\x1f");
}

/** Notes how it is called, unless it is asked something. */
const IFCONFIG = `#!/bin/sh
case $# in
0) exit 0 ;;
1)
	if [ "$1" = -C ]; then
		echo "aggr bridge carp enc etherip gif gre lo pair pflog pfsync pppoe sec tun veb vether vlan vport vxlan wg"
		exit 0
	fi
	case $1 in vio*|em*|lo0) exit 0 ;; esac
	[ -e "$ROOT/made/$1" ]
	exit ;;
esac
if [ "$2" = create ]; then
	: >"$ROOT/made/$1"
	exit 0
fi
[ "$1 $2" = "lo0 inet6" ] && exit 1
[ "$1" = -M ] && exit 1
exec "$ROOT/bin/note" ifconfig "$@"
`;

const NOTE = `#!/bin/sh
{
	first=y
	for word; do
		[ "$first" ] || printf '\\037'
		printf '%s' "$word"
		first=
	done
	echo
} >>"$ROOT/log"
`;

const ROUTE = `#!/bin/sh
[ "$2" = show ] && exit 0
exec "$ROOT/bin/note" route "$@"
`;

/** The commands that `netstart`, the text of the script, runs under mksh(1). */
export async function netstartCommands(
  netstart: string,
  files: ReadonlyMap<string, string>,
  gateways: string[],
): Promise<string[]> {
  const root = await Deno.makeTempDir();
  const program = (name: string, text: string) =>
    Deno.writeTextFile(`${root}/bin/${name}`, text, { mode: 0o755 });
  try {
    for (const folder of ["bin", "made", "etc/rc.d"]) {
      await Deno.mkdir(`${root}/${folder}`, { recursive: true });
    }
    await program("ifconfig", IFCONFIG);
    await program("note", NOTE);
    await program("route", ROUTE);
    await program("id", "#!/bin/sh\necho 0\n");
    await program("sysctl", "#!/bin/sh\necho 0\n");
    // Owner and permissions are looked at in numbers; a person who runs the tests is not root.
    await program("ls", "#!/bin/sh\necho '-rw-r----- 1 0 0 1 Jan 1 00:00 x'\n");
    await Deno.writeTextFile(`${root}/etc/rc.d/rc.subr`, "_rc_parse_conf() { :; }\n");
    await Deno.writeTextFile(`${root}/etc/mygate`, gateways.map((one) => `${one}\n`).join(""));
    for (const [name, text] of files) {
      await Deno.writeTextFile(`${root}/etc/hostname.${name}`, text, { mode: 0o640 });
    }
    await Deno.writeTextFile(`${root}/netstart`, netstart.replaceAll("/etc/", `${root}/etc/`));
    await run("mksh", [`${root}/netstart`], {
      env: { ROOT: root, PATH: `${root}/bin:/usr/bin:/bin`, LC_ALL: "C" },
    });
    const log = await Deno.readTextFile(`${root}/log`);
    // What it does whatever the files say: loopback, and routes that reject.
    return log.trimEnd().split("\n").filter((line) =>
      !/lo0.inet.127|224\.0\.0\.0|127\.0\.0\.1/.test(line)
    );
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

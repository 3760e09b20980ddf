/**
 * A script for sh(1) that reads files on a gateway.
 * @module
 */
import { shellWord } from "../../host/shell_word.ts";

/** A file to read. */
export interface Wanted {
  /** Absolute path. */
  path: string;
  /** Return only its hash. */
  secret: boolean;
}

/** The folder of a push on the gateway. */
export const PUSH_FOLDER = "/var/db/gatewright/push";

/** Of larger files only the hash is returned. */
const MOST_BYTES = 256 << 10;

/** Files that are always read, to identify the gateway. */
const ALWAYS = ["/etc/myname", "/etc/passwd", "/etc/group"] as const;

/**
 * The script. `base` is a prefix of every path, for tests.
 *
 * It writes `file PATH MODE UID GID BYTES SHA256` and, if the content is wanted, base64 up to a
 * line `.`; or `missing PATH` or `other PATH`; at the end the files in folders that only Gatewright
 * writes to.
 */
export function queryScript(wanted: readonly Wanted[], base = ""): string {
  const all = [...ALWAYS.map((path) => ({ path, secret: false })), ...wanted];
  const seen = new Map(all.map((one) => [one.path, one]));
  return `PATH=$PATH:/bin:/sbin:/usr/bin:/usr/sbin
base=${shellWord(base)}
one() {
	_file=$base$1
	if [ -h "$_file" ] || { [ -e "$_file" ] && [ ! -f "$_file" ]; }; then
		echo "other $1"
	elif [ ! -e "$_file" ]; then
		echo "missing $1"
	else
		_state=$(stat -f '%OLp %u %g %z' "$_file")
		echo "file $1 $_state $(sha256 -q "$_file")"
		if [ "$2" = show ] && [ "\${_state##* }" -le ${MOST_BYTES} ]; then
			openssl base64 -in "$_file"
			echo .
		fi
	fi
}
echo "release $(uname -r)"
echo "machine $(uname -m)"
[ ! -e "$base/etc/rc.firsttime" ] || echo "first-boot"
if [ -f "$base${PUSH_FOLDER}/watcher" ] && [ ! -e "$base${PUSH_FOLDER}/decision" ]; then
	! kill -0 "$(cat "$base${PUSH_FOLDER}/watcher")" 2>/dev/null || echo "busy"
fi
${
    [...seen.values()].map(({ path, secret }) =>
      `one ${shellWord(path)} ${secret ? "hide" : "show"}\n`
    ).join("")
  }for _file in "$base"/etc/ipsec/*.conf "$base"/etc/hostname.*; do
	[ ! -f "$_file" ] || echo "found \${_file#"$base"}"
done
echo end
`;
}

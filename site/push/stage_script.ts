/**
 * Receives the files of a push on the gateway, unless another push is in progress.
 * @module
 */
import { shellWord } from "../../host/shell_word.ts";
import { PUSH_FOLDER } from "./query_script.ts";

/** Exit status of the script if another push is neither confirmed nor reverted. */
export const OTHER_PUSH = 4;

/**
 * The script for sh(1): it unpacks a tar(1) archive from standard input as the folder of the push.
 * `base` is a prefix of every path, for tests.
 *
 * The folder of an undecided push contains the old files, and is kept.
 */
export function stageScript(base = ""): string {
  return `umask 077
d=${shellWord(base + PUSH_FOLDER)}
runs() { kill -0 "$(cat "$d/$1" 2>/dev/null)" 2>/dev/null; }
if [ -d "$d" ]; then
	# One that has not started can no longer start.
	echo $$ >"$d/applier.$$"
	if ! ln "$d/applier.$$" "$d/applier" 2>/dev/null &&
		[ "$(cat "$d/decision" 2>/dev/null)" != confirmed ] && [ ! -e "$d/back" ] &&
		{ runs applier || runs watcher; }; then
		rm -f "$d/applier.$$"
		exit ${OTHER_PUSH}
	fi
	rm -rf "$d" || exit
fi
mkdir -p "\${d%/*}" && mkdir "$d" && tar xpf - -C "$d"
`;
}

/**
 * Takes the files of a push on the gateway, where no other push is under way.
 * @module
 */
import { shellWord } from "../../host/shell_word.ts";
import { PUSH_FOLDER } from "./query_script.ts";

/** Status of the script where another push is neither confirmed nor taken back. */
export const OTHER_PUSH = 4;

/**
 * The script for sh(1): an archive of tar(1) on standard input becomes the folder of the push. `base` is
 * put before every path, for tests.
 *
 * The folder of a push that is not decided has the old files: it stays.
 */
export function stageScript(base = ""): string {
  return `umask 077
d=${shellWord(base + PUSH_FOLDER)}
runs() { kill -0 "$(cat "$d/$1" 2>/dev/null)" 2>/dev/null; }
if [ -d "$d" ]; then
	# One that has not begun can begin no more.
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

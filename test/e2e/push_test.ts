/**
 * The part of a push that runs on the gateway, by the kernel, ksh(1) and file programs of a real
 * OpenBSD 6.6: installed, booted, and watched over its console.
 */
import assert from "node:assert/strict";
import { build } from "../../build/build.ts";
import { bootImage } from "../../build/guest/boot_image.ts";
import { loadGateway } from "../../gateway/load/load.ts";
import { agentScript } from "../../site/push/agent.ts";
import { PUSH_FOLDER } from "../../site/push/query_script.ts";
import { writeTwoTunnels } from "./two_tunnels.ts";

const shared = new URL("../../../shared/", import.meta.url).pathname;
const media = await Deno.stat(`${shared}openbsd-media`).then(() => true, () => false);
if (!media) console.log("push: skipped, there is no ../shared/openbsd-media to install from");

const BASE = "/root/push/base";

/**
 * Runs at the end of rc(8), in the place of sshd's shell: each case sets a gateway's files up below
 * {@linkcode BASE}, runs the agent, and says what is there afterwards. pfctl is the one of the release.
 */
const CASES = `cd /root/push
stage=$PWD/base${PUSH_FOLDER}
mkdir -p programs
program() { print -r '#!/bin/ksh' >programs/$1; print -r "$2" >>programs/$1; chmod 755 programs/$1; }
program logger 'echo "log: $*" >/dev/console'
command -v find >/dev/null || program find 'for f in "$1"/etc/*; do [ ! -f "$f" ] || rm -P "$f"; done'
PATH=$PATH:/root/push/programs
export PATH
prepare() {
	rm -rf base
	mkdir -p base/etc base/usr/local/sbin $stage/new/etc
	echo 'block # old' >base/etc/pf.conf
	echo 'old secret' >base/etc/doas.key
	echo "$1" >$stage/new/etc/pf.conf
	echo 'new secret' >$stage/new/etc/doas.key
	echo 'new file' >$stage/new/etc/brand-new
	for f in pf.conf doas.key brand-new; do echo "put /etc/$f 600 root wheel"; done >$stage/plan
	echo pf >$stage/reload
	# Who confirms has time, however slow the host is.
	sed "s/^rollback=.*/rollback=$2/" agent >$stage/agent
}
tell() {
	echo "push-test: $1 status $2: $(cat base/etc/pf.conf), $(cat base/etc/doas.key), $(cat base/etc/brand-new 2>/dev/null)"
	[ ! -e base/etc/rc.firsttime ] || echo "push-test: $1: rc.firsttime is left"
	ls -l base/etc/doas.key | sed 's/^/push-test: /; s/ .*root/ root/; s/ *[0-9]* [A-Z].*//'
}
watched() { while kill -0 "$(cat $stage/watcher)" 2>/dev/null; do sleep 1; done; }
prepare 'block # new' 3600
ksh $stage/agent apply a1; s=$?
ksh $stage/agent confirm a1
watched
tell confirmed $s
prepare 'block # new' 3
ksh $stage/agent apply a1; s=$?
watched
tell unconfirmed $s
prepare '!! no rule' 3
ksh $stage/agent apply a1; s=$?
tell refused $s
prepare 'block # new' 3
program cp '[ "$2" != base ] && case $* in *brand-new*gatewright*) kill -9 $PPID;; esac; exec /bin/cp "$@"'
PATH=/root/push/programs:$PATH ksh $stage/agent apply a1; s=$?
rm programs/cp
watched
tell killed $s
`;

Deno.test({
  name: "on a real 6.6 a push is confirmed, goes back, is refused, and survives being killed",
  ignore: !media,
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "gatewright-push-" });
    try {
      const { success } = await new Deno.Command(`${shared}tools/mini-release`, {
        args: ["amd64", `${folder}/mirror`],
        stdout: "null",
      }).output();
      assert(success);
      const agent = agentScript({ rollback: 3, revision: "0123456789ab", id: "a1", base: BASE });
      await Deno.writeTextFile(`${folder}/agent`, agent);
      await Deno.writeTextFile(`${folder}/rc.local`, CASES);
      const mirror = `file://${folder}/mirror/pub/OpenBSD`;
      const description = await writeTwoTunnels(
        folder,
        `{version: "6.6", arch: amd64, mirror: "${mirror}", key: ${folder}/mirror/mini-66.pub}`,
        {
          files:
            ", {path: /root/push/agent, source: agent}, {path: /etc/rc.local, source: rc.local}",
        },
      );
      const { out } = await build(description, { out: `${folder}/out`, accelerator: "tcg" });
      const lines: string[] = [];
      const { gateway } = await loadGateway(description);
      await bootImage({
        image: `${out}/gw.raw`,
        arch: "amd64",
        domain: gateway.domain,
        accelerator: "tcg",
        onEvent(action) {
          if (action.kind === "log") lines.push(action.line);
        },
      });
      const told = lines.filter((line) => line.startsWith("push-test: "));
      const old = "block # old, old secret,";
      assert.deepEqual(
        told.filter((line) => line.includes("status")),
        [
          "push-test: confirmed status 0: block # new, new secret, new file",
          `push-test: unconfirmed status 0: ${old}`,
          `push-test: refused status 3: ${old}`,
          `push-test: killed status 137: ${old}`,
        ],
        lines.slice(-80).join("\n"),
      );
      assert(!told.some((line) => line.includes("is left")), told.join("\n"));
      const log = lines.filter((line) => line.startsWith("log: "));
      assert.equal(log.length, 2, lines.join("\n"));
      assert(lines.some((line) => /REFUSED \/etc\/pf\.conf: .*syntax error/.test(line)));
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

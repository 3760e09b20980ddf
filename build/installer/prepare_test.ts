import assert from "node:assert/strict";
import { prepareLines, READY } from "./prepare.ts";

const LINES = prepareLines({
  disk: "wd0",
  interface: "em0",
  address: "10.0.2.15/24",
  route: "10.0.2.2",
});

/** What the installer's script is like, as far as these lines look at it. */
const INSTALLER = `apply() {
	: "$SSHD_ENABLEROOT" /mnt/etc/localtime
}
encr_pwd() {
	:
}
prep_root_mail() {
	: /mnt/etc/rc.firsttime
}
do_install() {
	echo "asks"
	apply

	if [[ -n $ADMIN ]]; then
		echo "makes $ADMIN"
	fi
	: "$_rootpass"
	pwd_mkdb -p -d /mnt/etc /etc/master.passwd

	finish_up
}
do_upgrade() {
	apply
	finish_up
}
AI=false
echo "main part"
`;

/** Types the lines into a shell that is related to OpenBSD's, and then `more`. */
async function typed(installer: string, more = ""): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "gw-prepare-" });
  try {
    await Deno.writeTextFile(`${folder}/install`, installer);
    await Deno.writeTextFile(`${folder}/rwd0a`, "");
    const here = (line: string) =>
      line.replaceAll("/tmp/", `${folder}/`).replace(" /install", ` ${folder}/install`)
        .replace("/dev/rwd0a", `${folder}/rwd0a`).replace(
          /^cd \/dev && sh MAKEDEV wd0; cd \/$/,
          ":",
        );
    const stubs = "ifconfig() { echo 'status: active'; }; route() { :; }\n" +
      "pwd_mkdb() { echo pwd_mkdb; }; finish_up() { echo finish_up; }\n";
    const { stdout } = await new Deno.Command("mksh", {
      args: ["-c", [stubs, ...LINES.map(here), more].join("\n")],
      stderr: "null",
    }).output();
    return new TextDecoder().decode(stdout);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const mksh = await new Deno.Command("mksh", { args: ["-c", ":"] }).output()
  .then(({ success }) => success, () => false);
const ignore = !mksh;

Deno.test("each line can be typed into a terminal in canonical mode", () => {
  for (const line of LINES) assert(line.length <= 200, line);
});

Deno.test({
  name:
    "the installer's functions are there, its main part has not run, and of do_install only the accounts",
  ignore,
  async fn() {
    const said = await typed(INSTALLER, "ADMIN=paul; gatewright_accounts");
    const lines = said.trim().split("\n").filter((line) => line !== "status: active");
    assert.deepEqual(lines, [READY, "makes paul", "pwd_mkdb"]);
  },
});

Deno.test({
  name: "an installer that has another shape is not ready",
  ignore,
  async fn() {
    for (
      const other of [
        "",
        INSTALLER.replace("apply() {", "applied() {"),
        INSTALLER.replace("\tapply\n", "\tapply now\n"),
        INSTALLER.replace("$ADMIN ]]", "$USER ]]").replace('$ADMIN"', '$USER"'),
        INSTALLER.replace("/mnt/etc/rc.firsttime", "elsewhere"),
        INSTALLER.replace("\tpwd_mkdb -p", "\tanother -p"),
      ]
    ) assert(!(await typed(other)).includes(READY), other);
  },
});

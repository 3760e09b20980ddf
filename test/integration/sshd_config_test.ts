/** What Debian's sshd(8) makes of configurations, and what we read in them. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { sshdConfig, sshdListens } from "../../gateway/openbsd/sshd_config.ts";
import { linesFor, loginsOf } from "../../gateway/openbsd/sshd_logins.ts";
import { testGateway } from "../gateway.ts";
import { haveSshd } from "../sshd.ts";

const CASES: Record<string, string>[] = [
  { sshd_config: "" },
  { sshd_config: "Port 2222\nPort=22\n  port 2200 # and more\n" },
  { sshd_config: "ListenAddress 127.0.0.1\nListenAddress [::1]:24\nListenAddress ::1\nPort 23\n" },
  {
    sshd_config: "PermitRootLogin no\nPermitRootLogin yes\nMatch User root\nPermitRootLogin yes\n",
  },
  {
    sshd_config: "Match User bob\nPasswordAuthentication no\nMatch User p*,!root\n" +
      "PasswordAuthentication no\nMatch all\nPasswordAuthentication yes\n",
  },
  {
    sshd_config: "Include DIR/a*\nPermitRootLogin no\n",
    a2: "PermitRootLogin yes\n",
    a1: "Port 77\n",
  },
  {
    sshd_config: "Match User bob\nInclude DIR/a\nMatch User paul\nInclude DIR/a\n",
    a: "PubkeyAuthentication no\nMatch User paul\nAuthorizedKeysFile /etc/keys/%u x\n",
  },
  {
    sshd_config: 'Include "DIR/a"\nPubkeyAuthentication no\n',
    a: "Match User bob\nX11Forwarding no\n",
  },
  { sshd_config: "Include DIR/a\n", a: "Match User bob\n" },
  { sshd_config: "AuthorizedKeysFile a b\nMatch Group nosuchgroup\nAuthorizedKeysFile none\n" },
];

/** Keywords that are compared, by what sshd -T shows where no line says anything. */
const KEYWORDS = new Map([
  ["permitrootlogin", "without-password"],
  ["passwordauthentication", "yes"],
  ["pubkeyauthentication", "yes"],
  ["authorizedkeysfile", ".ssh/authorized_keys .ssh/authorized_keys2"],
]);

Deno.test({
  name: "sshd -T reads configurations as check does",
  ignore: !haveSshd,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      await new Deno.Command("ssh-keygen", {
        args: ["-q", "-t", "ed25519", "-N", "", "-f", join(folder, "key")],
      }).output();
      for (const files of CASES) await compare(folder, files);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

async function compare(folder: string, files: Record<string, string>): Promise<void> {
  const brought = Object.entries(files).map(([name, text]) => ({
    path: join(folder, name),
    content: { kind: "text" as const, text: text.replaceAll("DIR", folder) },
    append: false,
    mode: 0o644,
    owner: "root",
    group: "wheel",
  }));
  for (const { path, content } of brought) await Deno.writeTextFile(path, content.text);
  const config = join(folder, "sshd_config");
  const gateway = testGateway({
    files: brought,
    rcConf: new Map([["sshd_flags", `-f ${config}`]]),
  });
  const { root, users: [paul] } = loginsOf(gateway);
  for (const login of [root, paul!]) {
    const { stdout, stderr, success } = await new Deno.Command("/usr/sbin/sshd", {
      args: [
        ...["-T", "-f", config, "-h", join(folder, "key")],
        ...["-C", `user=${login.name},host=h,addr=192.0.2.9,laddr=192.0.2.1,lport=22`],
      ],
    }).output();
    assert(success, new TextDecoder().decode(stderr));
    const said = new TextDecoder().decode(stdout).split("\n").map((line) => line.split(" "));
    const values = (keyword: string) =>
      said.filter(([one]) => one === keyword).map(([, ...words]) => words.join(" "));
    const { lines } = sshdConfig(gateway);
    for (const [keyword, none] of KEYWORDS) {
      // A group that the description does not know of may be one of the user's.
      const may = linesFor(lines, keyword, login).map((line) => line?.words.join(" ") ?? none);
      const text = JSON.stringify([files, login.name, may]);
      assert(may.includes(values(keyword).join()), `${text}: ${values(keyword)}`);
      assert.equal(
        may.length,
        /Group/.test(text) && keyword === "authorizedkeysfile" ? 2 : 1,
        text,
      );
    }
    const listens = sshdListens(gateway)!;
    const ports = new Set(listens.map(({ port }) => String(port)));
    const shown = values("listenaddress").map((one) => /:(\d+)$/.exec(one)![1]!);
    assert.deepEqual(ports, new Set(shown), JSON.stringify(files));
    const addressed = listens.filter(({ address }) => address).map(({ word, port }) =>
      `${word!.replace(/^\[|\].*$/g, "")} ${port}`
    );
    const theirs = values("listenaddress").map((one) =>
      one.replace(/^\[?(.*?)\]?:(\d+)$/, "$1 $2")
    );
    if (addressed.length > 0) assert.deepEqual(addressed.sort(), theirs.sort());
  }
  for (const { path } of brought) await Deno.remove(path);
}

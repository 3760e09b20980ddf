/**
 * `diff FILE IMAGE|DEVICE` on disks made by makefs(8).
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { filesOn } from "../../build/push/query_state.ts";
import { renderGateway } from "../../build/render.ts";
import { resolveSecrets } from "../../gateway/secrets/secrets.ts";
import { installedPath } from "../../images/compare/compare_site.ts";
import { bytesOf } from "../../site/file.ts";
import { loadGateway } from "../../site/load_gateway.ts";
import { gatewright } from "../command_line.ts";
import { makeDisk } from "../disk_image.ts";
import { haveMakefs } from "../makefs.ts";
import { canLoop, LoopDevice } from "./loop.ts";

const PSK = "the-secret-of-tunnel-a";
const OLD = "the-older-secret-of-tunnel-a";

const DESCRIPTION = `hostname: gw.example.net
release: "8.0"
network:
  interfaces: [{name: vio0, address: 10.0.0.50/24}]
  gateway: 10.0.0.1
access:
  rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleExa admin@example.net"]
tunnels:
  - {name: a, ike: 1, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.0.10.0/24, psk: {file: a.psk}}
files:
  - {path: /etc/motd, append: "Gateway of the head office\\n"}
`;

type Files = Record<string, [content: string, mode: number]>;

/** A description, and disks of its gateway with changes. */
async function bench() {
  const folder = await Deno.makeTempDir({ prefix: "gw-diff-" });
  const file = join(folder, "gw.yaml");
  await Deno.writeTextFile(file, DESCRIPTION);
  await Deno.writeTextFile(join(folder, "a.psk"), `${PSK}\n`, { mode: 0o600 });
  const { gateway } = await loadGateway(file);
  const { secrets } = await resolveSecrets(gateway);
  const { files } = await renderGateway(gateway, secrets);
  const good: Files = Object.fromEntries(
    filesOn(files).whole.map((one): [string, Files[string]] => [
      installedPath(one.path)!,
      [new TextDecoder().decode(bytesOf(one)), one.mode],
    ]),
  );
  const image = join(folder, "gw.raw");
  const disk = async (change: (files: Files) => void = () => {}) => {
    const changed: Files = {
      ...good,
      "/etc/motd": ["OpenBSD 8.0\n\nGateway of the head office\n", 0o644],
      "/etc/passwd": ["root:*:0:0::/root:/bin/ksh\n", 0o644],
      "/etc/group": ["wheel:*:0:root\n", 0o644],
    };
    change(changed);
    await Deno.writeFile(image, await makeDisk(changed));
  };
  const diff = async (...args: string[]) => {
    const ran = await gatewright("diff", file, ...args);
    assert(!(ran.stdout + ran.stderr).includes("secret-of-tunnel"), "a secret is shown");
    // makefs gives the files to whoever runs the tests.
    const lines = ran.stdout.trimEnd().split("\n").filter((line) =>
      !/belongs to uid|has gid/.test(line)
    );
    return { ...ran, lines };
  };
  return {
    image,
    disk,
    diff,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

const root = Deno.uid() === 0;
const loops = root && await canLoop();
const test = (name: string, fn: () => Promise<void>, ignore = !haveMakefs()) =>
  Deno.test({ name, ignore, fn });

test("diff of a disk that is as described ends with 0", async () => {
  await using work = await bench();
  await work.disk();
  const { code, lines, stderr } = await work.diff(work.image);
  assert.equal(stderr, "");
  if (!root) return;
  assert.deepEqual(lines, [`${work.image}: as described`]);
  assert.equal(code, 0);
});

test("diff names a changed, a missing and an undescribed file, and what lacks in one", async () => {
  await using work = await bench();
  await work.disk((files) => {
    files["/etc/pf.conf"] = [files["/etc/pf.conf"]![0].replace("block ", "pass "), 0o644];
    delete files["/etc/mygate"];
    files["/etc/ipsec/b.conf"] = [
      'ike esp from any to any psk "older-secret-of-tunnel-b"\n',
      0o600,
    ];
    files["/etc/hostname.vio9"] = ["inet 10.9.0.1/24\n", 0o640];
    files["/etc/motd"] = ["OpenBSD 8.0\n", 0o644];
  });
  const { code, lines } = await work.diff(work.image);
  assert.equal(code, 4);
  assert(lines.includes("/etc/pf.conf has mode 0644 instead of 0600"), lines.join("\n"));
  assert(
    lines.some((line) =>
      /^\/etc\/pf\.conf has other content \(\d+ bytes expected, \d+ found\)$/.test(line)
    ),
  );
  assert(
    lines.some((line) => /^ {2}-block/.test(line)) &&
      lines.some((line) => /^ {2}\+pass/.test(line)),
  );
  const rest = lines.filter((line) => !/^ |pf\.conf/.test(line));
  assert.deepEqual(rest, [
    "/etc/mygate is not on the disk",
    "/etc/motd lacks what was added to it",
    "/etc/ipsec/b.conf is not described",
    "/etc/hostname.vio9 is not described",
  ]);
});

test("diff says that a secret differs, and shows neither", async () => {
  await using work = await bench();
  await work.disk((files) => {
    const [text, mode] = files["/etc/ipsec/a.conf"]!;
    files["/etc/ipsec/a.conf"] = [text.replace(PSK, OLD), mode];
  });
  const { code, lines } = await work.diff(work.image);
  assert.equal(code, 4);
  assert.deepEqual(lines, ["/etc/ipsec/a.conf has other content (secret, not shown)"]);
  const { stdout } = await work.diff(work.image, "--json");
  const differs = JSON.parse(stdout).find(({ what }: { what: string }) => what === "content");
  assert.deepEqual(Object.keys(differs).sort(), ["message", "path", "what"]);
});

test("diff of what is no disk says so", async () => {
  await using work = await bench();
  await Deno.writeTextFile(work.image, "no disk\n".repeat(1000));
  const { code, stderr } = await work.diff(work.image);
  assert.equal(code, 4);
  assert.match(stderr, /gw\.raw/);
  const none = await work.diff(`${work.image}.none`);
  assert.notEqual(none.code, 0);
  assert.match(none.stderr, /gw\.raw\.none/);
});

test("diff reads a device as it reads an image", async () => {
  await using work = await bench();
  await work.disk((files) => delete files["/etc/mygate"]);
  const bytes = await Deno.readFile(work.image);
  await using device = await LoopDevice.create(4 << 20);
  await Deno.writeFile(device.path, bytes);
  const { code, lines } = await work.diff(device.path);
  assert.deepEqual([code, lines], [4, ["/etc/mygate is not on the disk"]]);
}, !haveMakefs() || !loops);

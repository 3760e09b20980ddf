import assert from "node:assert/strict";
import { issue, makeKey, withPki } from "../pki.ts";

const HEAD = `hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}, {name: vio1, address: 10.0.0.1/24}]
  gateway: 203.0.113.6
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
`;
const CLIENTS = `clients:
  - name: laptops
    pool: 10.9.0.0/24
    networks: [10.0.0.0/24]
    srcid: vpn.example.net
    certificate: {ca: {file: ca.crt}, cert: {file: vpn.crt}, key: {file: vpn.key}}
    users: [{name: "anna", password: {env: PW}}]
`;

async function run(program: string, args: string[], stdin?: string) {
  const child = new Deno.Command(program, {
    args,
    stdin: stdin === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  if (stdin !== undefined) {
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(stdin));
    await writer.close();
  }
  const { code, stdout, stderr } = await child.output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

const gatewright = (...args: string[]) =>
  run(Deno.execPath(), ["run", "-A", "--frozen", "build/cli/main.ts", ...args]);

Deno.test("client prints files byte for byte, and lets everybody read a certificate", () =>
  withPki(async (pki) => {
    await issue(pki, "vpn", "DNS:vpn.example.net");
    const file = `${pki.folder}/gw.yaml`;
    await Deno.writeTextFile(file, HEAD + CLIENTS);
    await Deno.chmod(`${pki.folder}/ca.crt`, 0o644);
    const { code, stdout, stderr } = await gatewright("client", file, "anna", "--as", "windows");
    assert.equal(code, 0);
    const lines = stdout.split("\r\n");
    assert(lines.length > 5 && lines.at(-1) === "", JSON.stringify(lines.slice(0, 3)));
    assert(!stdout.includes("\\u000d"));
    assert.doesNotMatch(stderr, /can be read by others/);
    await Deno.chmod(`${pki.folder}/ca.crt`, 0o666);
    assert.match(
      (await gatewright("client", file, "anna", "--as", "apple")).stderr,
      /ca\.crt can be changed by others; chmod go-w/,
    );
  }));

Deno.test("client prints a profile that a parser of property lists reads", () =>
  withPki(async (pki) => {
    await issue(pki, "vpn", "DNS:vpn.example.net");
    const file = `${pki.folder}/gw.yaml`;
    await Deno.writeTextFile(file, HEAD + CLIENTS);
    const { code, stdout, stderr } = await gatewright("client", file, "anna", "--as", "apple");
    assert.equal(code, 0, stderr);
    const script = "import json, plistlib, sys\n" +
      "print(json.dumps(plistlib.loads(sys.stdin.buffer.read()), default=lambda b: len(b)))";
    const parsed = await run("python3", ["-c", script], stdout);
    assert.equal(parsed.code, 0, parsed.stderr);
    const [vpn, ca] = JSON.parse(parsed.stdout).PayloadContent;
    assert.equal(vpn.IKEv2.RemoteAddress, "vpn.example.net");
    assert.equal(vpn.IKEv2.EnablePFS, 0);
    assert(ca.PayloadContent > 200, "the authority is data");
    // A name that nobody has is told with those that are there.
    const other = await gatewright("client", file, "ann", "--as", "apple");
    assert.equal(other.code, 2);
    assert.match(
      other.stderr,
      /no client or user named ann\n[^]*has laptops, anna[^]*did you mean anna\?/,
    );
    const nameless = await gatewright("client", file);
    assert.equal(nameless.code, 2);
    assert.match(
      nameless.stderr,
      /it has laptops, anna\n +next: gatewright client \S+ anna --as apple/,
    );
    const kind = await gatewright("client", file, "anna", "--as", "beos");
    assert.match(kind.stderr, /--as apple\|windows\|android\|strongswan|beos/);
    assert.equal(kind.code, 2);
  }));

Deno.test("key prints the public key of the gateway, and where the other end puts it", () =>
  withPki(async (pki) => {
    const { folder } = pki;
    await makeKey(pki, "own");
    await makeKey(pki, "peer");
    const file = `${folder}/gw.yaml`;
    const tunnel =
      "tunnels: [{name: t, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, peerKey: {file: peer.pub}}]\n";
    const own = "files: [{path: /etc/iked/private/local.key, secret: {file: own.key}}]\n";
    await Deno.writeTextFile(file, HEAD + tunnel + own);
    const { code, stdout, stderr } = await gatewright("key", file);
    assert.equal(code, 0, stderr);
    assert.equal(stdout, await Deno.readTextFile(`${folder}/own.pub`));
    assert.match(stderr, /\/etc\/iked\/pubkeys\/fqdn\/gw\.example\.net$/m);
    // Without one the gateway makes it.
    await Deno.writeTextFile(file, HEAD + tunnel);
    const none = await gatewright("key", file);
    assert.equal(none.code, 3);
    assert.match(
      none.stderr,
      /makes \/etc\/iked\/private\/local\.key at its first boot[^]*cat \/etc\/iked\/local\.pub/,
    );
    // No peer needs one where tunnels use pre-shared keys.
    await Deno.writeTextFile(
      file,
      HEAD + tunnel.replace("peerKey: {file: peer.pub}", "psk: {env: X}"),
    );
    const psk = await gatewright("key", file);
    assert.equal(psk.code, 3);
    assert.match(
      psk.stderr,
      /no tunnel of the gateway uses a public key[^]*t uses a pre-shared key/,
    );
    assert.match(psk.stderr, /next: gatewright far-end \S+ t prints/);
    assert.doesNotMatch(psk.stderr, /local\.pub/);
  }));

import assert from "node:assert/strict";
import { runGatewright } from "../command_line.ts";
import { readMetrics } from "../prometheus.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const HQ = `${ROOT}examples/hq.yaml`;

async function status(input: string, ...args: string[]) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", `${ROOT}build/cli/main.ts`, "status", ...args],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
    env: { GATEWRIGHT_DEBUG: "" },
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input)).catch(() => {});
  await writer.close().catch(() => {});
  const { code, stdout, stderr } = await child.output();
  const text = new TextDecoder();
  return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}

const UP = `FLOWS:
flow esp in from 10.0.10.0/24 to 10.0.0.0/24 peer 192.0.2.230 type require
flow esp out from 10.0.0.0/24 to 10.0.10.0/24 peer 192.0.2.230 type require

SAD:
esp tunnel from 192.0.2.230 to 10.0.0.50 spi 0x1a2b3c4d auth hmac-sha2-256 enc aes-256
esp tunnel from 10.0.0.50 to 192.0.2.230 spi 0xc0ffee01 auth hmac-sha2-256 enc aes-256
`;

Deno.test("status of a pasted ipsecctl -sa: 0 where all is up, 4 where it is not", async () => {
  const up = await status(UP, HQ, "-");
  assert.deepEqual(up, {
    code: 0,
    stdout: "branch10 up; peer 192.0.2.230, 1 SAs out, 1 in\nvpn1.example.net: as described\n",
    stderr: "",
  });
  const down = await status("FLOWS:\nNo flows\n\nSAD:\nNo entries\n", HQ, "-", "--json");
  assert.equal(down.code, 4);
  assert.deepEqual(JSON.parse(down.stdout).faults, ["tunnel branch10 is down"]);
});

Deno.test("status reads a standard input that is a socket, as services and some shells have it", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  const command = 'exec "$@" <>/dev/tcp/127.0.0.1/$PORT';
  const main = ["run", "-A", "--quiet", `${ROOT}build/cli/main.ts`];
  const output = new Deno.Command("bash", {
    args: ["-c", command, "bash", Deno.execPath(), ...main, "status", HQ, "-"],
    env: { GATEWRIGHT_DEBUG: "", PORT: String(port) },
  }).output();
  {
    using connection = await listener.accept();
    await connection.write(new TextEncoder().encode(UP));
  }
  const { code, stdout, stderr } = await output;
  assert.equal(new TextDecoder().decode(stderr), "");
  assert.match(new TextDecoder().decode(stdout), /vpn1\.example\.net: as described/);
  assert.equal(code, 0);
});

Deno.test("status --prometheus is read by a collector, and --from takes a file", async () => {
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(file, UP);
    const { code, stdout } = await status("", HQ, "--from", file, "--prometheus");
    assert.equal(code, 0);
    const up = readMetrics(stdout).find(({ name }) => name === "gatewright_tunnel_up");
    assert.equal(up?.value, 1);
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("status says what is wrong with its input and its words", async () => {
  const empty = await status("", HQ, "-");
  assert.equal(empty.code, 1);
  assert.match(empty.stderr, /standard input: this is not output of ipsecctl -s all/);
  const none = await status("", HQ);
  assert.equal(none.code, 2);
  assert.match(none.stderr, /give one of --ssh DEST, --from FILE or -/);
  const script = await status("", "--script");
  assert.match(script.stdout, /ipsecctl -s all/);
});

Deno.test("a gateway that writes without end is cut off, at the end of what it may say", async () => {
  const folder = await Deno.makeTempDir({ prefix: "gw-status-" });
  const hostile = async (program: string, ...flags: string[]) => {
    await Deno.writeTextFile(`${folder}/ssh`, `#!/bin/sh\n${program}\n`, { mode: 0o755 });
    return await runGatewright(["status", "examples/hq.yaml", "--ssh", "gateway", ...flags], {
      PATH: `${folder}:${Deno.env.get("PATH")}`,
    });
  };
  try {
    const endless = await hostile("exec yes");
    assert.equal(endless.code, 1, endless.stderr.slice(0, 500));
    assert.match(endless.stderr, /wrote more than it may/);
    for (const flags of [[], ["--watch"]]) {
      const long = "yes | head -c 10000000 | tr -d '\\n' >&2; exit 255";
      const unreachable = await hostile(long, ...flags);
      assert.equal(unreachable.code, 1, unreachable.stderr.slice(0, 500));
      assert(unreachable.stderr.length < 2000, `${unreachable.stderr.length} characters`);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

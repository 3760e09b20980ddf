import assert from "node:assert/strict";
import { attackAsNobody, canBeOtherUser } from "../other_user.ts";
import { abstractOf, descends, portsOf } from "./other_user.ts";

Deno.test("a program belongs to the build if the builder started it, or a program of the builder's did", async () => {
  const shell = new Deno.Command("sh", {
    args: ["-c", "echo $$; sleep 60 & echo $!; cat; kill $!"],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const reader = shell.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (text.split("\n").length < 3) text += (await reader.read()).value;
  const [child, grandchild] = text.split("\n").map(Number);
  assert(descends(child!, Deno.pid));
  assert(descends(grandchild!, child!));
  assert(!descends(Deno.ppid, Deno.pid));
  assert(!descends(Deno.pid, child!));
  assert(descends(grandchild!, Deno.pid, "echo $$; sleep"));
  assert(!descends(grandchild!, Deno.pid, "another test's folder"));
  await shell.stdin.close();
  await reader.cancel();
  await shell.status;
});

Deno.test("the ports and abstract sockets of a program are told from those of others", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const name = `gatewright-test-${crypto.randomUUID()}`;
  using _ = Deno.listen({ transport: "unix", path: `\0${name}` });
  const other = new Deno.Command("sleep", { args: ["60"] }).spawn();
  assert(portsOf(Deno.pid).includes(listener.addr.port));
  assert.deepEqual(portsOf(other.pid), []);
  assert(abstractOf(Deno.pid).includes(`@${name}`));
  assert.deepEqual(abstractOf(other.pid), []);
  other.kill();
  await other.status;
});

Deno.test({
  name: "another user finds what can be read, written and replaced, and nothing else",
  ignore: !canBeOtherUser,
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "gw-open-" });
    try {
      await Deno.chmod(folder, 0o755);
      for (
        const [name, mode] of [["open", 0o777], ["shared", 0o755], ["closed", 0o700], [
          "sticky",
          0o1777,
        ]] as const
      ) {
        await Deno.mkdir(`${folder}/${name}`);
        await Deno.writeTextFile(`${folder}/${name}/secret`, "a-secret-of-a-test");
        await Deno.chmod(`${folder}/${name}/secret`, name === "shared" ? 0o666 : 0o600);
        await Deno.chmod(`${folder}/${name}`, mode);
      }
      const attack = await attackAsNobody({ folders: [folder], secrets: ["a-secret-of-a-test"] });
      const { open } = await attack.stop();
      assert.deepEqual(open.map((one) => one.replaceAll(folder, "")).sort(), [
        "/shared/secret",
        "/shared/secret can be written",
        "a file was put into /open",
      ]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

import assert from "node:assert/strict";
import { descends } from "./other_user.ts";

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
  await shell.stdin.close();
  await reader.cancel();
  await shell.status;
});

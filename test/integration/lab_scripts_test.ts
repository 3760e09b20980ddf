/**
 * The scripts of the laboratory's guest.
 * @module
 */
import assert from "node:assert/strict";
import { run } from "../../host/run.ts";

const folder = new URL("../../build/lab/guest/", import.meta.url).pathname;

Deno.test("the scripts of the laboratory's guest are clean to shellcheck", async () => {
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  assert(names.includes("init") && names.includes("run_case"), names.join());
  const { stdout } = await run(
    "shellcheck",
    ["-f", "gcc", ...names.map((name) => `${folder}${name}`)],
    { okStatus: [0, 1] },
  );
  assert.equal(stdout, "");
});

Deno.test("packets that were lost are counted, whatever percentage ping makes of them", async () => {
  const counted = async (received: number, percent: number) => {
    const ping = `--- 10.0.10.10 ping statistics ---
200 packets transmitted, ${received} packets received, ${percent}% packet loss
round-trip min/avg/max = 0.300/0.512/9.104 ms
`;
    const words = ["-c", '. "$0" && few_lost -', `${folder}traffic.sh`];
    const { status, stdout } = await run("sh", words, { stdin: ping, okStatus: [0, 1] });
    return [status, stdout.trim()];
  };
  assert.deepEqual(await counted(200, 0), [0, "200 of 200 packets were answered, 0 lost"]);
  assert.deepEqual(await counted(199, 0), [0, "199 of 200 packets were answered, 1 lost"]);
  assert.deepEqual(await counted(191, 4), [0, "191 of 200 packets were answered, 9 lost"]);
  assert.deepEqual(await counted(190, 5), [1, "190 of 200 packets were answered, 10 lost"]);
});

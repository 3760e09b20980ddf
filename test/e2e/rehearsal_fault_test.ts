/**
 * Trouble of a guest, as a build meets it: each fault that a rehearsal has on request. The table of
 * faults is in test/README.md.
 */
import type { FAULTS } from "../../build/rehearsal/fault.ts";
import type { Expected } from "../fault.ts";
import { rehearsalBench } from "../rehearsal.ts";

/** What a build makes of each; where it has `late`, its time limit is over at these words. */
const EXPECTED: Record<keyof typeof FAULTS | "hang:which disk", Expected & { late?: RegExp }> = {
  "panic-at-boot": { code: 1, says: ["kernel panicked", "panic: kernel diagnostic"] },
  "panic": { code: 1, says: ["kernel panicked", "panic: kernel diagnostic"] },
  "reset": { code: 1, says: ["QEMU ended before the installation did"] },
  "reboot-loop": { code: 1, says: ["restarts instead of installing", "started 2 times"] },
  "unknown-question": { code: 1, says: ["answers do not cover", "Which colour"] },
  "network-gone": { code: 1, says: ["cannot fetch a set", "Fetching of base80.tgz failed"] },
  "slow-mirror": {
    code: 5,
    says: ["phase sets: not done after 600 s", "--timeout"],
    late: /installing the sets/,
  },
  "wrong-checksum": { code: 4, says: ["a set changed on its way", "base80.tgz"] },
  "wrong-signature": { code: 4, says: ["does not accept the signature"] },
  "disk-full": { code: 1, says: ["a file system of the gateway is full", "disk.size"] },
  "hang:which disk": { code: 1, says: ["waits for an answer", "Which disk is the root disk?"] },
};

for (const [fault, { late, ...expected }] of Object.entries(EXPECTED)) {
  Deno.test(`fault: ${fault}`, async () => {
    await using bench = await rehearsalBench();
    const ran = late
      ? await bench.build(["--timeout", "10m"], {
        testing: { fault, heldLimit: 600_000 },
        when: late,
        act: (pid) => Deno.kill(pid, "SIGUSR1"),
      })
      : await bench.build([], { testing: { fault } });
    await bench.failed(ran, expected);
  });
}

Deno.test("a fault that does not exist, or for a real release, is refused", async () => {
  await using bench = await rehearsalBench();
  const testing = { fault: "no-such-fault" };
  await bench.failed(await bench.build([], { testing }), { code: 2, says: ["no fault named"] });
  await using real = await rehearsalBench('"7.9"');
  await real.failed(await real.build([], { testing: { fault: "panic" } }), {
    code: 2,
    says: ["faults are for rehearsals only"],
  });
});

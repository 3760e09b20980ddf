import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { refuseUnfit } from "./refuse.ts";
import type { Target } from "./target.ts";

const blank: Target = {
  path: "/dev/vg0/gw",
  realPath: "/dev/dm-3",
  kind: "block",
  size: 6 * 2 ** 30,
  readOnly: false,
  identities: ["253:3"],
  uses: [],
};

function refusal(target: Partial<Target>, consent = { yes: true, force: false }): GatewrightError {
  let caught: unknown;
  try {
    refuseUnfit({ ...blank, ...target }, 1 << 30, consent);
  } catch (error) {
    caught = error;
  }
  assert(caught instanceof GatewrightError, "it was not refused");
  assert(caught.next, "a refusal says what to type next");
  return caught;
}

Deno.test("a blank, free, large enough device is accepted", () => {
  refuseUnfit(blank, 1 << 30, { yes: true, force: false });
});

Deno.test("what is in use is refused even with --yes and --force, and every use is named", () => {
  const error = refusal({ uses: ["mounted on /srv", "used as swap"] }, { yes: true, force: true });
  assert.match(error.why ?? "", /mounted on \/srv; used as swap/);
});

Deno.test("the disk of a domain is refused with what libvirt calls the way out", () => {
  const told = (state: string) => {
    const { code, next } = refusal({ uses: [`disk of the domain hq (${state})`] });
    return `${code}: ${next}`;
  };
  assert.match(told("running"), /^in-use: virsh shutdown hq/);
  assert.equal(told("shut off"), "in-use-by-domain: virsh undefine --nvram hq");
});

Deno.test("a read-only or too small target is refused whatever was allowed", () => {
  assert.match(refusal({ readOnly: true }, { yes: true, force: true }).message, /read-only/);
  const small = refusal({ size: 1000 }, { yes: true, force: true });
  assert.match(small.why ?? "", /1073741824 bytes needed, 1000 there/);
  assert.match(small.next ?? "", /lvextend -L 1024M \/dev\/vg0\/gw/);
});

Deno.test("an NBD device that is not connected is refused with what connects it", () => {
  const nbd = { path: "/dev/nbd0", realPath: "/dev/nbd0", size: 0 };
  assert.match(refusal(nbd).next ?? "", /nbd-client HOST \/dev\/nbd0/);
});

Deno.test("what is not blank needs --force, also with --yes", () => {
  const error = refusal({ content: 'ext4 "data"' });
  assert.match(error.why ?? "", /ext4 "data"/);
  assert.equal(error.code, "needs-force");
  refuseUnfit({ ...blank, content: "ext4" }, 1, { yes: true, force: true });
});

Deno.test("without consent nothing is written, and a file that is absent is not overwritten", () => {
  const error = refusal({}, { yes: false, force: false });
  assert.equal(error.kind, "usage");
  assert.equal(error.code, "needs-consent");
  assert.match(error.message, /would be overwritten/);
  const absent = refusal({ kind: "absent", size: 0 }, { yes: false, force: false });
  assert.match(absent.message, /would be made/);
});

Deno.test("a device that the image just fits on is accepted, and one byte less is not", () => {
  refuseUnfit({ ...blank, size: 1 << 30 }, 1 << 30, { yes: true, force: false });
  assert.match(refusal({ size: (1 << 30) - 1 }).message, /too small/);
});

Deno.test("a file that holds something needs --force; a blank and a new one do not", () => {
  const file = { kind: "file", size: 5 } as const;
  assert.match(refusal({ ...file, content: "unknown data" }).message, /not blank/);
  refuseUnfit({ ...blank, ...file, content: "x" }, 1 << 30, { yes: true, force: true });
  refuseUnfit({ ...blank, ...file }, 1 << 30, { yes: true, force: false });
  refuseUnfit({ ...blank, kind: "absent", size: 0 }, 1 << 30, { yes: true, force: false });
});

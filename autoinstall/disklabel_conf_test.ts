import assert from "node:assert/strict";
import type { Disk } from "../gateway/gateway.ts";
import { testGateway } from "../test/gateway.ts";
import { renderDisklabelConf } from "./disklabel_conf.ts";

function template(layout: Disk["layout"]): string | undefined {
  return renderDisklabelConf(testGateway({ disk: { size: 6144, layout } }));
}

Deno.test("disklabel.conf: one root and a small swap, as OpenBSD 6.6 took it", () => {
  assert.equal(template("single"), "/ 300M-* 95%\nswap 64M 5%\n");
});

Deno.test("disklabel.conf: OpenBSD's own layout needs none", () => {
  assert.equal(template("auto"), undefined);
});

Deno.test("disklabel.conf: the partition that grows goes last, where disklabel(8) gives it the rest", () => {
  assert.equal(
    template([
      { mount: "/", size: 1024, grow: false },
      { mount: "/var", size: 2048, grow: true },
      { mount: "swap", size: 256, grow: false },
    ]),
    "/ 1024M\nswap 256M\n/var 2048M-*\n",
  );
});

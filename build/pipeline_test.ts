import assert from "node:assert/strict";
import { INSTALLATION, STAMP } from "./pipeline.ts";

Deno.test("an installation's steps: nothing is sealed before it was judged, nothing published before it was sealed", () => {
  assert.deepEqual(INSTALLATION.names, [
    "folder",
    "scratch",
    "log",
    "mirror",
    "render",
    "machine",
    "disk",
    "install",
    "inspect",
    "bmap",
    "companions",
    "verify",
    "manifest",
    "publish",
  ]);
});

Deno.test("a stamp has an identity of its own before it is judged and sealed", () => {
  const { names } = STAMP;
  const at = (name: string) => names.indexOf(name);
  assert.deepEqual(names.filter((name) => !INSTALLATION.names.includes(name)), [
    ...["copy", "stamp", "identity", "overlay"],
  ]);
  assert(at("copy") < at("stamp") && at("stamp") < at("identity"));
  assert(at("identity") < at("inspect") && at("inspect") < at("manifest"));
  assert(at("verify") < at("overlay") && at("overlay") < at("manifest"));
  assert.equal(names.at(-1), "publish");
});

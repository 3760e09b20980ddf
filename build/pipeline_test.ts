import assert from "node:assert/strict";
import { INSTALLATION, STAMP } from "./pipeline.ts";

Deno.test("an installation's steps: nothing is published before it was inspected and hashed", () => {
  assert.deepEqual(INSTALLATION.names, [
    "folder",
    "scratch",
    "log",
    "mirror",
    "render",
    "machine",
    "disk",
    "install",
    "tools",
    "inspect",
    "bmap",
    "companions",
    "verify",
    "manifest",
    "publish",
  ]);
});

Deno.test("a stamp has an identity of its own before it is inspected and hashed", () => {
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

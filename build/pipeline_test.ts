import assert from "node:assert/strict";
import { INSTALLATION } from "./pipeline.ts";

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
    "companions",
    "verify",
    "manifest",
    "publish",
  ]);
});

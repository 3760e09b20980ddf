import assert from "node:assert/strict";
import bcrypt from "bcryptjs";
import { wellKnown } from "./well_known.ts";

Deno.test("an empty password, a common one and the login name are known, in clear and hashed", async () => {
  for (const word of ["", "password", "paul"]) {
    assert(await wellKnown(word, ["paul"]), word);
    assert(await wellKnown(bcrypt.hashSync(word, 4), ["paul"]), word);
  }
  assert(await wellKnown("PassWord", []));
  for (const word of ["correct horse", "anna", "password1"]) {
    assert(!await wellKnown(word, ["paul"]), word);
    assert(!await wellKnown(bcrypt.hashSync(word, 4), ["paul"]), word);
  }
  // Nobody waits for a hash that is made to be slow.
  assert(!await wellKnown(`$2b$31$${"x".repeat(53)}`, []));
});

import assert from "node:assert/strict";
import { hostnameWord, hostnameWordFault } from "./hostname_word.ts";

Deno.test("words of hostname.if: plain ones stay, others are quoted, what netstart would change is refused", () => {
  assert.equal(hostnameWord("s3cret-Word+/="), "s3cret-Word+/=");
  assert.equal(hostnameWord("two words $HOME #1"), "'two words $HOME #1'");
  assert.equal(hostnameWord("Bob's"), `'Bob'"'"'s'`);
  for (const good of ["a b", "a'b", 'a"b', "*", "$(reboot)", "#"]) {
    assert.equal(hostnameWordFault(good), undefined, good);
  }
  for (const bad of ["a\\b", "a  b", "a\tb", "a\nb", "a\u2028b"]) {
    assert.match(hostnameWordFault(bad)!, /netstart|control/, bad);
    assert(!hostnameWordFault(bad)!.includes(bad));
  }
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { shownUrl, withoutPasswords } from "./shown_url.ts";

Deno.test("a URL is shown without user, password and tokens", () => {
  for (
    const url of [
      "https://me:secret@mirror.example.net/pub/OpenBSD",
      "https://secret@mirror.example.net/pub/OpenBSD",
      "https://me:sec:r@et@mirror.example.net/pub/OpenBSD?token=secret#secret",
    ]
  ) assert.equal(shownUrl(url), "https://mirror.example.net/pub/OpenBSD");
  assert.equal(shownUrl("http://10.0.0.1:8080/a"), "http://10.0.0.1:8080/a");
  assert.equal(shownUrl("no url"), "no url");
  assert.equal(shownUrl("https://me:secret@:x"), "https://***@:x");
});

Deno.test("no password of a URL is left in a text, and nothing else is changed", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9:@!$%&*+,.;=~_-]{4,20}$/);
  fc.assert(fc.property(word, word, (user, password) => {
    const url = `http://${user.replaceAll(":", "")}:${password}@mirror.example.net/a`;
    const text = `cannot get ${url} (proxy ${url}), see "${url}"`;
    assert.equal(
      withoutPasswords(text),
      text.replaceAll(url, "http://***@mirror.example.net/a"),
    );
  }));
  for (
    const text of [
      "qemu+ssh://root@kvm2/system",
      "https://[2001:db8::1]:8443/a@b",
      "mail me@example.net: about http://x/y:z@w",
      "file:///a/b:c@d",
      "https: me@example.net",
    ]
  ) assert.equal(withoutPasswords(text), text);
  for (const slashes of ["", "/"]) {
    const typo = `https:${slashes}me:secret@mirror.example.net/a`;
    assert.equal(withoutPasswords(typo), `https:${slashes}***@mirror.example.net/a`);
  }
});

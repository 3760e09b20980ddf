import assert from "node:assert/strict";
import { SharedValues } from "./shared_values.ts";

Deno.test("a thing is made once, kept until the end, and made again where that failed", async () => {
  const said: string[] = [];
  const thing = (name: string) => () => {
    said.push(`made ${name}`);
    return Promise.resolve({ name, [Symbol.dispose]: () => void said.push(`gone ${name}`) });
  };
  {
    await using shared = new SharedValues();
    const [a, again] = await Promise.all([
      shared.get("a", thing("a")),
      shared.get("a", thing("a")),
    ]);
    assert.equal(a, again);
    await assert.rejects(shared.get("b", () => Promise.reject(new Error("no room"))), /no room/);
    await shared.get("b", thing("b"));
    assert.deepEqual(said, ["made a", "made b"]);
  }
  assert.deepEqual(said, ["made a", "made b", "gone b", "gone a"]);
});

import assert from "node:assert/strict";
import { unknownName } from "./unknown_name.ts";

const said = (given: string, names: string[]) =>
  unknownName(given, {
    says: "there is no tunnel",
    names,
    where: "a.yaml",
    none: "gatewright explain tunnels",
  })
    .format();

Deno.test("the error for an unknown name lists the names that exist, and the nearest", () => {
  const near = said("branhc10", ["branch10", "head"]);
  assert.match(near, /a\.yaml: there is no tunnel branhc10/);
  assert.match(near, /why: the description has branch10, head$/m);
  assert.match(near, /next: did you mean branch10\?$/m);
  const far = said("zzzzzzzz", ["branch10", "head"]);
  assert.match(far, /why: the description has branch10, head$/m);
  assert.match(far, /next: name one of them$/m);
});

Deno.test("where there are no names, the error says what to type; of very many, some are listed", () => {
  const none = said("head", []);
  assert.match(none, /why: the description has none$/m);
  assert.match(none, /next: gatewright explain tunnels$/m);
  const names = (count: number) => Array.from({ length: count }, (_, at) => `t${at}`);
  assert.match(said("zzzzzzzz", names(20)), /, t19$/m);
  assert.match(said("zzzzzzzz", names(22)), /, t19 and 2 more$/m);
});

import assert from "node:assert/strict";
import { Pipeline, type Step } from "./step.ts";

/** Steps that write down what happens to them. */
function recorded() {
  const said: string[] = [];
  const step = <Name extends string>(
    name: Name,
    more: Partial<Step<object, Record<Name, number>>> = {},
  ): Step<object, Record<Name, number>> => ({
    name,
    run(given) {
      said.push(`${name}(${Object.keys(given)})`);
      return { [name]: said.length } as Record<Name, number>;
    },
    undo: () => {
      said.push(`undo ${name}`);
    },
    ...more,
  });
  return { said, step };
}

Deno.test("steps run in order, each with what the earlier ones gave, and are undone backwards", async () => {
  const { said, step } = recorded();
  const pipeline = Pipeline.begin<{ job: string }>().add(step("a")).add(step("b"));
  assert.deepEqual(pipeline.names, ["a", "b"]);
  assert.deepEqual(await pipeline.run({ job: "x" }), { job: "x", a: 1, b: 2 });
  assert.deepEqual(said, ["a(job)", "b(job,a)", "undo b", "undo a"]);
});

Deno.test("a failure undoes what had run, and earlier steps explain it, the nearest first", async () => {
  const { said, step } = recorded();
  const explain = (word: string) => ({
    explain: (error: unknown) => new Error(`${(error as Error).message} ${word}`),
  });
  const pipeline = Pipeline.begin<object>()
    .add(step("a", explain("far"))).add(step("b", explain("near")))
    .add(step("c", { run: () => Promise.reject(new Error("c failed")), ...explain("itself") }))
    .add(step("d"));
  await assert.rejects(pipeline.run({}), { message: "c failed near far" });
  assert.deepEqual(said, ["a()", "b(a)", "undo b", "undo a"]);
});

Deno.test("an undoing that fails keeps no other from happening, and does not hide the first failure", async () => {
  const { said, step } = recorded();
  const stuck = { undo: () => Promise.reject(new Error("stuck")) };
  const good = Pipeline.begin<object>().add(step("a")).add(step("b", stuck));
  await assert.rejects(good.run({}), { message: "stuck" });
  assert.deepEqual(said.splice(0), ["a()", "b(a)", "undo a"]);
  const bad = good.add(step("c", { run: () => Promise.reject(new Error("first")) }));
  await assert.rejects(bad.run({}), { message: "first" });
  assert.deepEqual(said, ["a()", "b(a)", "undo a"]);
});

Deno.test("no step begins after the signal", async () => {
  const { said, step } = recorded();
  const abort = new AbortController();
  const pipeline = Pipeline.begin<object>()
    .add(step("a", {
      run() {
        abort.abort(new Error("enough"));
        return { a: 1 };
      },
    })).add(step("b"));
  await assert.rejects(pipeline.run({}, abort.signal), { message: "enough" });
  assert.deepEqual(said, ["undo a"]);
});

/**
 * Reads the text format of Prometheus (version 0.0.4) as strictly as a collector does.
 * @module
 */
import assert from "node:assert/strict";

/** One value. */
export interface Sample {
  /** Of the metric. */
  name: string;
  /** By name. */
  labels: Map<string, string>;
  value: number;
}

/** Every value of `text`; fails where the format is not kept. */
export function readMetrics(text: string): Sample[] {
  assert(text.endsWith("\n"), "the last line has no end");
  const samples: Sample[] = [];
  const types = new Map<string, string>();
  const done = new Set<string>();
  let current = "";
  for (const line of text.slice(0, -1).split("\n")) {
    const head = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/.exec(line);
    const name = head?.[2] ?? /^[a-zA-Z_:][a-zA-Z0-9_:]*/.exec(line)?.[0];
    assert(name, `no metric: ${line}`);
    if (name !== current) {
      // All lines of a metric are one group.
      assert(!done.has(name), `${name} appears twice`);
      done.add(name);
      current = name;
    }
    if (head) {
      if (head[1] === "TYPE") {
        assert.match(head[3]!, /^(counter|gauge|untyped)$/);
        assert(!types.has(name));
        types.set(name, head[3]!);
      }
      continue;
    }
    assert(types.has(name), `${name} has no type`);
    const sample = /^[^{ ]+(\{(.*)\})? (-?\d+(\.\d+)?)$/.exec(line);
    assert(sample, `no sample: ${line}`);
    const labels = new Map<string, string>();
    let rest = sample[2] ?? "";
    while (rest !== "") {
      const label = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(,|$)/.exec(rest);
      assert(label, `no label: ${rest}`);
      labels.set(label[1]!, label[2]!);
      rest = rest.slice(label[0].length);
    }
    const twin = samples.some((one) =>
      one.name === name && JSON.stringify([...one.labels]) === JSON.stringify([...labels])
    );
    assert(!twin, `twice: ${line}`);
    samples.push({ name, labels, value: Number(sample[3]) });
  }
  return samples;
}

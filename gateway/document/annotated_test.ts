import assert from "node:assert/strict";
import { readDocument } from "../load/load.ts";
import { parseDescriptionDocument } from "./document.ts";
import { annotatedYaml, placedValues, resolvedData } from "./annotated.ts";

const HALF = new URL("../../examples/office/gw2.yaml", import.meta.url).pathname;

Deno.test("a description that extends another is shown with the file of each value", async () => {
  const document = await readDocument(HALF);
  const places = new Map(placedValues(document).map((one) => [one.path, one]));
  const place = (path: string) => {
    const { value, file, line } = places.get(path)!;
    return [value, file.split("/").at(-1), line];
  };
  assert.deepEqual(place("hostname"), ["gw2.example.net", "gw2.yaml", 3]);
  assert.deepEqual(place("network.interfaces[0].description"), ["provider", "office.yaml", 9]);
  assert.deepEqual(place("network.interfaces[0].address"), ["203.0.113.12/28", "gw2.yaml", 6]);
  assert.deepEqual(place("network.interfaces[4].carp.vhid"), [1, "office.yaml", 15]);
  assert.deepEqual(place("network.interfaces[4].carp.advskew"), [100, "gw2.yaml", 10]);
  assert.deepEqual(place("failover.interface"), ["vio2", "office.yaml", 52]);
  assert.deepEqual(place("failover.peer"), ["10.255.0.1", "gw2.yaml", 13]);
  assert(!places.has("extends"));
});

Deno.test("what is shown is a description that says the same by itself", async () => {
  const document = await readDocument(HALF);
  const text = annotatedYaml(document);
  assert.match(text, /^hostname: gw2\.example\.net # .*gw2\.yaml:3:11$/m);
  assert.match(text, /^ +vhid: 1 # .*office\.yaml:15:21$/m);
  const again = parseDescriptionDocument(text, "shown.yaml");
  assert.deepEqual(again.problems, []);
  assert.deepEqual(again.data, resolvedData(document));
});

Deno.test("what YAML would misread is shown so that it is read again", () => {
  const source =
    'hostname: "8.0"\nfiles:\n  - {path: /etc/x, content: "a: b\\n# c\\n", mode: "0644"}\npackages: []\n';
  const document = parseDescriptionDocument(source, "gw.yaml");
  const again = parseDescriptionDocument(annotatedYaml(document), "shown.yaml");
  assert.deepEqual(again.data, document.data);
  assert.deepEqual(placedValues(document).at(-1), {
    path: "packages",
    value: [],
    file: "gw.yaml",
    line: 4,
    column: 11,
  });
});

import assert from "node:assert/strict";
import { join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { loadGateway } from "./load.ts";

const PART = `release: "8.0"
network:
  interfaces: [{name: vio0}]
`;
const WHOLE = `extends: office.yaml
hostname: gw1.example.net
network:
  interfaces: [{name: vio0, address: 10.0.0.2/24}]
  gateway: 10.0.0.1
`;

async function withFolder(files: Record<string, string>, work: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(join(folder, name), text);
    }
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function refusal(file: string): Promise<string> {
  try {
    await loadGateway(file);
  } catch (error) {
    if (error instanceof GatewrightError) return error.message;
    throw error;
  }
  return "";
}

Deno.test("the common part of others says which to check, and nothing of what it lacks", async () => {
  const files = {
    "office.yaml": PART,
    "gw1.yaml": WHOLE,
    "gw2.yml": WHOLE,
    "broken.yaml": "extends: [",
  };
  await withFolder(files, async (folder) => {
    const said = await refusal(join(folder, "office.yaml"));
    const [gw1, gw2] = ["gw1.yaml", "gw2.yml"].map((name) => join(folder, name));
    assert.match(
      said,
      /^[^\n]+:1:1: error: this is the common part of [^\n]+; check those instead$/,
    );
    assert(said.includes(`${gw1}, ${gw2};`), said);
    assert.equal(await refusal(gw1!), "");
  });
});

Deno.test("a description that nobody extends, or that has a host name, is checked by itself", async () => {
  await withFolder({ "office.yaml": PART, "other.yaml": PART }, async (folder) => {
    assert.match(await refusal(join(folder, "office.yaml")), /the field hostname is missing/);
  });
  const named = `hostname: gw.example.net\n${PART}`;
  await withFolder({ "office.yaml": named, "gw1.yaml": WHOLE }, async (folder) => {
    assert.doesNotMatch(await refusal(join(folder, "office.yaml")), /common part/);
  });
});

Deno.test("where a folder is given, the descriptions in it are named", async () => {
  await withFolder({ "hq.yaml": WHOLE, "notes.txt": "" }, async (folder) => {
    const error = await loadGateway(folder).then(() => undefined, (error) => error);
    assert(error instanceof GatewrightError);
    assert.equal(error.next, `name a file in it: ${join(folder, "hq.yaml")}`);
  });
  await withFolder({}, async (folder) => {
    const error = await loadGateway(folder).then(() => undefined, (error) => error);
    assert.match((error as GatewrightError).next ?? "", /^name a YAML file/);
  });
});

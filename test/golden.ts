/**
 * Whole site trees of a few gateways, kept as files that people can read: `deno task golden` writes
 * them anew, site/golden_test.ts compares.
 * @module
 */
import { siteFiles } from "../site/files.ts";
import { loadGateway } from "../gateway/load/load.ts";
import { networkSecrets } from "../gateway/secrets/network_secrets.ts";
import { testSecrets } from "./gateway.ts";

const root = new URL("..", import.meta.url);

/** Descriptions by the name of their golden tree in site/testdata. */
export const GOLDENS: Record<string, string> = {
  "legacy": "examples/legacy.yaml",
  "hq": "examples/hq.yaml",
  "hq-ikev2": "examples/hq-ikev2.yaml",
  "six": "site/testdata/six.yaml",
  "filtered": "site/testdata/filtered.yaml",
  "kinds": "site/testdata/kinds.yaml",
};

/** The folder of a golden tree, with a slash at its end. */
export function goldenFolder(name: string): URL {
  return new URL(`site/testdata/${name}/`, root);
}

/** Texts by path: every file of the set, and `tree.txt` with modes and owners. */
export async function goldenTree(name: string): Promise<Map<string, string>> {
  const { gateway } = await loadGateway(new URL(GOLDENS[name]!, root).pathname);
  // The name that messages begin with is a path of this machine.
  gateway.file = GOLDENS[name]!;
  const psks = Object.fromEntries(
    gateway.tunnels.map((tunnel) => [tunnel.name, `psk-of-${tunnel.name}-for-the-goldens`]),
  );
  const network = Object.fromEntries(
    networkSecrets(gateway).map(({ key }) => [key, `secret of ${key}`]),
  );
  const files = siteFiles(gateway, testSecrets({ psks, network }));
  const rows = files.map(({ path, mode, owner = "root", group = "wheel" }) =>
    `${mode.toString(8).padStart(4, "0")} ${owner}:${group} ${path}\n`
  );
  return new Map([
    ["tree.txt", rows.join("")],
    ...files.map((file): [string, string] => [
      file.path,
      typeof file.content === "string" ? file.content : new TextDecoder().decode(file.content),
    ]),
  ]);
}

/** Writes one golden tree anew. */
async function writeGolden(name: string): Promise<void> {
  const folder = goldenFolder(name);
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  for (const [path, text] of await goldenTree(name)) {
    const file = new URL(path, folder);
    await Deno.mkdir(new URL(".", file), { recursive: true });
    await Deno.writeTextFile(file, text);
  }
}

if (import.meta.main) {
  for (const name of Object.keys(GOLDENS)) await writeGolden(name);
}

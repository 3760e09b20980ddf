/**
 * Whole site trees of a few gateways, kept as files that people can read: `deno task golden` writes
 * them anew, site/golden_test.ts compares.
 * @module
 */
import { siteFiles, siteRevision } from "../site/files.ts";
import { loadGateway } from "../gateway/load/load.ts";
import { networkSecrets } from "../gateway/secrets/network_secrets.ts";
import { FAR_END_KINDS } from "../site/far_end/kinds.ts";
import { GatewrightError } from "../host/error.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { Tunnel } from "../gateway/tunnel.ts";
import { testGateway, testPhase, testRouter, testSecrets, testTunnel } from "./gateway.ts";
import { bytesOf } from "../site/file.ts";

const root = new URL("..", import.meta.url);

/** Descriptions by the name of their golden tree in site/testdata. */
export const GOLDENS: Record<string, string> = {
  "legacy": "site/testdata/legacy.yaml",
  "hq": "examples/hq.yaml",
  "hq-ikev2": "site/testdata/hq-ikev2.yaml",
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
      // Any change of any file would change it.
      new TextDecoder().decode(bytesOf(file)).replace(siteRevision(gateway), "0123456789ab"),
    ]),
  ]);
}

/** The folder of the far ends, with a slash at its end. */
export const FAR_END_GOLDENS = new URL("site/testdata/far_end/", root);

/** What each kind of far end is told of the example's tunnel and of one of IKEv2, by file name. */
export function farEndGoldens(): Map<string, string> {
  const ikev2 = testTunnel({
    ike: 2,
    dstid: "branch.example.net",
    phase1: testPhase(86400, { group: "ecp256" }),
    phase2: { sets: [{ enc: "aes-256-gcm", group: "ecp256" }], lifetime: 3600 },
  });
  return new Map(
    [...FAR_END_KINDS.keys()].flatMap((kind): [string, string][] => [
      [`${kind}-legacy.txt`, farEndText(kind, testGateway(), testTunnel())],
      [`${kind}-ikev2.txt`, farEndText(kind, testRouter(), ikev2)],
    ]),
  );
}

/** Everything that is said, or the complaint. */
function farEndText(kind: string, gateway: Gateway, tunnel: Tunnel): string {
  try {
    const { files, commands, diagnostics = [], notes } = FAR_END_KINDS.get(kind)!(
      gateway,
      tunnel,
      {},
    );
    return [
      ...files.map(({ path, text }) => `[${path}]\n${text}`),
      "[commands]",
      ...commands,
      "[diagnostics]",
      ...diagnostics,
      "[notes]",
      ...notes,
      "",
    ].join("\n");
  } catch (error) {
    if (!(error instanceof GatewrightError)) throw error;
    return `${error.message}\n  why: ${error.why}\n  next: ${error.next}\n`;
  }
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
  await Deno.mkdir(FAR_END_GOLDENS, { recursive: true });
  for (const [name, text] of farEndGoldens()) {
    await Deno.writeTextFile(new URL(name, FAR_END_GOLDENS), text);
  }
}

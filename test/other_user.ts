/**
 * Another user of the host, who looks on while a build runs.
 * @module
 */
import { join } from "node:path";
import { type Attack, type Findings, listening } from "./attack/other_user.ts";

/** User and group that own nothing. */
const NOBODY = "65534";

/** Another user can only be played by root. */
export const canBeOtherUser: boolean = Deno.uid() === 0;

/**
 * Has user nobody try {@linkcode Attack} again and again; `stop` ends that and gives what came of it.
 * The program runs from a folder that everybody can read.
 */
export async function attackAsNobody(
  attack: Omit<Attack, "old" | "paths" | "builder">,
): Promise<{ stop(): Promise<Findings> }> {
  const old = listening();
  const folder = await Deno.makeTempDir({ prefix: "gw-nobody-" });
  await Deno.chmod(folder, 0o755);
  const deno = join(folder, "deno");
  await Deno.copyFile(Deno.execPath(), deno);
  const program = join(folder, "attack.ts");
  await Deno.copyFile(new URL("attack/other_user.ts", import.meta.url), program);
  const versions = ["6.6", "7.9", "8.0"].flatMap((version) => [
    `/pub/OpenBSD/${version}/amd64/index.txt`,
    `/pub/OpenBSD/${version}/amd64/site${version.replace(".", "")}.tgz`,
    `/${version}/amd64/site${version.replace(".", "")}.tgz`,
    `/site${version.replace(".", "")}.tgz`,
  ]);
  const paths = [
    "/",
    "/index.txt",
    "/pub/OpenBSD/",
    "/install.conf",
    "/../etc/passwd",
    ...versions,
  ];
  const child = new Deno.Command("setpriv", {
    args: [
      ...["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--no-new-privs", "--"],
      ...[deno, "run", "-A", "--no-check", "--no-config", "--quiet", program],
    ],
    cwd: "/",
    clearEnv: true,
    env: { PATH: "/usr/bin:/bin", HOME: folder, DENO_DIR: "/nonexistent" },
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(
    new TextEncoder().encode(`${JSON.stringify({ ...attack, old, paths, builder: Deno.pid })}\n`),
  );
  return {
    async stop() {
      await writer.close();
      const { stdout } = await child.output();
      await Deno.remove(folder, { recursive: true });
      return JSON.parse(new TextDecoder().decode(stdout));
    },
  };
}

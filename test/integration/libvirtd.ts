/**
 * A real libvirtd of the test's own: its files, its bridges and its guests are seen by nobody else.
 * @module
 */

/** Runs inside namespaces: libvirtd's usual places are folders of the test there. */
const INSIDE = `
set -e
PATH=$PATH:/usr/sbin:/sbin
dir=$1
for place in /etc/libvirt /run/libvirt /var/lib/libvirt /var/log/libvirt /var/cache/libvirt; do
	mkdir -p "$place" "$dir$place"
done
printf '%s\\n' 'user = "root"' 'group = "root"' 'security_driver = "none"' 'namespaces = []' \\
	'cgroup_controllers = []' 'stdio_handler = "file"' 'remember_owner = 0' >"$dir/etc/libvirt/qemu.conf"
for place in /etc/libvirt /run/libvirt /var/lib/libvirt /var/log/libvirt /var/cache/libvirt; do
	mount --bind "$dir$place" "$place"
done
ip link set lo up
ip link add br0 type bridge
ip link set br0 up
printf '%s\\n' 'unix_sock_dir = "'"$dir"'"' 'auth_unix_rw = "none"' 'auth_unix_ro = "none"' \\
	"host_uuid = \\"$(cat /proc/sys/kernel/random/uuid)\\"" \\
	'log_outputs = "3:file:'"$dir"'/log"' >"$dir/libvirtd.conf"
libvirtd -f "$dir/libvirtd.conf" -p "$dir/pid" &
wait
`;

/** A running libvirtd; `await using` ends it and every guest that it started. */
export class Libvirtd {
  private constructor(
    private readonly child: Deno.ChildProcess,
    private readonly folder: string,
    /** What `--connect` takes. */
    readonly uri: string,
  ) {}

  /** Starts one; undefined, after a line that says why, where this machine does not allow it. */
  static async start(): Promise<Libvirtd | undefined> {
    const folder = await Deno.makeTempDir({ prefix: "gatewright-libvirtd-" });
    const child = new Deno.Command("setpriv", {
      // Whatever happens to the test, nothing stays behind.
      args: ["--pdeathsig", "KILL", "unshare", "-m", "-n", "-p", "--fork", "--kill-child"]
        .concat("--mount-proc", "sh", "-c", INSIDE, "libvirtd", folder),
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    const stderr = new Response(child.stderr).text();
    const socket = `${folder}/libvirt-sock`;
    const libvirtd = new Libvirtd(child, folder, `qemu+unix:///system?socket=${socket}`);
    let ended = false;
    child.status.then(() => ended = true);
    {
      using watcher = Deno.watchFs(folder);
      if (!await exists(socket)) {
        const stop = child.status.then(() => watcher.close());
        for await (const _ of watcher) if (await exists(socket)) break;
        stop.catch(() => {});
      }
    }
    if (await exists(socket) && !ended) {
      libvirtd.#stderr = stderr;
      return libvirtd;
    }
    console.log(`libvirtd: skipped, it does not run here: ${(await stderr).trim().split("\n")[0]}`);
    await Deno.remove(folder, { recursive: true });
    return undefined;
  }

  #stderr: Promise<string> = Promise.resolve("");

  /** virsh with this libvirtd; its standard output. */
  async virsh(...args: string[]): Promise<string> {
    const { success, stdout, stderr } = await new Deno.Command("virsh", {
      args: ["-q", "-c", this.uri, ...args],
      env: { LC_ALL: "C" },
      stdin: "null",
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    return new TextDecoder().decode(stdout);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill("SIGKILL");
    await this.child.status;
    await this.#stderr;
    await Deno.remove(this.folder, { recursive: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

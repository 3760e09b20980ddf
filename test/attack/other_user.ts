/**
 * What another user of the host tries while a build runs. Started by `test/other_user.ts` as that
 * user; it writes a line once it looks on, and a {@linkcode Findings} in JSON when its standard input ends.
 * @module
 */

/** What is tried: a line of JSON on standard input. */
export interface Attack {
  /** Ports that listened before the build began; taken by the starter, so that none is missed. */
  old: number[];
  /** Folders that are walked, as far as that goes. */
  folders: string[];
  /** Words that must not be found. */
  secrets: string[];
  /** Paths that every new port is asked for. */
  paths: string[];
  /** The process whose children build: other programs of the host may name a commit or a hash. */
  builder: number;
  /**
   * Of those, only processes that name it in their arguments, and what they started: other tests
   * build at the same time. Default: all.
   */
  named?: string;
}

/** What came of it. */
export interface Findings {
  /** Places where a secret was read, and sockets that took a connection. */
  open: string[];
  /** Answers other than 404 and 400, by port: `200 /index.txt`. */
  answers: { port: number; answer: string }[];
  /** Requests that were answered. */
  requests: number;
  /** Long hexadecimal words in the builder's argument lists: names that a mirror could have. */
  words: string[];
  /** Paths that were looked at. */
  inspected: number;
}

/** Ports that listen on 127.0.0.1 or on all addresses, and the inodes of their sockets (proc(5), /proc/net/tcp and tcp6). */
export function listening(): Map<number, string> {
  const lines = ["tcp", "tcp6"].flatMap((name) =>
    Deno.readTextFileSync(`/proc/net/${name}`).split("\n")
  );
  return new Map(lines.flatMap((line): [number, string][] => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    const match = /^(?:0100007F|[0F]*(?:0100007F|01000000)?):([0-9A-F]{4})$/.exec(local ?? "");
    return match && state === "0A" ? [[parseInt(match[1]!, 16), inode!]] : [];
  }));
}

/** The ports among those that programs below `ancestor` listen on; only their owner can tell. */
export function portsOf(ancestor: number, named?: string): number[] {
  const sockets = socketsOf(ancestor, named);
  return [...listening()].flatMap(([port, inode]) => sockets.has(inode) ? [port] : []);
}

/** Abstract sockets of programs below `ancestor` (unix(7), /proc/net/unix): no folder closes them to other users. */
export function abstractOf(ancestor: number, named?: string): string[] {
  const sockets = socketsOf(ancestor, named);
  return Deno.readTextFileSync("/proc/net/unix").split("\n").flatMap((line) => {
    const [, , , , , , inode, name] = line.trim().split(/\s+/);
    return name?.startsWith("@") && sockets.has(inode!) ? [name] : [];
  });
}

/** The inodes of the sockets of programs below `ancestor`; for `named` see {@linkcode descends}. */
function socketsOf(ancestor: number, named?: string): Set<string> {
  const sockets = new Set<string>();
  for (const { name } of Deno.readDirSync("/proc")) {
    if (!/^\d+$/.test(name) || !descends(Number(name), ancestor, named)) continue;
    try {
      for (const fd of Deno.readDirSync(`/proc/${name}/fd`)) {
        const [, inode] =
          /^socket:\[(\d+)\]$/.exec(Deno.readLinkSync(`/proc/${name}/fd/${fd.name}`)) ??
            [];
        if (inode) sockets.add(inode);
      }
    } catch { /* it has ended */ }
  }
  return sockets;
}

/**
 * Whether a process is `ancestor` or was started below it (proc(5), /proc/pid/stat); and, with
 * `named`, whether that is in its arguments or in those of one between them.
 */
export function descends(pid: number, ancestor: number, named = ""): boolean {
  let isNamed = named === "";
  for (let at = pid; at > 1;) {
    if (at === ancestor) return isNamed;
    try {
      isNamed ||= Deno.readTextFileSync(`/proc/${at}/cmdline`).includes(named);
      // The name in parentheses may hold blanks and parentheses itself.
      const stat = Deno.readTextFileSync(`/proc/${at}/stat`);
      at = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    } catch {
      return false; // it has ended
    }
  }
  return false;
}

/** Tries everything once. */
class Attacker {
  readonly #open = new Set<string>();
  readonly #answers = new Map<string, { port: number; answer: string }>();
  readonly #words = new Set<string>();
  readonly #old: ReadonlySet<number>;
  readonly #held = new Map<number, Deno.Conn>();
  #requests = 0;
  #inspected = 0;

  constructor(private readonly attack: Attack) {
    this.#old = new Set(attack.old);
  }

  async round(): Promise<void> {
    for (const port of listening().keys()) {
      if (this.#old.has(port)) continue;
      await this.#hold(port);
      for (const path of this.attack.paths) await this.#ask(port, path);
    }
    for (const folder of this.attack.folders) await this.#walk(folder);
    this.#processes();
  }

  findings(): Findings {
    return {
      open: [...this.#open],
      answers: [...this.#answers.values()],
      requests: this.#requests,
      words: [...this.#words],
      inspected: this.#inspected,
    };
  }

  /** A connection that asks half a question and never reads: it must not hold up the end. */
  async #hold(port: number): Promise<void> {
    if (this.#held.has(port)) return;
    try {
      const connection = await Deno.connect({ hostname: "127.0.0.1", port });
      this.#held.set(port, connection);
      await connection.write(new TextEncoder().encode("GET / HTTP/1.1\r\nHost: a\r\nRange:"));
    } catch { /* the build has ended */ }
  }

  async #ask(port: number, path: string): Promise<void> {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      const text = await answer.text();
      this.#requests++;
      if (![400, 404].includes(answer.status)) {
        const one = { port, answer: `${answer.status} ${path}` };
        this.#answers.set(`${port} ${one.answer}`, one);
      }
      this.#secret(text, `port ${port}`);
    } catch { /* the build has ended, or it is no HTTP */ }
  }

  async #walk(folder: string): Promise<void> {
    try {
      for (const { name, isDirectory, isFile } of Deno.readDirSync(folder)) {
        const path = `${folder}/${name}`;
        this.#inspected++;
        if (isDirectory) {
          this.#putInto(path);
          await this.#walk(path);
        } else if (isFile) this.#read(path);
        else await this.#connect(path);
      }
    } catch { /* it cannot be read: good */ }
  }

  /** Everybody may put files into a sticky folder, and nobody may move those of others. */
  #moveIn(folder: string): void {
    for (const { name } of Deno.readDirSync(folder)) {
      const path = `${folder}/${name}`;
      try {
        Deno.renameSync(path, `${path}.moved`);
        this.#open.add(`${path} can be moved`);
        Deno.renameSync(`${path}.moved`, path);
      } catch { /* it cannot be moved, or is gone: good */ }
    }
  }

  /** A file in a folder of the build's could be in the place of one that it is going to make. */
  #putInto(folder: string): void {
    const path = `${folder}/by-another-user`;
    try {
      if (((Deno.statSync(folder).mode ?? 0) & 0o1002) === 0o1002) return this.#moveIn(folder);
      Deno.writeTextFileSync(path, "", { createNew: true });
      this.#open.add(`a file was put into ${folder}`);
      Deno.removeSync(path);
    } catch { /* it cannot be written: good */ }
  }

  #read(path: string): void {
    try {
      Deno.openSync(path, { write: true }).close();
      this.#open.add(`${path} can be written`);
    } catch { /* it cannot be written: good */ }
    try {
      if (Deno.statSync(path).size < 50e6) this.#secret(Deno.readTextFileSync(path), path);
    } catch { /* it cannot be read: good */ }
  }

  async #connect(path: string): Promise<void> {
    try {
      (await Deno.connect({ transport: "unix", path })).close();
      this.#open.add(path);
    } catch { /* nobody listens, or not to us: good */ }
  }

  #processes(): void {
    for (const { name } of Deno.readDirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const builds = descends(Number(name), this.attack.builder, this.attack.named);
      if (builds && !isOwn(name)) this.#insides(name);
      for (const file of ["cmdline", "environ"]) {
        try {
          const text = Deno.readTextFileSync(`/proc/${name}/${file}`);
          this.#secret(text, `${file} of a process`);
          if (!builds) continue;
          for (const word of text.match(/[0-9a-f]{32,}/g) ?? []) this.#words.add(word);
        } catch { /* it has ended, or is another user's */ }
      }
    }
  }

  /** What proc(5) has of a program of the build's: for its owner alone. */
  #insides(pid: string): void {
    for (const file of ["mem", "maps", "auxv", "io", "syscall", "stack"]) {
      try {
        using opened = Deno.openSync(`/proc/${pid}/${file}`);
        if (opened.readSync(new Uint8Array(1)) !== null) this.#open.add(`${file} of a process`);
      } catch { /* it has ended, or is another user's */ }
    }
    for (const folder of ["fd", "map_files", "cwd/", "root/"]) {
      try {
        for (const _ of Deno.readDirSync(`/proc/${pid}/${folder}`)) {
          this.#open.add(`${folder} of a process`);
        }
      } catch { /* it has ended, or is another user's */ }
    }
  }

  #secret(text: string, where: string): void {
    for (const secret of this.attack.secrets) {
      if (text.includes(secret)) this.#open.add(where);
    }
  }
}

/** Whether a process is this user's: this one, or that of another test. */
function isOwn(pid: string): boolean {
  try {
    return Deno.statSync(`/proc/${pid}`).uid === Deno.uid();
  } catch {
    return true; // it has ended
  }
}

if (import.meta.main) {
  // Not as an argument, which it would find itself.
  const input = Deno.stdin.readable.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.endsWith("\n")) text += (await input.read()).value ?? "\n";
  const attacker = new Attacker(JSON.parse(text));
  let over = false;
  const end = input.read().then(() => over = true);
  await attacker.round();
  console.log("looks on");
  do {
    await attacker.round();
    await new Promise((resolve) => setTimeout(resolve, 100));
  } while (!over);
  await end;
  console.log(JSON.stringify(attacker.findings()));
}

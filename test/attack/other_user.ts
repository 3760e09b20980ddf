/**
 * What another user of the host tries while a build runs. Started by `test/other_user.ts` as that
 * user; its last line is a {@linkcode Findings} in JSON, written when its standard input ends.
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
}

/** What came of it. */
export interface Findings {
  /** Places where a secret was read, and sockets that took a connection. */
  open: string[];
  /** Answers other than 404 and 400: `200 /index.txt`. */
  answers: string[];
  /** Requests that were answered. */
  requests: number;
  /** Long hexadecimal words in the builder's argument lists: names that a mirror could have. */
  words: string[];
  /** Paths that were looked at. */
  inspected: number;
}

/** Ports that listen on 127.0.0.1 (proc(5), /proc/net/tcp). */
export function listening(): number[] {
  const lines = Deno.readTextFileSync("/proc/net/tcp").split("\n");
  return lines.flatMap((line) => {
    const [, local, , state] = line.trim().split(/\s+/);
    const match = /^0100007F:([0-9A-F]{4})$/.exec(local ?? "");
    return match && state === "0A" ? [parseInt(match[1]!, 16)] : [];
  });
}

/** Whether a process is `ancestor` or was started below it (proc(5), /proc/pid/stat). */
export function descends(pid: number, ancestor: number): boolean {
  for (let at = pid; at > 1;) {
    if (at === ancestor) return true;
    try {
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
  readonly #answers = new Set<string>();
  readonly #words = new Set<string>();
  readonly #old: ReadonlySet<number>;
  readonly #held = new Map<number, Deno.Conn>();
  #requests = 0;
  #inspected = 0;

  constructor(private readonly attack: Attack) {
    this.#old = new Set(attack.old);
  }

  async round(): Promise<void> {
    for (const port of listening()) {
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
      answers: [...this.#answers],
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
      if (![400, 404].includes(answer.status)) this.#answers.add(`${answer.status} ${path}`);
      this.#secret(text, `port ${port}`);
    } catch { /* the build has ended, or it is no HTTP */ }
  }

  async #walk(folder: string): Promise<void> {
    try {
      for (const { name, isDirectory, isFile } of Deno.readDirSync(folder)) {
        const path = `${folder}/${name}`;
        this.#inspected++;
        if (isDirectory) await this.#walk(path);
        else if (isFile) this.#read(path);
        else await this.#connect(path);
      }
    } catch { /* it cannot be read: good */ }
  }

  #read(path: string): void {
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
      const builds = descends(Number(name), this.attack.builder);
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

  #secret(text: string, where: string): void {
    for (const secret of this.attack.secrets) {
      if (text.includes(secret)) this.#open.add(where);
    }
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
  while (!over) {
    await attacker.round();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await end;
  console.log(JSON.stringify(attacker.findings()));
}

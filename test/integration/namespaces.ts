/**
 * Networks of their own for tests: network namespaces joined by veth pairs.
 * @module
 */
import { run } from "../../host/run.ts";

/** Whether this machine lets the tests make network namespaces. */
export async function canNamespace(): Promise<boolean> {
  const name = `gw-try-${crypto.randomUUID().slice(0, 8)}`;
  try {
    await run("ip", ["netns", "add", name]);
    await run("ip", ["netns", "del", name]);
    return true;
  } catch {
    return false;
  }
}

/** Hosts in a row, each joined to the next by a cable. Dispose of it to remove them. */
export class HostsInARow implements AsyncDisposable {
  readonly #prefix = `gw-${crypto.randomUUID().slice(0, 8)}`;
  readonly #names: readonly string[];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** Makes the namespaces; the interface of a host towards its neighbour is named after that. */
  async start(): Promise<void> {
    for (const name of this.#names) {
      await run("ip", ["netns", "add", this.#namespace(name)]);
      await this.run(name, "ip", ["link", "set", "lo", "up"]);
    }
    for (const [at, one] of this.#names.slice(0, -1).entries()) {
      const other = this.#names[at + 1]!;
      await this.run(one, "ip", [
        ...["link", "add", other, "type", "veth"],
        ...["peer", "name", one, "netns", this.#namespace(other)],
      ]);
    }
  }

  /** Gives `host` an address on the cable to `towards`. */
  async address(host: string, towards: string, address: string): Promise<void> {
    await this.run(host, "ip", ["address", "add", address, "dev", towards]);
    await this.run(host, "ip", ["link", "set", towards, "up"]);
  }

  /** Runs a program on a host. */
  run(host: string, program: string, args: string[], stdin = "") {
    return run("ip", ["netns", "exec", this.#namespace(host), program, ...args], { stdin });
  }

  #namespace(host: string): string {
    return `${this.#prefix}-${host}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const name of this.#names) {
      await run("ip", ["netns", "del", this.#namespace(name)]).catch(() => {});
    }
  }
}

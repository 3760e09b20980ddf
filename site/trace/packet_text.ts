/**
 * Parses a packet in the syntax of pf.conf(5):
 * `in on vio0 proto tcp from 198.51.100.7 to 203.0.113.10 port 443`.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { parseAddress, type Prefix } from "../../gateway/address.ts";
import { type Packet, PROTOCOL } from "../pf/evaluate/packet.ts";
import { icmpType } from "../pf/names/icmp.ts";
import { protocolNumber } from "../../gateway/openbsd/protocols.ts";
import { portNumber } from "../../gateway/openbsd/services.ts";
import { type Machine, ownAddressTowards } from "./machine.ts";

/** A packet and where it enters the gateway. */
export interface Asked {
  packet: Packet;
  /** `out`: the gateway sends it. Absent: decided by its source address. */
  direction?: "in" | "out";
  /** The interface it comes in on. */
  on?: string;
}

const EXAMPLE = "in on vio0 proto tcp from 198.51.100.7 to 203.0.113.10 port 443";

/**
 * The packet that `text` describes. `self` stands for the gateway's own address towards the other
 * end.
 *
 * @throws {GatewrightError} (usage) if the text cannot be parsed.
 */
export function parsePacket(text: string, machine: Machine): Asked {
  return new PacketReader(text, machine).read();
}

class PacketReader {
  readonly #words: string[];
  readonly #text: string;
  readonly #machine: Machine;
  #at = 0;

  constructor(text: string, machine: Machine) {
    this.#text = text;
    this.#words = text.replaceAll("=", " ").split(/\s+/).filter(Boolean);
    this.#machine = machine;
  }

  read(): Asked {
    const asked: Pick<Asked, "direction" | "on"> = {};
    if (this.#takes("in")) asked.direction = "in";
    else if (this.#takes("out")) asked.direction = "out";
    if (this.#takes("on")) asked.on = this.#interface(this.#word("an interface"));
    const family = this.#takes("inet6") ? 6 : this.#takes("inet") ? 4 : undefined;
    const protocol = this.#takes("proto") ? this.#protocol(this.#word("a protocol")) : undefined;
    this.#wants("from");
    const [from, fromPort] = this.#end();
    this.#wants("to");
    const [to, toPort] = this.#end();
    const { source, destination } = this.#addresses(from, to, family);
    const packet: Packet = {
      from: source,
      to: destination,
      protocol: protocol ??
        (fromPort !== undefined || toPort !== undefined
          ? PROTOCOL.tcp
          : source.family === 4
          ? PROTOCOL.icmp
          : PROTOCOL.icmp6),
    };
    if (packet.protocol === PROTOCOL.tcp || packet.protocol === PROTOCOL.udp) {
      if (toPort === undefined) this.#fail(`no port after "to ${to}"`);
      packet.fromPort = fromPort ?? 50000;
      packet.toPort = toPort;
    }
    this.#rest(packet);
    if (this.#at < this.#words.length) this.#fail(`unknown word "${this.#words[this.#at]}"`);
    return { ...asked, packet };
  }

  #rest(packet: Packet): void {
    if (this.#takes("icmp-type") || this.#takes("icmp6-type")) {
      const six = packet.protocol === PROTOCOL.icmp6;
      if (packet.protocol !== PROTOCOL.icmp && !six) this.#fail("icmp-type without proto icmp");
      const word = this.#word("a type of icmp");
      const type = icmpType(six ? "icmp6" : "icmp", word) ??
        this.#number(word, 255, "a type of icmp");
      packet.icmp = { type, code: 0 };
      if (this.#takes("code")) {
        packet.icmp.code = this.#number(this.#word("a code"), 255, "a code");
      }
    }
    if (this.#takes("flags")) {
      const flags = this.#word("letters of FSRPAUEW").toUpperCase();
      if (!/^[FSRPAUEW]+$/.test(flags)) this.#fail(`flags "${flags}" are not letters of FSRPAUEW`);
      packet.flags = flags;
    }
    if (this.#takes("fragment")) packet.fragment = true;
  }

  #addresses(
    from: string,
    to: string,
    family: 4 | 6 | undefined,
  ): { source: Prefix; destination: Prefix } {
    const parsed = (word: string) => {
      if (word === "self") return undefined;
      const address = parseAddress(word, family);
      if (!address) this.#fail(`"${word}" is not an address${family ? ` of IPv${family}` : ""}`);
      return address;
    };
    const [one, other] = [parsed(from), parsed(to)];
    const source = one ?? (other && ownAddressTowards(this.#machine, other));
    const destination = other ?? (one && ownAddressTowards(this.#machine, one));
    if (!source || !destination) this.#fail("the gateway has no address of its own for self");
    if (source.family !== destination.family) {
      this.#fail(`${from} and ${to} are of different address families`);
    }
    return { source, destination };
  }

  #end(): [address: string, port: number | undefined] {
    const address = this.#word("an address");
    if (!this.#takes("port")) return [address, undefined];
    const word = this.#word("a port");
    const named = /^\d/.test(word) ? undefined : portNumber(word);
    return [address, named ?? this.#number(word, 65535, "a port")];
  }

  #interface(name: string): string {
    if (!this.#machine.interfaces.some((one) => one.name === name)) {
      const names = this.#machine.interfaces.map((one) => one.name).join(", ");
      this.#fail(`the gateway has no interface ${name}; it has ${names}`);
    }
    return name;
  }

  #protocol(word: string): number {
    return protocolNumber(word) ?? this.#number(word, 255, "a protocol");
  }

  #number(word: string, highest: number, what: string): number {
    if (!/^\d{1,5}$/.test(word) || Number(word) > highest) this.#fail(`"${word}" is not ${what}`);
    return Number(word);
  }

  #takes(word: string): boolean {
    if (this.#words[this.#at] !== word) return false;
    this.#at++;
    return true;
  }

  #wants(word: string): void {
    if (!this.#takes(word)) this.#fail(`"${word}" is missing`);
  }

  #word(what: string): string {
    const word = this.#words[this.#at++];
    if (word === undefined) this.#fail(`${what} is missing at the end`);
    return word;
  }

  #fail(why: string): never {
    throw new GatewrightError("the packet is not understood", {
      kind: "usage",
      where: this.#text,
      why,
      next: `write it like '${EXAMPLE}'`,
    });
  }
}

/**
 * State shared by the parts of a gateway's rule set.
 * @module
 */
import type { Gateway } from "../../../gateway/gateway.ts";
import { type Link, linksOf } from "../../../gateway/network/links.ts";
import { type Wire, wiresOf } from "../../../gateway/network/wires.ts";
import type { Host, InterfaceMatch } from "../model/host.ts";
import type { Table } from "../model/rule_set.ts";
import { type Flow, flowsOf } from "./flows.ts";
import { broughtFile } from "../environment_of.ts";
import { type RawRules, readRawRules } from "../raw_rules.ts";
import { type Field, inTable, networkHost, NOT_ENC, table } from "./build.ts";

/** A longer list of addresses becomes a table: pfctl(8) makes a rule of each combination. */
const LONGEST_LIST = 16;

/** Maximum length of a table name (PF_TABLE_NAME_SIZE, less its NUL). */
const LONGEST_NAME = 31;

/** The gateway with data derived for its rules, and the tables they need. */
export class Context {
  /** Tunnels are those of {@linkcode flows}. */
  readonly gateway: Gateway;
  /** Tunnels as rules about traffic see them. */
  readonly flows: readonly Flow[];
  readonly links: Link[];
  readonly wires: Wire[];
  /** Whether traffic in tunnels is filtered on enc0. */
  readonly filtered: boolean;
  /** The description's raw rules. */
  readonly raw: RawRules;
  /** Tables of the rules so far. */
  readonly tables = new Map<string, Table>();

  constructor(described: Gateway) {
    this.flows = flowsOf(described);
    const gateway = { ...described, tunnels: this.flows.map(({ tunnel }) => tunnel) };
    this.gateway = gateway;
    this.links = linksOf(gateway);
    this.wires = wiresOf(this.links, gateway.network.routes);
    this.filtered = !gateway.firewall.skipTunnels;
    this.raw = readRawRules(gateway.firewall.rules, { file: broughtFile(gateway) });
  }

  /** `on` of rules for other traffic than that of tunnels. */
  get outsideTunnels(): { on?: InterfaceMatch[] } {
    return this.filtered ? { on: [NOT_ENC] } : {};
  }

  /** `networks` as hosts of a rule: a list, or a table if it is long. */
  hosts(networks: readonly string[], name: string, field: Field): Host[] {
    const list = [...new Set(networks)];
    if (list.length <= LONGEST_LIST) return list.map((one) => networkHost(one));
    return [this.table(name, list.map((one) => networkHost(one)), field)];
  }

  /** A table of `entries`; the existing one for the same entries. */
  table(name: string, entries: readonly Host[], field: Field): Host {
    const short = name.length < LONGEST_NAME ? name : this.#shortened(name);
    for (let count = 1;; count++) {
      const numbered = count === 1 ? short : `${short}${count}`;
      const made = table(numbered, entries, field);
      const found = this.tables.get(numbered);
      if (!found) this.tables.set(numbered, made);
      else if (JSON.stringify(found.sources) !== JSON.stringify(made.sources)) continue;
      return inTable(numbered);
    }
  }

  /** Names of tunnels may be longer than those of tables. */
  #shortened(name: string): string {
    const at = this.gateway.tunnels.findIndex((tunnel) => name.startsWith(`${tunnel.name}.`));
    return `tunnel-${at + 1}${name.slice(name.lastIndexOf("."))}`;
  }
}

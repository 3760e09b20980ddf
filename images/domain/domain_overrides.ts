/**
 * The domain of a gateway, changed for another host.
 * @module
 */
import { Ajv } from "ajv";
import { resolve } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import type { Domain, Gateway } from "../../gateway/gateway.ts";
import { derivedUuid } from "../../gateway/derived_uuid.ts";
import { derivedMac, mebibytes } from "../../gateway/load/resolve.ts";
import { domainSchema } from "../../gateway/schema/domain.ts";

/** Fields of a domain that may differ between hosts, as given on the command line. */
export interface DomainOverrides {
  /**
   * Name; another name results in another UUID and other MACs, so that both guests can run on one
   * host.
   */
  name?: string;
  /** Disk: absolute path of a block device or file. */
  disk?: string;
  /** One bridge per network card, in order, separated by commas. */
  bridge?: string;
  /** CPU mode `host-passthrough` or `host-model`, or the name of a CPU model. */
  cpu?: string;
  /** Memory: `2048M` or `2G`. */
  memory?: string;
  /** CPUs: `2`, or `1,maxvcpus=4` as in virt-install(1). */
  vcpus?: string;
  /** Disk cache mode: `none`, `writethrough`, `writeback`, `directsync` or `unsafe`. */
  cache?: string;
}

/**
 * MAC addresses that the description sets, and that a domain of another name would therefore share.
 */
export function sharedMacs(gateway: Gateway, changed: Gateway): string[] {
  if (changed.domain.name === gateway.domain.name) return [];
  return changed.domain.interfaces.map(({ mac }) => mac)
    .filter((mac, at) => mac === gateway.domain.interfaces[at]?.mac);
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/**
 * The gateway with its domain changed; each value must match the schema.
 *
 * @throws {GatewrightError} (usage) naming the wrong field.
 */
export function overrideDomain(gateway: Gateway, given: DomainOverrides): Gateway {
  const { domain } = gateway;
  const bridges = given.bridge?.split(",");
  if (bridges && bridges.length !== domain.interfaces.length) {
    throw new GatewrightError(
      `${counted(bridges.length, "bridge")} given, but the domain has ${
        counted(domain.interfaces.length, "network card")
      }`,
      { kind: "usage", next: "name one bridge for each card, in their order: br0,br1" },
    );
  }
  if (given.disk !== undefined && !given.disk.startsWith("/")) {
    throw new GatewrightError(`disk ${given.disk} is a relative path`, {
      kind: "usage",
      why: "libvirt looks for the disk from its own folder, on that host",
      next: `give the absolute path there: ${
        resolve("/var/lib/libvirt/images", given.disk)
      }, or a device such as /dev/vg0/${domain.name}`,
    });
  }
  const vcpus = given.vcpus === undefined ? undefined : parseVcpus(given.vcpus);
  const { bridge: _, vcpus: __, ...texts } = given;
  refuseInvalid({ ...texts, ...(vcpus ? { vcpus } : {}) }, given);
  for (const bridge of bridges ?? []) refuseInvalid({ interfaces: [{ bridge }] }, given);
  const { memory, cache, ...plain } = texts;
  const other = given.name !== undefined && given.name !== domain.name;
  const interfaces = domain.interfaces.map((card, at) => ({
    ...card,
    ...(bridges ? { bridge: bridges[at]! } : {}),
    ...(other && card.mac === derivedMac(gateway.hostname, at)
      ? { mac: derivedMac(`${given.name} ${gateway.hostname}`, at) }
      : {}),
  }));
  return {
    ...gateway,
    domain: {
      ...domain,
      ...plain,
      ...(cache === undefined ? {} : { cache: cache as NonNullable<Domain["cache"]> }),
      ...(memory === undefined ? {} : { memory: mebibytes(memory) }),
      ...(vcpus ? { vcpus } : {}),
      ...(other ? { uuid: derivedUuid(`${given.name} ${gateway.hostname}`) } : {}),
      interfaces,
    },
  };
}

function parseVcpus(text: string): Domain["vcpus"] {
  const match = /^(\d+)(?:,maxvcpus=(\d+))?$/.exec(text);
  const current = Number(match?.[1]);
  const maximum = Number(match?.[2] ?? current);
  if (!match || current < 1 || maximum < current) {
    throw new GatewrightError(`vcpus ${text} is not a number of cpus`, {
      kind: "usage",
      next: "give a number, or 1,maxvcpus=4",
    });
  }
  return { current, maximum };
}

let compiled: ReturnType<Ajv["compile"]> | undefined;

/** Values of the command line are checked with the schema of the description. */
function refuseInvalid(domain: Record<string, unknown>, given: DomainOverrides): void {
  compiled ??= new Ajv({ strict: false, verbose: true, validateFormats: false })
    .compile(domainSchema);
  if (compiled(domain)) return;
  const error = compiled.errors?.[0];
  const field = error?.instancePath.split("/")[1] ?? "";
  const flag = (field === "interfaces" ? "bridge" : field) as keyof DomainOverrides;
  const rule = error?.parentSchema as { description?: string; enum?: string[] } | undefined;
  throw new GatewrightError(`${flag} ${given[flag]} is not allowed`, {
    kind: "usage",
    next: `give ${rule?.enum?.join(", ") ?? rule?.description ?? "another value"}`,
  });
}

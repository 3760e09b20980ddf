/**
 * A base: an installation without anything of a particular gateway.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { parseGateway } from "../../site/load_gateway.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import { DEFAULT_MIRROR } from "../release/mirror.ts";

/** Host name of every base, and stem of its file names. */
export const BASE_NAME = "base";

/** Secrets of a base: none. */
export const NO_SECRETS: Secrets = {
  psks: new Map(),
  keys: new Map(),
  clientPasswords: new Map(),
  passwords: new Map(),
  files: new Map(),
  network: new Map(),
};

/** MAC addresses of a base's cards, without the last byte. */
const CARD = "52:54:00:00:00:";

/** The smallest valid description; {@linkcode baseGateway} replaces the rest. */
const NOTHING = `name: ${BASE_NAME}
hostname: ${BASE_NAME}
network: {interfaces: [{name: vio0}]}
access: {rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINoneNoneNoneNoneNoneNoneNoneNoneNoneNoneNone none"]}
`;

/**
 * The parts of a gateway that its base has too: release, disk, layout, hardware and console speed.
 * No user, key, tunnel or address; nobody can log in.
 */
export function baseGateway(gateway: Gateway): Gateway {
  const { domain, disk, release, consoleSpeed, file } = gateway;
  const { gateway: nothing } = parseGateway(NOTHING, file);
  const cpus = domain.vcpus.maximum > 1 ? 2 : 1;
  return {
    ...nothing,
    file,
    name: BASE_NAME,
    hostname: BASE_NAME,
    release,
    disk,
    timezone: "UTC",
    network: { interfaces: [], routes: [], nameservers: [], search: [], hosts: [] },
    access: {
      rootPassword: { kind: "none" },
      rootKeys: [],
      // As in a comment of every release's sshd_config, so that the installer does not change the
      // file.
      rootSsh: "prohibit-password",
      users: [],
    },
    installurl: DEFAULT_MIRROR,
    consoleSpeed,
    domain: {
      ...nothing.domain,
      name: BASE_NAME,
      // The same number of cards, so that the installer saved while making the base can be resumed
      // for the gateway.
      interfaces: domain.interfaces.map((_, at) => ({
        bridge: "none",
        mac: CARD + at.toString(16).padStart(2, "0"),
      })),
      hardware: domain.hardware,
      machine: domain.machine,
      firmware: domain.firmware,
      memory: domain.memory,
      rng: domain.rng,
      vcpus: { current: cpus, maximum: cpus },
    },
  };
}

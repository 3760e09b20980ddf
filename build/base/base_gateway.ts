/**
 * A base: an installation that has nothing of any gateway in it.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { parseGateway } from "../../site/load_gateway.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import { DEFAULT_MIRROR } from "../release/mirror.ts";

/** Host name of every base, and stem of its files. */
export const BASE_NAME = "base";

/** A base has none. */
export const NO_SECRETS: Secrets = {
  psks: new Map(),
  keys: new Map(),
  clientPasswords: new Map(),
  passwords: new Map(),
  files: new Map(),
  network: new Map(),
};

/** Of the cards of a base, without the last byte. */
const CARD = "52:54:00:00:00:";

/** The smallest description there is: what a base has of it is taken out of {@linkcode baseGateway}. */
const NOTHING = `name: ${BASE_NAME}
hostname: ${BASE_NAME}
network: {interfaces: [{name: vio0}]}
access: {rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINoneNoneNoneNoneNoneNoneNoneNoneNoneNoneNone none"]}
`;

/**
 * What is left of a gateway in the base that it is stamped from: release, disk, layout, hardware and the
 * speed of the console. No user, key, tunnel or address; nobody can log in.
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
      // What sshd_config of every release says in a comment: the installer leaves it alone.
      rootSsh: "prohibit-password",
      users: [],
    },
    installurl: DEFAULT_MIRROR,
    consoleSpeed,
    domain: {
      ...nothing.domain,
      name: BASE_NAME,
      // As many cards: an installer that was saved on the way to the base can be resumed for the gateway.
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

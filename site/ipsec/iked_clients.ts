/**
 * Clients in /etc/iked.conf.
 * @module
 */
import { CLIENT_PHASES, type Clients } from "../../gateway/clients.ts";
import { GatewrightError } from "../../host/error.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { ikeTransforms } from "./iked_transforms.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import { isEmpty, joined, secretly, type Text } from "../../host/secret.ts";

/**
 * The users and the policy of `clients`: each client gets an address of the pool, name servers and
 * networks, and authenticates by password (EAP), certificate or psk.
 *
 * @throws {GatewrightError} if a psk or a password is needed and missing.
 */
export function renderClients(gateway: Gateway, clients: Clients, secrets: Secrets): Text {
  const { name, pool, networks, nameservers, srcid, localAddress, users, tag } = clients;
  const release = gateway.release.number;
  const { phase1, phase2 } = CLIENT_PHASES;
  const lines: Text[] = [
    `ikev2 "${name}" passive tunnel esp`,
    // A client's assigned address replaces `dynamic`.
    ...(networks.length > 0 ? networks : [pool.includes(":") ? "::/0" : "0.0.0.0/0"])
      .map((network) => `from ${network} to dynamic`),
    [...(localAddress === undefined ? [] : [`local ${localAddress}`]), "peer any"].join(" "),
    ...phase1.sets.map((set) => `ikesa ${ikeTransforms(set, 1, release)}`),
    ...phase2.sets.map((set) => `childsa ${ikeTransforms(set, 2, release)}`),
    `srcid "${srcid ?? gateway.hostname}"`,
    `ikelifetime ${phase1.lifetime} lifetime ${phase2.lifetime}`,
    proof(clients, secrets),
    `config address ${pool}`,
    ...nameservers.map((address) => `config name-server ${address}`),
    ...networks.map((network) => `config protected-subnet ${network}`),
    ...(tag === undefined ? [] : [`tag "${tag}"`]),
  ];
  const accounts = users.map((user) => {
    const password = secrets.clientPasswords.get(`${name}/${user.name}`);
    if (isEmpty(password)) throw missing(`user ${user.name} of ${name} has no password`);
    return secretly`user "${user.name}" "${password}"\n`;
  });
  return secretly`\n${joined(accounts)}${joined(lines, " \\\n\t")}\n`;
}

function proof({ name, users, psk }: Clients, secrets: Secrets): Text {
  if (users.length > 0) return 'eap "mschap-v2"';
  if (psk === undefined) return "";
  const value = secrets.psks.get(name);
  if (isEmpty(value)) throw missing(`clients ${name} have no psk`);
  return secretly`psk "${value}"`;
}

function missing(what: string): GatewrightError {
  return new GatewrightError(what, { kind: "description" });
}

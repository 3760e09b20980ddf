/**
 * The cases for clients: iked as rendered, and strongSwan as a laptop.
 * @module
 */
import { asTunnel, type Clients } from "../../gateway/clients.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { parsePrefix } from "../../gateway/address.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import { profileData } from "../../site/client/profile.ts";
import { strongswanProfile } from "../../site/client/strongswan.ts";
import { renderClients } from "../../site/ipsec/iked_clients.ts";
import { renderIkedConf } from "../../site/ipsec/iked_conf.ts";
import type { LabFile } from "./case.ts";
import { gatewayKeys, labKeys } from "./keys.ts";
import { check, OTHER_KEY, planned, type PlannedCase } from "./planned.ts";
import { type Stage, stage } from "./stage.ts";
import { reveal, revealed } from "../../host/secret.ts";

/** The clients of a gateway to prove, and the prefix of their cases. */
export interface ClientSubject {
  gateway: Gateway;
  secrets: Secrets;
  clients: Clients;
  name: string;
}

/** Identity of a laptop without a user name. */
const LAPTOP = "laptop.example.net";

/** The cases for clients: one connects, and one with a wrong secret does not. */
export function clientCases(subject: ClientSubject): PlannedCase[] {
  const { clients } = subject;
  const secret = secretOf(subject);
  return [
    getsIn(subject),
    ...(secret === undefined ? [] : [
      keptOut(subject, clients.users.length > 0 ? "with another password" : "with another key"),
    ]),
  ];
}

function getsIn(subject: ClientSubject): PlannedCase {
  const { gateway, secrets, clients } = subject;
  const { set, near, far, steps, notes } = prepared(subject, secretOf(subject));
  const beginning = poolBeginning(clients.pool);
  const reached = set.probes.map((one) => one.near.address);
  const changed = laboratoryConf(gateway, clients, secrets);
  return planned(subject, set, "dials in", [
    ...notes,
    "packets were protected by aes-256 hmac-sha2-512, which Linux can do for iked (PF_KEY)",
  ], {
    near: [...near, { path: "/etc/iked.conf", content: changed, mode: 0o600 }],
    far,
    steps: [
      ...steps,
      ...starts(clients),
      check("up", `within 60 installed far ${connection(clients)}`),
      check("negotiated", `negotiated_charon far ${connection(clients)}`),
      check("address", `virtual_address far ${beginning}`),
      ...reached.map((address, index) =>
        check(`packets-${index + 1}`, `client_packets far ${beginning} ${address}`, address)
      ),
      check("wire", "protected"),
    ],
  });
}

function keptOut(subject: ClientSubject, purpose: string): PlannedCase {
  const { gateway, secrets, clients } = subject;
  const { set, near, far, steps, notes } = prepared(subject, OTHER_KEY);
  return planned(subject, set, purpose, notes, {
    near: [...near, {
      path: "/etc/iked.conf",
      content: laboratoryConf(gateway, clients, secrets),
      mode: 0o600,
    }],
    far,
    steps: [...steps, ...starts(clients), check("refused", "refused key")],
  });
}

/** strongSwan's name of the connection. */
function connection({ name }: Clients): string {
  return name.replaceAll(".", "_");
}

function starts(clients: Clients): string[] {
  return [
    check("gateway", "start_iked gateway"),
    check("far-end", "start_charon far"),
    `begin far ${connection(clients)}`,
  ];
}

/** The password of the first user, or the psk; undefined with certificates only. */
function secretOf({ clients, secrets }: ClientSubject): string | undefined {
  const [user] = clients.users;
  return user
    ? revealed(secrets.clientPasswords.get(`${clients.name}/${user.name}`))
    : clients.psk && revealed(secrets.psks.get(clients.name));
}

interface Prepared {
  set: Stage;
  near: LabFile[];
  far: LabFile[];
  steps: string[];
  notes: string[];
}

function prepared(subject: ClientSubject, secret = ""): Prepared {
  const { gateway, secrets, clients } = subject;
  const tunnel = { ...asTunnel(clients), dstid: LAPTOP };
  const set = stage(gateway, tunnel, { dialsIn: true });
  const conf = (keys: LabFile[]) => [
    ...keys,
    laptopHosts(subject, set.seen),
    {
      path: "/etc/swanctl/swanctl.conf",
      content: laptopConf(subject, secret),
      mode: 0o600,
    },
  ];
  // With certificates on both sides; otherwise only the gateway has one.
  if (clients.users.length === 0 && !clients.psk) {
    const keys = labKeys(gateway, secrets, tunnel, set.far);
    // A profile names the certificate file after the clients.
    const steps = [...keys.steps, `laptop_certificate ${clients.name} ${connection(clients)}`];
    return { ...keys, steps, set, far: conf(keys.far) };
  }
  const near = gatewayKeys(gateway, secrets);
  const ca = near.find(({ path }) => path === `/etc/iked/ca/${clients.name}.crt`);
  const trusted = ca ? [{ ...ca, path: `/etc/swanctl/x509ca/${connection(clients)}-ca.crt` }] : [];
  return { set, near, far: conf(trusted), steps: [], notes: [] };
}

/** swanctl.conf(5) as given to the laptop's user, with the secret filled in. */
function laptopConf(
  { gateway, clients }: ClientSubject,
  secret: string,
): string {
  const psk = clients.psk && secret;
  const data = profileData(gateway, clients, psk ? { psk } : {}, clients.users[0]);
  const quoted = secret.replace(/["\\]/g, "\\$&");
  return strongswanProfile(data).text
    .replace("PUT THE PASSWORD HERE", () => quoted)
    .replace(/esp_proposals = .*/, "esp_proposals = aes256-sha512");
}

/** The laptop resolves the gateway's name from its hosts file. */
function laptopHosts({ gateway, clients }: ClientSubject, seen: string): LabFile {
  const { server } = profileData(gateway, clients, {});
  const named = parsePrefix(server) ? "" : `${seen} ${server}\n`;
  return { path: "/etc/hosts", content: `127.0.0.1 localhost\n${named}`, mode: 0o644 };
}

/** iked.conf with a phase 2 for `clients` that Linux supports with iked. */
function laboratoryConf(gateway: Gateway, clients: Clients, secrets: Secrets): string {
  const rendered = reveal(renderClients(gateway, clients, secrets));
  const changed = rendered.replace(
    /(\tchildsa [^\n]*\\\n)+/,
    "\tchildsa auth hmac-sha2-512 enc aes-256 \\\n",
  );
  return reveal(renderIkedConf(gateway, secrets)).replace(rendered, () => changed);
}

/**
 * The common beginning of a pool's addresses, as ip(8) prints them: as many whole parts as are
 * fixed.
 */
function poolBeginning(pool: string): string {
  const { family, length } = parsePrefix(pool)!;
  const address = pool.split("/")[0]!;
  if (family === 6) return address.replace(/::$/, ":").split(":").slice(0, length >> 4).join(":");
  return address.split(".").slice(0, length >> 3).map((part) => `${part}.`).join("");
}

/**
 * Who can log in, with what, and from where.
 * @module
 */
import type { Clients } from "../../gateway/clients.ts";
import type { Gateway, User } from "../../gateway/gateway.ts";
import { portNumber } from "../../gateway/openbsd/services.ts";
import { sshdListens } from "../../gateway/openbsd/sshd_config.ts";
import { code, headed, type Html, lines, markup, type Part, table } from "./html.ts";
import type { Site } from "./model.ts";

/** The section; gateways with the same access are listed once. */
export function accessSection({ units }: Site): Html {
  const gateways = units.flatMap((unit) => unit.gateways);
  const groups = new Map<string, { names: string[]; body: Html }>();
  for (const gateway of gateways) {
    const body = access(gateway);
    const group = groups.get(body.text);
    if (group) group.names.push(gateway.hostname);
    else groups.set(body.text, { names: [gateway.hostname], body });
  }
  return headed(
    [...groups.values()].map(({ names, body }) => ({ title: names.join(" and "), body })),
  );
}

function access(gateway: Gateway): Html {
  const { users, rootKeys, rootPassword, rootSsh } = gateway.access;
  const rows = [
    ...users.map((user): Part[] => [
      markup`${code(user.name)}${
        user.fullName !== user.name && markup`
          ${user.fullName}
        `
      }`,
      user.keys.length > 0 ? lines(user.keys.map(key)) : "none",
      user.password.kind === "none" ? "no" : "yes",
      doas(user),
    ]),
    [
      code("root"),
      rootSsh === "no" ? "not by ssh" : rootKeys.length > 0 ? lines(rootKeys.map(key)) : "none",
      rootPassword.kind === "none" ? "no" : "yes",
      "is root",
    ],
  ];
  return markup`${table("Accounts", ["Login", "ssh key", "Password", "As root"], rows)}
${from(gateway)}${dialIn(gateway)}`;
}

/** Clients that can reach the networks; the gateway itself only if firewall.allow lets them. */
function dialIn({ clients }: Gateway): Html | undefined {
  if (clients.length === 0) return undefined;
  const proof = ({ users, psk, certificate }: Clients) =>
    users.length > 0
      ? `name and password: ${users.map(({ name }) => name).join(", ")}`
      : psk
      ? "one key for all"
      : certificate
      ? "a certificate"
      : "a key";
  return table(
    "Laptops and phones that dial in (IKEv2)",
    ["Name", "Get addresses from", "Reach", "Authenticate by"],
    clients.map((one) => [
      one.name,
      code(one.pool),
      one.networks.length === 0 ? "everything" : lines(one.networks.map(code)),
      proof(one),
    ]),
  );
}

/** `ssh-ed25519 …ampleExa paul@example.net`: enough to compare, on one line. */
function key(line: string): Html {
  const [, type = "", blob = "", comment = ""] =
    /((?:ssh-|ecdsa-|sk-)[\w@.-]+)\s+([\w+/=]+)\s*(.*)$/.exec(line) ?? [];
  if (blob === "") return markup`a key`;
  return markup`${code(`${type} …${blob.slice(-8)}`)}${
    comment !== "" && markup`
      ${comment}
    `
  }`;
}

function doas({ doas }: User): string {
  const words = {
    no: "no",
    password: "doas, with the password",
    persist: "doas, with the password",
    nopass: "doas",
  };
  return words[doas];
}

/** Fields that let ssh in, shown as written. */
function from(gateway: Gateway): Html {
  const { firewall } = gateway;
  const ports = sshdListens(gateway)?.map(({ port }) => port) ?? [22];
  const rules = firewall.allow.filter(({ port, proto, to }) =>
    to.length === 0 && (proto.length === 0 || proto.includes("tcp")) &&
    (port.length === 0 || port.some((text) => ports.includes(portNumber(text) ?? 0)))
  );
  if (rules.length === 0) {
    return markup`
      <p>By ssh from nowhere that firewall.allow names; on the console with a password.</p>
    `;
  }
  const words = rules.map((rule) =>
    [
      rule.from.length === 0 ? "anywhere" : rule.from.join(", "),
      ...(rule.on === undefined ? [] : [`on ${rule.on}`]),
      ...(rule.tunnel === undefined ? [] : [`through tunnel ${rule.tunnel}`]),
    ].join(" ")
  );
  return markup`
    <p>By ssh${ports.includes(22) ? "" : ` on port ${ports.join(", ")}`} from:</p>
    <ul>${words.map((text) => markup`<li>${code(text)}</li>`)}</ul>
  `;
}

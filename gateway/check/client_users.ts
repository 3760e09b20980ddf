/**
 * How clients authenticate.
 * @module
 */
import type { Clients } from "../clients.ts";
import type { Gateway } from "../gateway.ts";
import type { Path } from "../document/document.ts";
import { identityType } from "../identity.ts";
import type { Report } from "./report.ts";

/** Reports clients without a way to authenticate, or with more than one. */
export function checkProof(clients: Clients, path: Path, report: Report): void {
  const { users, psk, certificate, srcid } = clients;
  if (users.length > 0 && psk) {
    report([...path, "psk"], "error", "users and psk contradict each other; remove one", {
      key: true,
      rests: [[...path, "users"]],
    });
  }
  if (!certificate && (users.length > 0 || !psk)) {
    report(
      path,
      "error",
      users.length > 0
        ? "users need a gateway with a certificate; write certificate: {ca: {file: ...}, cert: {file: ...}, key: {file: ...}}"
        : "clients cannot authenticate: there is neither certificate nor psk; write one of them",
      { rests: [[...path, "certificate"], [...path, "psk"], [...path, "users"]] },
    );
  }
  if (psk && certificate) {
    report([...path, "psk"], "error", "psk and certificate contradict each other; remove one", {
      key: true,
      rests: [[...path, "certificate"]],
    });
  }
  if (!psk && srcid !== undefined && !/^(FQDN|IPV4_ADDR|IPV6_ADDR)$/.test(identityType(2, srcid))) {
    report(
      [...path, "srcid"],
      "warning",
      "devices look in the gateway's certificate for the name or address that they connect to; write that name",
    );
  }
}

/**
 * Reports different authorities: iked(8) has one list of them, and trusts each for all
 * certificates.
 */
export function checkAuthorities(
  { tunnels, clients: all }: Gateway,
  clients: Clients,
  path: Path,
  report: Report,
): void {
  if (!clients.certificate || clients.users.length > 0) return;
  const own = JSON.stringify(clients.certificate.ca);
  const others = [
    ...tunnels.flatMap(({ name, auth }) =>
      auth.method === "certificate" ? [{ name, ca: auth.certificate.ca }] : []
    ),
    ...all.flatMap(({ name, certificate }) => certificate ? [{ name, ca: certificate.ca }] : []),
  ];
  const other = others.find(({ ca }) => JSON.stringify(ca) !== own);
  if (!other) return;
  report(
    [...path, "certificate", "ca"],
    "warning",
    `iked accepts every authority for every certificate: anyone with a certificate from the authority of ${other.name} gets in here; use one authority for both, or give these clients users`,
    { rests: [["tunnels", "*", "certificate"], ["clients", "*", "certificate"]] },
  );
}

/**
 * Reports users with one name, and users of other clients: iked(8) has one list of users, keeps the
 * last of two with one name, and accepts each for all clients.
 */
export function checkUsers(
  clients: Clients,
  path: Path,
  before: Map<string, { clients: Clients; password: string }>,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [at, { name, password }] of clients.users.entries()) {
    const where = [...path, "users", at];
    const kept = JSON.stringify(password);
    const earlier = before.get(name);
    if (seen.has(name)) {
      report([...where, "name"], "error", `there are two users named ${name}`);
    } else if (earlier && earlier.password !== kept) {
      report(
        [...where, "password"],
        "error",
        `${earlier.clients.name} have a user ${name} with another password, and iked keeps one password per name; give this one another name, or the same password`,
        { rests: [["clients", "*", "users", "*", "name"]] },
      );
    }
    seen.add(name);
    if (!earlier) before.set(name, { clients, password: kept });
  }
  const others = clients.users.length === 0
    ? undefined
    : [...before.values()].find((one) =>
      one.clients !== clients && reachesElse(one.clients, clients)
    );
  if (!others) return;
  report(
    [...path, "users"],
    "warning",
    `iked has one list of users: users of ${others.clients.name} get in here too, and the reverse, by connecting to the other name; let both reach the same networks, or give each a gateway of its own`,
    { rests: [["clients", "*", "networks"]] },
  );
}

function reachesElse(a: Clients, b: Clients): boolean {
  const set = ({ networks }: Clients) => [...new Set(networks)].sort().join(" ");
  return set(a) !== set(b);
}

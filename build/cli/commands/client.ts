/**
 * `gatewright client`: writes the profile of a laptop or phone.
 * @module
 */
import type { Clients, ClientUser } from "../../../gateway/clients.ts";
import { EXIT, GatewrightError } from "../../../host/error.ts";
import { few } from "../../../host/few.ts";
import type { Gateway } from "../../../gateway/gateway.ts";
import { readSecret, type SecretReading } from "../../../gateway/secrets/read_secret.ts";
import { readPsk } from "../../../gateway/secrets/secrets.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { PROFILE_KINDS } from "../../../site/client/kinds.ts";
import { profileData, type ProfileSecrets } from "../../../site/client/profile.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";
import { reveal } from "../../../host/secret.ts";
import { unknownName } from "../../../host/unknown_name.ts";
import { shownWord } from "../../../host/shell_word.ts";

const KINDS = [...PROFILE_KINDS.keys()].join("|");

/** The command. */
export const client: Command = {
  name: "client",
  usage: `FILE NAME --as ${KINDS} [--json]`,
  example: "gatewright client office.yaml anna --as apple >anna.mobileconfig",
  flags: [{ name: "as", value: KINDS, summary: "kind of the device" }, JSON_FLAG],
  async run({ words, flags, json, signal, printExact, note, content }) {
    const [file, name, ...more] = words;
    if (file === undefined) throw usageError("no file given", client);
    if (name === undefined) throw await noName(file, signal);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, client);
    const kind = typeof flags.as === "string" ? flags.as : "";
    const make = PROFILE_KINDS.get(kind);
    if (kind === "") throw usageError(`--as ${KINDS} is missing`, client);
    if (!make) throw usageError(`--as ${kind} is not known; give ${KINDS}`, client);
    const { gateway } = await loadGateway(file, { signal });
    const { clients, user } = find(gateway, name);
    const secrets = await secretsOf(clients, { where: file, warn: note, signal });
    const profile = make(profileData(gateway, clients, secrets, user));
    if (json) printExact(JSON.stringify({ as: kind, ...profile }, null, 2));
    else {
      // Unchanged, including line ends of other systems, because it is saved as a file.
      await content(new TextEncoder().encode(`${profile.text.trimEnd()}${endOf(profile.text)}`));
      for (const text of profile.notes) note(text);
    }
    return EXIT.done;
  },
};

const namesOf = ({ clients }: Gateway) =>
  clients.flatMap((one) => [one.name, ...one.users.map((user) => user.name)]);

/** The error if no name is given: it lists the names in the description. */
async function noName(file: string, signal: AbortSignal): Promise<GatewrightError> {
  const { gateway } = await loadGateway(file, { signal });
  const names = namesOf(gateway);
  const last = names.at(-1);
  return new GatewrightError("no name given: name an entry of clients, or a user", {
    kind: "usage",
    where: file,
    why: last === undefined ? "it has no clients" : `it has ${few(names, 20).join(", ")}`,
    next: last === undefined
      ? "gatewright explain clients"
      : `gatewright client ${shownWord(file)} ${last} --as apple, or the kind of the device`,
  });
}

async function secretsOf(
  { name, certificate, psk }: Clients,
  reading: Omit<SecretReading, "what">,
): Promise<ProfileSecrets> {
  const open = { ...reading, what: `the authority of ${name}`, whole: true, open: true };
  const own = { ...reading, what: `the psk of ${name}` };
  return {
    ...(certificate ? { ca: reveal(await readSecret(certificate.ca, open)) } : {}),
    ...(psk ? { psk: reveal(await readPsk(psk, 2, own)) } : {}),
  };
}

/** The line end of a file. */
function endOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** The clients of that name, or those with a user of that name. */
function find(gateway: Gateway, name: string): { clients: Clients; user?: ClientUser } {
  const { clients, file } = gateway;
  for (const one of clients) {
    if (one.name === name) return { clients: one };
    const user = one.users.find((each) => each.name === name);
    if (user) return { clients: one, user };
  }
  const says = "there is no client or user named";
  throw unknownName(name, {
    says,
    names: namesOf(gateway),
    where: file,
    none: "gatewright explain clients",
  });
}

/**
 * How to replace the machine, and what is needed for it.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { SecretRef } from "../../gateway/values.ts";
import { networkSecrets } from "../../gateway/secrets/network_secrets.ts";
import { code, headed, type Html, markup, type Part, shell, table } from "./html.ts";
import type { Site, Unit } from "./model.ts";
import { place } from "./place.ts";

/** The section. */
export function replaceSection({ units }: Site): Html {
  return markup`<p>A gateway is made anew from its description; of its disk only the keys that it made itself are
needed. Its disk is replaced as a whole, and the old one stays for the way back.</p>
${headed(units.map((unit) => ({ title: unit.title, body: steps(unit) })))}`;
}

function steps(unit: Unit): Html {
  const { gateways } = unit;
  const made = gateways.some(({ tunnels }) => tunnels.some(({ auth }) => auth.method === "keys"));
  const files = gateways.map(({ file }) => file).join(" ");
  const list: Part[] = [
    markup`Change the description where something changes, and check it.${
      shell(`gatewright check ${files}`)
    }`,
    markup`Replace the disk, as root on the host of the guest. This builds a disk with the host keys and the keys
of IKE of the old one, writes it to a second volume, and starts the guest from it. A guest that does not pass
its self-check is started from the old volume again.${
      shell(
        ...gateways.map(({ file, domain }) =>
          `gatewright replace ${file} --on ${domain.disk.replace(/(\.\w+)?$/, "-new$1")}`
        ),
      )
    }${
      gateways.length > 1 &&
      markup` Replace one of the two at a time: the other carries the tunnels meanwhile.`
    }`,
    markup`Are the tunnels up?${shell("vpnctl status")}`,
    markup`Where the old disk cannot be read any more, build one with new keys, write it and start it.${
      shell(
        ...gateways.flatMap(({ file, name, domain }) => [
          `gatewright build ${file} --out out/${name}`,
          `gatewright deploy out/${name} ${domain.disk} --yes --define --start`,
        ]),
      )
    }${
      made &&
      markup` It makes its keys of IKE at its first boot: give the peers the new public key.${
        shell(`gatewright key ${gateways[0]!.file}`)
      }`
    }`,
  ];
  return markup`<ol>${
    list.map((step) =>
      markup`
        <li>${step}</li>
      `
    )
  }</ol>
${machines(unit)}${kept(unit)}`;
}

function machines({ gateways, title }: Unit): Html {
  return markup`
    ${
    table(
      `Machines of ${title}`,
      ["Gateway", "Guest", "Memory", "Disk", "Bridges"],
      gateways.map(({ hostname, domain }) => [
        hostname,
        code(domain.name),
        `${domain.memory} MiB`,
        code(domain.disk),
        code(domain.interfaces.map(({ bridge }) => bridge).join(", ")),
      ]),
    )
  }
  `;
}

/** Where the secrets are kept that a build needs. */
function kept({ gateways, title }: Unit): Html | undefined {
  const rows = new Map<string, { where: Html; what: Set<string> }>();
  for (const gateway of gateways) {
    for (const { what, ref } of references(gateway)) {
      const where = place(gateway, ref);
      const row = rows.get(where.text) ?? { where, what: new Set() };
      rows.set(where.text, row);
      row.what.add(what);
    }
  }
  if (rows.size === 0) return undefined;
  return markup`
    ${
    table(`Secrets that the build of ${title} reads, which are not on this page`, [
      "Kept in",
      "What",
    ], [
      ...[...rows.values()].map(({ where, what }) => [where, [...what].join(", ")]),
    ])
  }
  `;
}

function references(gateway: Gateway): { what: string; ref: SecretRef }[] {
  const { tunnels, clients, access, files } = gateway;
  const passwords = [
    { name: "root", password: access.rootPassword },
    ...access.users,
  ];
  return [
    ...tunnels.flatMap(({ name, auth }) => {
      if (auth.method === "psk") return [{ what: `key of tunnel ${name}`, ref: auth.psk }];
      if (auth.method === "certificate") {
        return [{ what: `private key of tunnel ${name}`, ref: auth.certificate.key }];
      }
      return auth.peerKey ? [{ what: `public key of the peer of ${name}`, ref: auth.peerKey }] : [];
    }),
    ...clients.flatMap(({ name, psk, certificate, users }) => [
      ...(psk ? [{ what: `key of clients ${name}`, ref: psk }] : []),
      ...(certificate ? [{ what: `private key for clients ${name}`, ref: certificate.key }] : []),
      ...users.map((user) => ({ what: `password of ${user.name}`, ref: user.password })),
    ]),
    ...passwords.flatMap(({ name, password }) =>
      password.kind === "secret" ? [{ what: `password of ${name}`, ref: password.ref }] : []
    ),
    ...files.flatMap(({ path, content }) =>
      content.kind === "secret" ? [{ what: `content of ${path}`, ref: content.ref }] : []
    ),
    ...networkSecrets(gateway).map(({ what, ref }) => ({ what, ref })),
  ];
}

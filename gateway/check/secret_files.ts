/**
 * Checks the files in which a description keeps its secrets.
 *
 * Only files are read: a variable may be set later, and a command is run when its secret is needed.
 * @module
 */
import { dirname } from "node:path";
import { shownWord } from "../../host/shell_word.ts";
import type { Path } from "../document/document.ts";
import type { Clients } from "../clients.ts";
import type { Gateway, Password, SecretRef } from "../gateway.ts";
import { GatewrightError } from "../../host/error.ts";
import { networkSecrets } from "../secrets/network_secrets.ts";
import { NoSecretFile, readSecret } from "../secrets/read_secret.ts";
import { wellKnown } from "../secrets/well_known.ts";
import type { Report } from "./report.ts";
import { reveal } from "../../host/secret.ts";

/** A secret, its place in the description, and further checks of its value. */
interface Named {
  ref: SecretRef;
  path: Path;
  what: string;
  /** The whole file counts, not its first line. */
  whole?: boolean;
  /** Reports about the value; never contains a part of it. */
  check?(value: string, path: Path): void | Promise<void>;
}

/**
 * Reports secret files that are missing, unreadable or unusable, and passwords that are easy to
 * guess.
 */
export async function checkSecretFiles(gateway: Gateway, report: Report): Promise<void> {
  for (const { ref, path, what, whole = false, check } of secretsOf(gateway, report)) {
    if (!("file" in ref)) continue;
    const at = [...path, "file"];
    try {
      const value = await readSecret(ref, { what, where: gateway.file, whole, warn: () => {} });
      await check?.(reveal(value), at);
    } catch (error) {
      if (!(error instanceof GatewrightError)) throw error;
      // It may be created before the gateway is built.
      const make = error instanceof NoSecretFile ? await howToMake(ref.file, path) : undefined;
      const next = make ?? error.next;
      report(at, "warning", `${error.why ?? error.message}; ${next}`);
    }
  }
  for (const [name, password, path] of accountsOf(gateway)) {
    if (password.kind !== "hash") continue;
    if (await wellKnown(password.hash, [name])) {
      report([...path, "hash"], "warning", guessed(name));
    }
  }
}

/** A shell command that creates the secret at `path`; undefined if it must come from elsewhere. */
async function howToMake(file: string, path: Path): Promise<string | undefined> {
  const program = makerOf(path);
  if (program === undefined) return undefined;
  const folder = dirname(file);
  const there = await Deno.stat(folder).then(() => true, () => false);
  const make = there ? "" : `mkdir -p ${shownWord(folder)}; `;
  return `make it: (umask 077; ${make}${program} >${shownWord(file)})`;
}

/**
 * A command that prints a random value of the kind at `path`; undefined if it must come from
 * elsewhere.
 */
function makerOf(path: Path): string | undefined {
  const [section, , third] = path;
  const last = path.at(-1);
  if (section === "failover") return "openssl rand -hex 32";
  if (path.includes("carp")) return "openssl rand -hex 9";
  if (path.includes("wg")) return "openssl rand -base64 32";
  if (last === "psk") return "openssl rand -base64 33";
  return section === "clients" && third === "users" ? "openssl rand -base64 12" : undefined;
}

const guessed = (name: string) =>
  `the password of ${name} is empty or a common one; choose another`;

function accountsOf({ access }: Gateway): [string, Password, Path][] {
  return [
    ["root", access.rootPassword, ["access", "rootPassword"]],
    ...access.users.map(({ name, password }, at): [string, Password, Path] => [
      name,
      password,
      ["access", "users", at, "password"],
    ]),
  ];
}

function secretsOf(gateway: Gateway, report: Report): Named[] {
  return [
    ...gateway.tunnels.flatMap(({ name, auth }, at): Named[] => {
      const path = ["tunnels", at];
      if (auth.method === "psk") {
        // The value of a psk is checked in tunnel_secrets.ts.
        return [{ ref: auth.psk, path: [...path, "psk"], what: `the psk of tunnel ${name}` }];
      }
      const pem = (ref: SecretRef, ...field: string[]): Named => ({
        ref,
        path: [...path, ...field],
        what: `${field.join(".")} of tunnel ${name}`,
        whole: true,
        check(value, where) {
          if (/^-----BEGIN [A-Z0-9 ]+-----$/m.test(value)) return;
          report(where, "error", "the file is not PEM, which begins with -----BEGIN ...-----");
        },
      });
      if (auth.method === "keys") return auth.peerKey ? [pem(auth.peerKey, "peerKey")] : [];
      const { ca, cert, key } = auth.certificate;
      return [
        pem(ca, "certificate", "ca"),
        pem(cert, "certificate", "cert"),
        pem(key, "certificate", "key"),
      ];
    }),
    ...gateway.clients.flatMap(clientSecrets),
    ...accountsOf(gateway).flatMap(([name, password, path]): Named[] =>
      password.kind === "secret"
        ? [{
          ref: password.ref,
          path,
          what: `the password of ${name}`,
          async check(value, where) {
            if (await wellKnown(value, [name])) report(where, "warning", guessed(name));
          },
        }]
        : []
    ),
    ...networkSecrets(gateway).map(({ ref, path, what, fault, doubt }): Named => ({
      ref,
      path,
      what,
      check(value, where) {
        const why = fault(value);
        const said = doubt?.(value);
        if (why) report(where, "error", `${what} ${why}`);
        else if (said) report(where, "warning", `${what} ${said}`);
      },
    })),
    ...gateway.files.flatMap(({ path, content, append }, at): Named[] =>
      content.kind === "secret"
        ? [{
          ref: content.ref,
          path: ["files", at, append ? "append" : "secret"],
          what: `the content of ${path}`,
          whole: true,
        }]
        : []
    ),
  ];
}

/**
 * The secrets of one entry of `clients`; their values are checked in clients.ts and key_files.ts.
 */
function clientSecrets({ name, psk, certificate, users }: Clients, at: number): Named[] {
  const path = ["clients", at];
  const pem = (field: "ca" | "cert" | "key"): Named[] =>
    certificate
      ? [{
        ref: certificate[field],
        path: [...path, "certificate", field],
        what: `certificate.${field} of clients ${name}`,
        whole: true,
      }]
      : [];
  return [
    ...(psk ? [{ ref: psk, path: [...path, "psk"], what: `the psk of clients ${name}` }] : []),
    ...pem("ca"),
    ...pem("cert"),
    ...pem("key"),
    ...users.map((user, index): Named => ({
      ref: user.password,
      path: [...path, "users", index, "password"],
      what: `the password of ${user.name} (clients ${name})`,
    })),
  ];
}

/**
 * The manual page gatewright(1) in mdoc(7), from the table of commands.
 * @module
 */
import { EXIT } from "../../host/error.ts";
import type { Flag, ListedCommand } from "./command.ts";

/** Date of the last change of the texts below; the contents of tables need no date. */
const DATE = "November 26, 2026";

/** Escapes text for roff(7), also at the start of a line. */
export function roffText(words: string): string {
  return words.replaceAll("\\", "\\e").replace(/^(?=[.'])/gm, "\\&");
}

/**
 * An argument of a macro, escaped so that no word is taken for a macro, and no dash for a hyphen.
 */
export function roffArgument(word: string): string {
  const escaped = word.replaceAll("\\", "\\e").replaceAll('"', "\\(dq").replaceAll("-", "\\-");
  return /^[A-Z][a-z]$|^[.,:;()[\]?!|]$/.test(word) ? `\\&${escaped}` : escaped;
}

/**
 * `FILE... [--out DIR] [ls|cat PATH]` as macros: one line for each part that formatters must not
 * break.
 */
export function synopsis(usage: string): string[] {
  const lines: string[][] = [];
  let depth = 0;
  // Brackets, bars and dots are separate words.
  for (
    const token of usage.match(/--[a-z0-9-]+|[[\]|]|\.\.\.|[^\s[\]|.]+(?:\.[^\s[\]|.]+)*/g) ?? []
  ) {
    const macro = token === "["
      ? "Oo"
      : token === "]"
      ? "Oc"
      : token === "|"
      ? "|"
      : token === "..."
      ? "Ns ..."
      : token.startsWith("--")
      ? `Fl \\-${roffArgument(token.slice(2))}`
      : value(token);
    // A bar, dots and bracketed words belong to the word before them.
    const last = lines.at(-1);
    if (last && (depth > 0 || /^(\||Ns)/.test(macro) || last.at(-1) === "|")) last.push(macro);
    else lines.push([macro]);
    if (token === "[") depth++;
    if (token === "]") depth--;
  }
  return lines.map((macros) => `.${macros.join(" ")}`);
}

/** A placeholder is in capitals; other words are typed literally. */
const value = (word: string) => `${/^[A-Z]/.test(word) ? "Ar" : "Cm"} ${roffArgument(word)}`;

function flag({ name, value: values, summary }: Flag): string {
  const rest = values ? ` ${values.split("|").map(value).join(" | ")}` : "";
  return `.It Fl \\-${roffArgument(name)}${rest}\n${roffText(summary)}.`;
}

const sentence = (words: string) => `${words[0]!.toUpperCase()}${words.slice(1)}.`;

const call = ({ name, usage }: ListedCommand) =>
  [".Nm", `.Cm ${roffArgument(name)}`, ...synopsis(usage)].join("\n");

function section({ name, summary, flags, example }: ListedCommand): string {
  return [
    `.Ss gatewright ${name}`,
    roffText(sentence(summary)),
    ...(flags.length > 0 ? [".Bl -tag -width Ds", ...flags.map(flag), ".El"] : []),
    ".Pp",
    "For example:",
    `.Dl ${roffArgument(example)}`,
  ].join("\n");
}

const MEANINGS: Record<keyof typeof EXIT, string> = {
  done: "Success.",
  failed: "Failure; the message says why and what to do next.",
  usage: "The command line is not valid.",
  description: "The description was refused; nothing was written.",
  verification:
    "Verification failed: a signature, a checksum, the finished disk or its self-check.",
  timeout: "A time limit expired.",
  interrupted: "Interrupted by SIGINT, SIGTERM or SIGHUP; partial work is undone.",
};

/** gatewright(1). */
export function manPage(commands: readonly ListedCommand[]): string {
  return `.Dd ${DATE}
.Dt GATEWRIGHT 1
.Os
.Sh NAME
.Nm gatewright
.Nd build OpenBSD IPsec gateways as KVM guests
.Sh SYNOPSIS
${commands.map(call).join("\n")}
.Sh DESCRIPTION
.Nm
turns one YAML file, which describes an
.Ox
IPsec gateway, into a raw disk that boots as that gateway,
and into the libvirt domain that runs it.
.Ox Ns 's
own installer writes the disk under QEMU, without root.
.Pp
Results go to standard output, progress and complaints to standard error.
With
.Fl \\-json ,
where a command has it, results and errors are JSON.
All commands understand
.Fl \\-help .
.Pp
Secrets are never written in the description:
it names a file, an environment variable or a command for each.
.Sh COMMANDS
${commands.map(section).join("\n")}
.Sh ENVIRONMENT
.Bl -tag -width XDG_CACHE_HOME
.It Ev XDG_CACHE_HOME
Directory of the folder
.Pa gatewright ,
which holds verified files of releases; by default
.Pa ~/.cache .
.It Ev XDG_DATA_HOME
Directory of the folder
.Pa gatewright ,
which holds the libraries, and Deno if Gatewright installed it; by default
.Pa ~/.local/share .
.It Ev HTTP_PROXY , HTTPS_PROXY , NO_PROXY
Proxies for downloads.
.It Ev TMPDIR
Where sockets and throw-away disks are kept while a guest runs; by default
.Pa /tmp .
.It Ev GATEWRIGHT_PASSPHRASE
Passphrase of the key of
.Cm pack ,
unless a file is named.
.It Ev GATEWRIGHT_DEBUG
If set, errors show where in the program they came from.
.El
.Sh FILES
.Bl -tag -width Ds
.It Pa gateway/schema/gateway.schema.json
JSON Schema of descriptions, for editors.
.It Pa examples/
Descriptions to copy.
.El
.Sh EXIT STATUS
.Bl -tag -width 130
${
    (Object.keys(EXIT) as (keyof typeof EXIT)[]).map((kind) =>
      `.It ${EXIT[kind]}\n${MEANINGS[kind]}`
    ).join("\n")
  }
.El
.Sh SEE ALSO
.Xr qemu-img 1 ,
.Xr virsh 1 ,
.Xr gatewright.yaml 5
.Pp
On
.Ox :
.Xr ipsec.conf 5 ,
.Xr pf.conf 5 ,
.Xr autoinstall 8 ,
.Xr iked 8 ,
.Xr isakmpd 8`;
}

/**
 * The manual page gatewright.yaml(5) in mdoc(7), from the schema of descriptions.
 * @module
 */
import type { Field } from "../../gateway/schema/fields/field.ts";
import { roffArgument, roffText } from "./man_page.ts";

/** Date of the last change of the texts below; the contents of the schema need no date. */
const DATE = "November 26, 2026";

/** Sentences, one per line as mandoc(1) recommends, the last one with its full stop. */
const sentences = (words: string) =>
  (words.endsWith(".") ? words : `${words}.`).replaceAll(/(?<=[.!?]) +/g, "\n");

/** `pf.conf(5) or iked.conf(5)` as macros, one line for each page. */
function pages(man: string): string[] {
  return [...man.matchAll(/([a-z0-9_.]+)\((\d)\)/g)].map(([, name, section], at, all) =>
    `.Xr ${name} ${section}${at < all.length - 1 ? "\nor" : " ."}`
  );
}

function entry(field: Field): string[] {
  const { path, type, words, description, initial, required, since, man, example } = field;
  return [
    `.It Ic ${roffArgument(path)}`,
    ...(description ? [roffText(sentences(description))] : []),
    ...(words && type === "one word"
      ? [roffText(`One of ${words.join(", ")}.`)]
      : [roffText(`Type: ${type}.`)]),
    ...(required ? ["Required."] : []),
    ...(initial === undefined ? [] : [`The default is`, `.Ql ${roffArgument(initial)} .`]),
    ...(since === undefined ? [] : [roffText(`Since OpenBSD ${since}.`)]),
    ...(man === undefined ? [] : ["See", ...pages(man)]),
    ".Bd -literal -offset indent",
    ...example.split("\n").map(roffText),
    ".Ed",
  ];
}

/** gatewright.yaml(5), with every field; `whole` is a complete example. */
export function manPage5(fields: readonly Field[], whole: string): string {
  return `.Dd ${DATE}
.Dt GATEWRIGHT.YAML 5
.Os
.Sh NAME
.Nm gatewright.yaml
.Nd description of an OpenBSD IPsec gateway
.Sh DESCRIPTION
A description is a YAML file that
.Xr gatewright 1
turns into the disk of an
.Ox
gateway and the libvirt domain that runs it.
.Pp
A field is named by the fields around it, with dots between them;
.Ql []
stands for each element of a list.
A single value may stand in place of a list where the type says so.
Secrets are never written in a description: it names a file, an environment variable or a command.
.Sh FIELDS
.Bl -tag -width Ds
${fields.flatMap(entry).join("\n")}
.El
.Sh EXAMPLES
.Bd -literal
${whole.trimEnd().split("\n").map(roffText).join("\n")}
.Ed
.Sh SEE ALSO
.Xr gatewright 1
.Pp
On
.Ox :
.Xr hostname.if 5 ,
.Xr iked.conf 5 ,
.Xr ipsec.conf 5 ,
.Xr pf.conf 5`;
}

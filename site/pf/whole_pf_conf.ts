/**
 * The packet filter of a description that has a whole /etc/pf.conf instead of `firewall`.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { ownFile } from "../../gateway/openbsd/extra_path.ts";
import { broughtFile } from "./environment_of.ts";
import type { PfComplaint } from "./model/complaint.ts";
import type { Statement } from "./model/rule_set.ts";
import { readPfConf } from "./read/read_pf_conf.ts";

const PATH = "/etc/pf.conf";

/** Rules from a file of the description. */
export interface WholePfConf {
  /** The entry of `files`: the origin of all statements and complaints. */
  field: (string | number)[];
  /** Their text; undefined if it is not in the description. */
  text: string | undefined;
  statements: Statement[];
  complaints: PfComplaint[];
}

/** The rules of a whole pf.conf; undefined if it is written from fields. */
export function wholePfConf(gateway: Gateway): WholePfConf | undefined {
  const own = ownFile(gateway, PATH);
  if (!own) return undefined;
  const field = ["files", gateway.files.indexOf(own)];
  if (own.content.kind !== "text") {
    const unknown: Statement = { kind: "include", file: PATH, origin: { field } };
    return { field, text: undefined, statements: [unknown], complaints: [] };
  }
  const { text } = own.content;
  const { ruleSet, complaints } = readPfConf(text, { file: broughtFile(gateway) });
  const placed = <T extends object>(one: T) => ({
    ...one,
    origin: { ...("origin" in one ? one.origin as object : {}), field },
  });
  return {
    field,
    text,
    statements: ruleSet.statements.map(placed),
    complaints: complaints.map(({ place, ...one }) => ({
      ...one,
      reason: place === undefined ? one.reason : `line ${place.line}: ${one.reason}`,
      origin: { field },
    })),
  };
}

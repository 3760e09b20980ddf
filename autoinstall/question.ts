/**
 * A question of OpenBSD's installer, and its entry in the table of questions.
 * @module
 */
import type { Arch } from "../gateway/gateway.ts";

/** A question that a response file answers. */
export type AnsweredId =
  | "terminal"
  | "hostname"
  | "interface"
  | "inet"
  | "inet6"
  | "more-interfaces"
  | "route"
  | "domain"
  | "nameservers"
  | "root-password"
  | "root-key"
  | "sshd"
  | "x"
  | "xenodm"
  | "console"
  | "speed"
  | "user"
  | "user-name"
  | "user-password"
  | "user-key"
  | "root-ssh"
  | "root-disk"
  | "encrypt"
  | "partitioning"
  | "gpt"
  | "template"
  | "layout"
  | "more-disks"
  | "location"
  | "proxy"
  | "server"
  | "directory"
  | "sets"
  | "site-checksum"
  | "site-unverified"
  | "more-sets"
  | "timezone";

/** A question that must stay at its default, because it means that something is wrong. */
export type UnansweredId =
  | "fetch-failed"
  | "checksum-failed"
  | "unverified"
  | "install-failed"
  | "incomplete"
  | "clock"
  | "mount-failed";

/**
 * Condition for a question to be asked. `display`: a wsdisplay(4) and no `aperture`; `aperture`: a
 * display whose X server needs the aperture driver; `gpt`: the answer was `gpt` and the installer
 * itself was started by a BIOS; `auto`: no template was given; `disks`: there are more disks;
 * `user`: a user is set up; `list`: the list of mirrors was fetched from the Internet, which also
 * suggests a mirror, a time zone and the time; `site`: a set that is not in SHA256.sig was
 * selected; `trouble`: something went wrong.
 */
export type Circumstance =
  | "display"
  | "aperture"
  | "gpt"
  | "auto"
  | "disks"
  | "user"
  | "site"
  | "list"
  | "trouble";

/** One question. The table is in the order in which an installation asks. */
export interface Question {
  /** Identifies the question in all its wordings. */
  id: AnsweredId | UnansweredId;
  /**
   * Text on the console, without the default; {@linkcode Names} stand for what the installer fills
   * in.
   */
  text: string;
  /**
   * Key in a response file: as much of `text` as the matching rules allow and as does not depend on
   * the machine. Absent if the default is wanted.
   */
  key?: string;
  /** The answer without a response line; absent if there is none, or it depends on the machine. */
  default?: string;
  /** First release with this wording, as 66 or 79. */
  since?: number;
  /** Last release with this wording. */
  until?: number;
  /** Asked only under this condition. */
  when?: Circumstance;
  /** Not asked under this condition. */
  unless?: Circumstance;
  /** Asked only by the installer of this architecture. */
  arch?: Arch;
}

/** Values of `%if`, `%user`, `%set`, `%sources` and so on in texts and keys. */
export interface Names {
  /** The network interface: `vio0`. */
  if: string;
  /** The login name of the first user. */
  user: string;
  /** The file name of the site set: `site79.tgz`. */
  set: string;
  /** Sources of sets: `cd0 disk http nfs`. */
  sources: string;
  /** The time according to the list of mirrors, in the format of date(1). */
  time?: string;
}

/** Fills `names` into a text, a key or a default of the table. */
export function fill(template: string, names: Names): string {
  return template.replace(
    /%(if|user|set|sources|time)\b/g,
    (_, name: keyof Names) => names[name] ?? "",
  );
}

/**
 * One question of OpenBSD's installer, and what the table of questions says of it.
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

/** A question that is left to its default, because it means that something is wrong or beyond us. */
export type UnansweredId =
  | "fetch-failed"
  | "checksum-failed"
  | "unverified"
  | "install-failed"
  | "incomplete"
  | "clock"
  | "mount-failed";

/**
 * What must be so for a question to be asked. `display`: a wsdisplay(4) and no `aperture`;
 * `aperture`: a display whose X server needs the aperture driver; `gpt`: `gpt` was the answer and
 * the installer itself was started by a BIOS; `auto`: no template was named; `disks`: there are
 * more disks; `user`: a user is set up; `list`: the list of mirrors came from the Internet, which
 * also says where and how late it is; `site`: a set that SHA256.sig does not name was selected;
 * `trouble`: something went wrong.
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

/** One question, in the order in which an installation asks. */
export interface Question {
  /** The same for every wording. */
  id: AnsweredId | UnansweredId;
  /** As on the console, without the default; with {@linkcode Names} where the installer puts some. */
  text: string;
  /**
   * What a response file calls it: as much of `text` as its rules of matching allow and as stays the
   * same whatever the machine has. Absent where the default is what we want.
   */
  key?: string;
  /** The answer without a response line; absent where there is none, or where the machine decides. */
  default?: string;
  /** First release that asks it like this, as 66 or 79. */
  since?: number;
  /** Last release that does. */
  until?: number;
  /** Asked only then. */
  when?: Circumstance;
  /** Not asked then. */
  unless?: Circumstance;
  /** Asked like this by the installer of this architecture only. */
  arch?: Arch;
}

/** What stands for `%if`, `%user`, `%set`, `%sources` and so on in texts and keys. */
export interface Names {
  /** The network interface: `vio0`. */
  if: string;
  /** The login name of the first user. */
  user: string;
  /** The file name of the site set: `site79.tgz`. */
  set: string;
  /** Where sets can come from: `cd0 disk http nfs`. */
  sources: string;
  /** What the list of mirrors says the time is, as date(1) writes it. */
  time?: string;
}

/** Puts `names` into a text, a key or a default of the table. */
export function fill(template: string, names: Names): string {
  return template.replace(
    /%(if|user|set|sources|time)\b/g,
    (_, name: keyof Names) => names[name] ?? "",
  );
}

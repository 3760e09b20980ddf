/**
 * The script that turns a base into a gateway, in the installer's shell: see `prepareLines`.
 *
 * In the order of install.sub: the site set is unpacked, the installer's own function makes the
 * accounts, the record of the answers and rc.firsttime(8) are adapted to this gateway, install.site
 * runs in the chroot. All lines of its output start with `gatewright: stamp: `; the last is `done`,
 * `REFUSED` (install.site failed) or `FAILED why` (this release cannot be stamped).
 * @module
 */
import { installAnswers } from "../../autoinstall/install_conf.ts";
import { type AnsweredId, fill, type Names } from "../../autoinstall/question.ts";
import { questionsOf } from "../../autoinstall/questions.ts";
import type { InstallEnvironment } from "../../autoinstall/environment.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import { NO_PASSWORD } from "../../gateway/openbsd/accounts.ts";
import { reveal, Secret } from "../../host/secret.ts";
import { shellWord } from "../../host/shell_word.ts";

/** Data for a stamp, besides the gateway. */
export interface StampPlan {
  gateway: Gateway;
  secrets: Secrets;
  environment: InstallEnvironment;
  /** Partitions of the base by mount point, including `/`: `["/var", "e"]`. */
  mounts: readonly (readonly [mount: string, letter: string])[];
  /** URL of the site set, which must be unguessable. */
  siteSet: string;
}

/** Answers in which a gateway may differ from its base. */
export const STAMPED: readonly AnsweredId[] = [
  "hostname",
  "domain",
  "root-password",
  "user",
  "user-name",
  "user-password",
  "user-key",
  "root-ssh",
  "timezone",
  // The source of the sets is only in the record of the answers, which keeps that of the base.
  "server",
  "directory",
];

/** The password field of root in a base, for sed(1). */
const NO_PASSWORD_FIELD = NO_PASSWORD.replaceAll("*", "\\*");

/**
 * ksh(1) script, sourced in a shell that has the installer's functions. It contains password
 * hashes.
 */
export function renderStampScript(plan: StampPlan): Secret {
  const { gateway, secrets, environment, siteSet } = plan;
  const answers = installAnswers(gateway, secrets, environment);
  const word = (id: AnsweredId) => shellWord(reveal(answers[id] ?? ""));
  const user = gateway.access.users[0]?.name ?? "";
  // Parents before what is mounted on them.
  const mounts = plan.mounts.toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  const place = (mount: string) => `/mnt${mount === "/" ? "" : mount}`;
  return new Secret(`say() { echo "gatewright: stamp: $*"; }
give_up() { say "FAILED $*"; exit 1; }
cd /
mkdir -p /tmp/i /tmp/ai
# The kernel has the label of the disk that the installer was booted with.
disklabel -c ${environment.disk} >/dev/null 2>&1
${
    mounts.map(([mount, letter]) => {
      const device = `/dev/${environment.disk}${letter}`;
      return `mount_ffs -o async ${device} ${
        shellWord(place(mount))
      } || give_up "cannot mount ${device}"\n`;
    }).join("")
  }sed -i 's/^root:${NO_PASSWORD_FIELD}:/root::/' /mnt/etc/master.passwd
grep -q '^root::' /mnt/etc/master.passwd || give_up "the base has a password of root"
grep -q '^#PermitRootLogin ' /mnt/etc/ssh/sshd_config || give_up "sshd_config is not the release's"
[ -f ${
    shellWord(`/mnt/usr/share/zoneinfo/${gateway.timezone}`)
  } ] || give_up "the release has no such time zone"
set -- /mnt/var/log/install.resp.*
[ $# = 1 ] && [ -f "$1" ] && mv -f "$1" /tmp/i/gatewright.resp || give_up "the base has no record of its answers"
set -- /mnt/var/log/ai.log.*
[ $# = 1 ] && [ -f "$1" ] && mv -f "$1" /tmp/ai/ai.log || give_up "the base has no log"
sed -i '/^( .*mail -s /d' /mnt/etc/rc.firsttime
say "unpacking the site set"
rm -f /tmp/gatewright.bad
{ ftp -VMo - ${shellWord(siteSet)} || : >/tmp/gatewright.bad; } | tar -zxphf - -C /mnt ||
	give_up "the site set cannot be unpacked"
[ -e /tmp/gatewright.bad ] && give_up "the site set cannot be fetched"
hostname ${shellWord(`${answers.hostname}.${answers.domain}`)}
MODE=install START_SSHD=y SSHD_ENABLEROOT=${word("root-ssh")} APERTURE= START_XDM=n DEFCONS=n
TZ=${word("timezone")}
ADMIN=${shellWord(user)} ADMIN_NAME=${word("user-name")} ADMIN_PASS=${word("user-password")}
ADMIN_KEY= _rootkey= _rootpass=${word("root-password")}
# Its status is that of its last test; what it should have done is looked at.
gatewright_accounts
${
    user === ""
      ? ""
      : `grep -q ${shellWord(`^${user}:`)} /mnt/etc/master.passwd && [ -d ${
        shellWord(`/mnt/home/${user}`)
      } ] || give_up "the installer did not make its user"\n`
  }grep -q '^root::' /mnt/etc/master.passwd && give_up "root would have no password"
while IFS= read -r line; do
	case $line in
${answerCases(plan, answers)}	*) print -r -- "$line" ;;
	esac
done </tmp/i/gatewright.resp >/tmp/i/install.resp
prep_root_mail /tmp/i/install.resp "$(hostname) install response file"
{ chroot /mnt /install.site || : >/tmp/gatewright.bad; } 2>&1 | tee -a /tmp/ai/ai.log
[ -e /tmp/gatewright.bad ] && { say REFUSED; exit 1; }
prep_root_mail /tmp/ai/ai.log "$(hostname) install log"
rm -f /tmp/i/* /tmp/ai/ai.log
${
    mounts.toReversed().map(([mount]) =>
      `umount ${shellWord(place(mount))} || give_up "cannot unmount ${mount}"\n`
    ).join("")
  }say "done"
`);
}

/**
 * Branches of a case statement that replace answers in the installer's record by those of this
 * gateway.
 */
function answerCases(
  { gateway, environment }: StampPlan,
  answers: ReturnType<typeof installAnswers>,
): string {
  const user = gateway.access.users[0]?.name;
  const names: Names = { if: environment.interface, user: user ?? "", set: "", sources: "" };
  const lines = new Map<AnsweredId, string>();
  const heads = new Map<AnsweredId, string>();
  for (const { id, text } of questionsOf(gateway.release.number, gateway.release.arch)) {
    // install.sub: log_answers keeps a question up to its question mark.
    const [head = ""] = fill(text, names).split("?");
    const answer = answers[id as AnsweredId];
    if (answer === undefined || heads.has(id as AnsweredId)) continue;
    heads.set(id as AnsweredId, head);
    lines.set(id as AnsweredId, `${head} = ${reveal(answer)}`);
  }
  const change = (id: AnsweredId, given: readonly AnsweredId[]) =>
    `\t${shellWord(`${heads.get(id)} = `)}*) print -r -- ${
      given.map((one) => shellWord(lines.get(one)!)).join("; print -r -- ")
    } ;;\n`;
  return [
    change("hostname", ["hostname"]),
    change("domain", ["domain"]),
    change("user", user === undefined ? ["user"] : ["user", "user-name", "user-key"]),
    change("root-ssh", ["root-ssh"]),
    change("timezone", ["timezone"]),
  ].join("");
}

/**
 * The parts of the schema that describe the system itself: release, disk, accounts, files.
 * @module
 */
import Type from "typebox";
import { DEFAULTS } from "./defaults.ts";
import { VERSION_RANGE, versionPattern } from "../openbsd/releases.ts";
import { CLOSED, password, secretRef, text, words } from "./common.ts";
import { FILE_PATH, LINE, plainBut, SIZE, TEXT, url } from "./pattern.ts";

const version = text(versionPattern(), `OpenBSD release, ${VERSION_RANGE}; quote it.`);

/** The release of OpenBSD. */
export const releaseSchema = Type.Union([
  text(
    versionPattern("rehearsal"),
    `OpenBSD release, ${VERSION_RANGE}; quote it. rehearsal: a stand-in, for trials.`,
  ),
  Type.Object({
    version,
    arch: Type.Optional(words(["amd64", "i386"], "Architecture.", DEFAULTS.arch)),
    mirror: Type.Optional(
      text(url("https?|file"), "Mirror up to and including pub/OpenBSD: https, http or file."),
    ),
    key: Type.Optional(
      text(LINE, "signify public key that replaces the built-in one.", { minLength: 1 }),
    ),
    rehearsal: Type.Optional(
      Type.Boolean({
        description:
          "Install with a stand-in for this release's installer; the disk does not boot OpenBSD.",
        default: false,
      }),
    ),
  }, CLOSED),
], {
  description:
    `OpenBSD release, ${VERSION_RANGE}: "${DEFAULTS.release}", or {version, arch, mirror, key}; or rehearsal.`,
  default: DEFAULTS.release,
});

/** The disk. */
export const diskSchema = Type.Object({
  size: Type.Optional(text(SIZE, "Size of the image, such as 6G.", { default: DEFAULTS.diskSize })),
  layout: Type.Optional(Type.Union([
    words(["single", "auto"], "single: one root and a small swap; auto: OpenBSD's own layout."),
    Type.Array(
      Type.Object({
        mount: text("^(swap|/[A-Za-z0-9_./-]*)$", "Mount point such as /var, or swap.", {
          maxLength: 64,
        }),
        size: text(
          "^(\\*|[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT])$",
          "Size such as 2G, or * for what is left.",
        ),
        grow: Type.Optional(
          Type.Boolean({ description: "Grow into the space that is left.", default: false }),
        ),
      }, CLOSED),
      { minItems: 1, maxItems: 15 },
    ),
  ], { description: "single, auto, or a list of {mount, size}.", default: DEFAULTS.diskLayout })),
}, { ...CLOSED, description: "The disk to install on.", default: {} });

const keys = (description: string) =>
  Type.Optional(Type.Array(
    text(
      // No lookbehind and no escape: options, then the type, then what LINE allows.
      LINE.replace("^", '^(?!#)[A-Za-z0-9@=,."*:/+ _-]*(ssh-|ecdsa-|sk-)'),
      "One line of authorized_keys, such as ssh-ed25519 AAAA... name.",
      { maxLength: 8192 },
    ),
    { description, default: [] },
  ));

/** Who can log in. */
export const accessSchema = Type.Object({
  rootPassword: Type.Optional(password),
  rootKeys: keys("Public ssh keys of root."),
  rootSsh: Type.Optional(
    words(
      ["no", "yes", "prohibit-password"],
      "PermitRootLogin. Default: prohibit-password where root has keys, else no.",
    ),
  ),
  users: Type.Optional(Type.Array(
    Type.Object({
      name: text(
        "^[a-z][a-z0-9_-]{0,30}$",
        "Login name: a lower-case letter, then up to 30 of a-z, 0-9, _ and -.",
      ),
      fullName: Type.Optional(
        text(plainBut(":&,"), "Full name. Default: the login name.", { maxLength: 100 }),
      ),
      keys: keys("Public ssh keys."),
      password: Type.Optional(password),
      wheel: Type.Optional(Type.Boolean({ description: "Member of group wheel.", default: true })),
      doas: Type.Optional(
        words(
          ["no", "password", "persist", "nopass"],
          "What doas permits. Default: nopass for users of wheel without a password, else persist.",
        ),
      ),
    }, CLOSED),
    { description: "Accounts for people.", default: [] },
  )),
}, { ...CLOSED, description: "Who can log in to the gateway.", default: {} });

/** Extra files. */
export const filesSchema = Type.Array(
  Type.Object({
    path: text(FILE_PATH, "Absolute path on the gateway.", { maxLength: 200 }),
    content: Type.Optional(text(TEXT, "The whole text of the file.")),
    append: Type.Optional(Type.Union([
      text(TEXT, "Text to add to the end of the release's own file."),
      ...secretRef.anyOf,
    ], {
      description:
        "What to add to the end of the release's own file: text, or where a secret is kept ({file}, {env} or {command}). A file that is not there is made, mode 0600.",
    })),
    source: Type.Optional(
      text(LINE, "A file of this host to copy; relative to the description's folder.", {
        minLength: 1,
      }),
    ),
    secret: Type.Optional(secretRef),
    mode: Type.Optional(
      text(
        "^0?[0-7]{3}$",
        'Permissions in octal, in quotes: "0640". Default: 0644; 0600 for a secret, and where daemons insist on it.',
      ),
    ),
    owner: Type.Optional(
      text("^[a-z_][a-z0-9_-]*$", "Owner, an account of OpenBSD's own.", { default: "root" }),
    ),
    group: Type.Optional(
      text("^[a-z_][a-z0-9_-]*$", "Group, one of OpenBSD's own.", { default: "wheel" }),
    ),
  }, CLOSED),
  { description: "Files to add; each with one of content, append, source or secret.", default: [] },
);

/**
 * Error codes, for programs that need more than the exit code.
 * @module
 */

/** The codes and their meanings. Messages may change from release to release; codes do not. */
export const ERROR_CODES = {
  "not-installed": "a program of the host is missing",
  "too-much-output": "a program wrote more than it may",
  "too-late": "the time limit was reached, or the guest has been silent for too long",
  "output-folder": "the output folder cannot be used, or holds what no build made",
  "needs-force": "what is there would be overwritten",
  "needs-consent": "there was no terminal to confirm on",
  "in-use": "the target is in use",
  "in-use-by-domain": "the target is the disk of a domain that is shut off",
  "image-refused": "the image is not fit to be used",
  "image-of-rehearsal": "the image was made by a rehearsal and does not boot OpenBSD",
  "image-differs": "the image is not the gateway that was described",
  "cannot-grow": "the disk cannot be grown into the target",
  "no-domain": "there is no domain, or it cannot be read",
  "other-domain": "the domain is not the one of the build, or not proved to be",
  "other-hardware": "the domain does not have the hardware that the disk was made for",
  "needs-replace": "a domain of this name is defined and differs",
  "uuid-taken": "another domain has the UUID",
  "needs-shared": "the disk is not known to be visible on the other host",
  "no-kvm": "KVM does not work on the host",
  "cpu-unsupported": "the host has no such processor",
  "would-not-start": "the domain would not start on the host",
  "no-boot": "the gateway did not come up",
  "no-shutdown": "the guest did not shut down in time",
  "gone-back": "the new gateway did not come up, and the domain has the old disk again",
  "not-gone-back": "the new gateway did not come up, and going back to the old disk failed",
  "kernel-stopped": "the OpenBSD kernel stopped",
  "no-state": "the saved state of the installer cannot be used",
  "no-stamp": "the gateway could not be made from a base",
  "other-base": "the base is not one for the gateway",
  "not-confirmed": "a push was not confirmed",
  "no-transcript": "the text is not what the gateway prints about itself",
  "no-key": "there is no public key for the release",
  "no-identity": "the disk has no keys that a new gateway could take over",
  "needs-passphrase": "the secret key has a passphrase",
  "not-signed": "the image has no valid signature",
} as const;

/** A key of {@linkcode ERROR_CODES}. */
export type ErrorCode = keyof typeof ERROR_CODES;

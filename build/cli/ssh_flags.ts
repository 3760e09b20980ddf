/**
 * Flags of the commands that connect to a running gateway.
 * @module
 */
import type { SshTarget } from "../../host/ssh.ts";
import type { Context, Flag } from "./command.ts";

/** The flag that names the gateway. */
export const SSH_FLAG: Flag = {
  name: "ssh",
  value: "DEST",
  summary: "ssh destination of the gateway, as root or as a user with doas nopass",
};

/** The flag for the configuration file of ssh. */
export const SSH_CONFIG_FLAG: Flag = {
  name: "ssh-config",
  value: "FILE",
  summary: "ssh configuration file in place of your own",
};

/** The gateway `dest`, with the values of the flags. */
export function sshTarget({ flags, ask }: Context, dest: string): SshTarget {
  const config = flags["ssh-config"];
  return {
    dest,
    interactive: ask !== undefined,
    ...(typeof config === "string" ? { config } : {}),
  };
}

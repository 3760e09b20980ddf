/**
 * Flags of the commands that speak to a gateway that runs.
 * @module
 */
import type { SshTarget } from "../../host/ssh.ts";
import type { Context, Flag } from "./command.ts";

/** The gateway. */
export const SSH_FLAG: Flag = {
  name: "ssh",
  value: "DEST",
  summary: "ssh destination of the gateway, as root or as a user with doas nopass",
};

/** How ssh is configured. */
export const SSH_CONFIG_FLAG: Flag = {
  name: "ssh-config",
  value: "FILE",
  summary: "ssh configuration file in place of your own",
};

/** The gateway `dest` with the flags of a command. */
export function sshTarget({ flags, ask }: Context, dest: string): SshTarget {
  const config = flags["ssh-config"];
  return {
    dest,
    interactive: ask !== undefined,
    ...(typeof config === "string" ? { config } : {}),
  };
}

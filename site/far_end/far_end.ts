/**
 * The configuration of a tunnel's far end, common to all kinds.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { GatewrightError } from "../../host/error.ts";

/** A file of the far end, or commands to type there. */
export interface FarEndFile {
  /** Absolute path; a title if the text is typed and there is no `mode`. */
  path: string;
  text: string;
  /** Permission bits of a file. */
  mode?: number;
}

/** Instructions for a far end, with notes. */
export interface FarEnd {
  files: FarEndFile[];
  /** Comment prefix of its syntax. Default: `#`. */
  comment?: string;
  /** Shell commands for the far end, in order: they load the files and start the tunnel. */
  commands: string[];
  /**
   * Commands that show the state there, and the log while the tunnel does not come up. Default:
   * none.
   */
  diagnostics?: string[];
  /** Notes about what the files cannot express. */
  notes: string[];
  /** The one of the notes that concerns the identity of the far end (`dstid`). */
  identityNote?: string;
}

/** Data that is not in the description. */
export interface FarEndOptions {
  /** The pre-shared key; absent: a placeholder is shown. */
  key?: string;
  /** The gateway's address as the far end sees it, if that is a router with NAT. */
  gatewayAddress?: string;
}

/**
 * Renders one kind of far end from the fields that the gateway's own files are rendered from. Pure.
 */
export type FarEndRenderer = (gateway: Gateway, tunnel: Tunnel, options: FarEndOptions) => FarEnd;

/** A tunnel that the configuration of a far end cannot express. */
export class NotCovered extends GatewrightError {
  /** The message without the name of the tunnel. */
  readonly what: string;
  /** Field of the tunnel that is the obstacle. */
  readonly field: "dstid" | "farEnd";

  /** `what` follows the name of the tunnel in the message. */
  constructor(
    { file }: Gateway,
    { name }: Tunnel,
    what: string,
    { field = "farEnd", why, next }: { field?: "dstid" | "farEnd"; why: string; next: string },
  ) {
    super(`tunnel ${name}: ${what}`, { kind: "description", where: file, why, next });
    this.what = what;
    this.field = field;
  }
}

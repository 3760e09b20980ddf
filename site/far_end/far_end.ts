/**
 * What the other end of a tunnel types: the shape that all kinds of far ends share.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";

/** A file of the far end, or a text that is typed there. */
export interface FarEndFile {
  /** Absolute path; where the text is typed, if there is no `mode`. */
  path: string;
  text: string;
  /** Permission bits of a file. */
  mode?: number;
}

/** What a person does at the far end, and what is to be known about it. */
export interface FarEnd {
  files: FarEndFile[];
  /** What begins a comment there. Default: `#`. */
  comment?: string;
  /** Lines for a shell there, in order: they load the files and begin. */
  commands: string[];
  /** Lines that show there what is up, and what is said while nothing comes up. Default: none. */
  looks?: string[];
  /** Sentences about what the files cannot say. */
  notes: string[];
}

/** What the description alone does not hold. */
export interface FarEndOptions {
  /** The pre-shared key; absent: a place to put it is shown. */
  key?: string;
  /** The address that the far end sees of the gateway, where that is a router with NAT. */
  gatewayAddress?: string;
}

/** Makes one kind of far end from the same fields as the gateway's own files. Pure. */
export type FarEndMaker = (gateway: Gateway, tunnel: Tunnel, options: FarEndOptions) => FarEnd;

/**
 * A tunnel with its networks as numbers, and where they are written.
 * @module
 */
import type { Prefix } from "../address.ts";
import type { Path } from "../document/document.ts";
import type { Tunnel } from "../tunnel.ts";

/** A network and where it is written. */
export interface Network extends Prefix {
  path: Path;
}

/** A tunnel with what the checks read again and again. */
export interface Parsed {
  /** The tunnel. */
  tunnel: Tunnel;
  /** Its place in the list. */
  index: number;
  /** The same as a path. */
  path: (string | number)[];
  /** Networks on this side that can be read. */
  local: Network[];
  /** Networks on the other side that can be read. */
  remote: Network[];
  /** Which of them are joined. */
  pairs: { near: Network; far: Network }[];
}

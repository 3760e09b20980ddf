/**
 * A tunnel with its networks parsed, and the places where they are written.
 * @module
 */
import type { Prefix } from "../address.ts";
import type { Path } from "../document/document.ts";
import type { Tunnel } from "../tunnel.ts";

/** A network and where it is written. */
export interface Network extends Prefix {
  path: Path;
}

/** A tunnel, with data that the checks read repeatedly. */
export interface Parsed {
  /** The tunnel. */
  tunnel: Tunnel;
  /** Its index in the list. */
  index: number;
  /** Its path in the description. */
  path: (string | number)[];
  /** Valid networks on this side. */
  local: Network[];
  /** Valid networks on the other side. */
  remote: Network[];
  /** The pairs that are joined. */
  pairs: { near: Network; far: Network }[];
}

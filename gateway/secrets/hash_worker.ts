/**
 * Hashes passwords on a thread of its own; started by {@linkcode hashPasswords} only.
 * @module
 */
import bcrypt from "bcryptjs";

/** A password, and the cost of bcrypt: the binary logarithm of its rounds. */
export interface HashRequest {
  /** At most 72 bytes. */
  password: string;
  /** 4 to 31. */
  rounds: number;
}

/** The part of a worker's global scope that is used here. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<HashRequest>) => void;
  postMessage(hash: string): void;
};

scope.onmessage = ({ data: { password, rounds } }) =>
  scope.postMessage(bcrypt.hashSync(password, rounds));

/**
 * Rules for pre-shared keys.
 * @module
 */

/**
 * Characters that ipsec.conf(5) and iked.conf(5) allow between quotes, where `$` starts no macro
 * (yylex in their parse.y).
 */
const QUOTABLE = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;

/**
 * isakmpd's FIFO reads a value up to its first blank, and at most this many bytes (`%200s` in its
 * ui.c).
 */
const FIFO_BYTES = 200;

/** What is wrong with a key. */
export interface PskFault {
  /** Worded to follow the name of the key; never contains a part of it. */
  what: string;
  /** What to do. */
  next: string;
}

const GOOD_ONE = "openssl rand -base64 33 makes a strong one";

/** Shorter keys can be guessed from a recorded negotiation. */
const FEW = 20;

/**
 * What is weak or unusual about a key that works, worded to follow its name; never contains a part
 * of it.
 */
export function pskDoubt(psk: string): string | undefined {
  if (psk.endsWith(" ")) {
    return "ends with a blank, which is part of it; the other end needs it too";
  }
  if (psk.startsWith(" ")) {
    return "begins with a blank, which is part of it; the other end needs it too";
  }
  return psk.length < FEW ? `is short (${psk.length} characters); ${GOOD_ONE}` : undefined;
}

/** Why the daemon of IKE version `ike` would reject `psk`; undefined if it accepts it. */
export function pskFault(psk: string, ike: 1 | 2): PskFault | undefined {
  const next = GOOD_ONE;
  // Mostly left by an editor or a paste; the other end has none.
  if (/^\s|\s$/.test(psk) && (ike === 1 || /^\t|\t$/.test(psk))) {
    return {
      what: /\s$/.test(psk) ? "ends with a blank or a tab" : "begins with a blank or a tab",
      next: "remove it where the psk is kept",
    };
  }
  if (!QUOTABLE.test(psk) || /^0x/i.test(psk)) {
    return {
      what: "contains characters that a configuration file cannot quote, or begins with 0x",
      next: "use only letters, digits and -_.,:;+=@%$/: openssl rand -base64 33",
    };
  }
  if (ike === 1 && psk.includes(" ")) {
    return {
      what: "contains a blank, and isakmpd reads it only up to the blank",
      next: "use a psk without blanks at both ends, or ike: 2",
    };
  }
  if (ike === 1 && psk.length > FIFO_BYTES) {
    return { what: `is longer than ${FIFO_BYTES} characters, and isakmpd would cut it`, next };
  }
  return psk.length > 255 ? { what: "is longer than 255 characters", next } : undefined;
}

/**
 * Character classes of pf.conf(5).
 * @module
 */

const BARE = new Uint8Array(128);
for (let code = 33; code < 127; code++) {
  BARE[code] = "(){}<>!=/#,".includes(String.fromCharCode(code)) ? 0 : 1;
}

/** Whether an unquoted word may contain this character after its first. */
export function isBare(code: number): boolean {
  return code >= 0 && code < 128 && BARE[code] === 1;
}

/** 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter or a digit of ASCII. */
export function isAlnum(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Whether digits before this character (-1: the end) are a number, and not the start of a word. */
export function endsNumber(code: number): boolean {
  return code === -1 || (code >= 9 && code <= 13) || code === 32 ||
    (code < 128 && "),/}=".includes(String.fromCharCode(code)));
}

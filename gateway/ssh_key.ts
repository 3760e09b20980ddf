/**
 * Public keys of ssh.
 * @module
 */

const TYPES = /(?:^|[\s])((?:ssh-|ecdsa-|sk-)[A-Za-z0-9@.-]+)\s+(\S+)/;

/**
 * Why `line` is no line of authorized_keys (sshd(8)); undefined if it is one. Never shows the line:
 * what stands there by mistake may be a private key.
 */
export function wrongKey(line: string): string | undefined {
  // Options may hold blanks and key-like words between quotes.
  const [, type, blob] = TYPES.exec(line.replaceAll(/"[^"]*"/g, '""')) ?? [];
  if (type === undefined || blob === undefined) return "the line has no key type and key";
  let bytes: string;
  try {
    bytes = atob(blob);
  } catch {
    return "the key is not base64; it was cut or wrapped";
  }
  // RFC 4253, section 6.6: the key begins with its type, after a length of four bytes.
  const length = [...bytes.slice(0, 4)].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
  if (bytes.length < 4 || bytes.slice(4, 4 + length) !== type) {
    return `the key does not begin as a key of type ${type} does; it was cut or wrapped`;
  }
  return undefined;
}

/** Whether `line` has the key that the examples show: its base64 spells the word, again and again. */
export function isPlaceholder(line: string): boolean {
  return line.includes("ExampleExampleExample");
}

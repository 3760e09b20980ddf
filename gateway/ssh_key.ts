/**
 * Public keys of ssh.
 * @module
 */

const TYPES = /(?:^|[\s])((?:ssh-|ecdsa-|sk-)[A-Za-z0-9@.-]+)\s+(\S+)/;

/**
 * Why `line` is not a line of authorized_keys (sshd(8)); undefined if it is one. Never contains the
 * line, which may be a private key by mistake.
 */
export function wrongKey(line: string): string | undefined {
  // Quoted options may contain blanks and words that look like keys.
  const [, type, blob] = TYPES.exec(line.replaceAll(/"[^"]*"/g, '""')) ?? [];
  if (type === undefined || blob === undefined) return "the line has no key type and key";
  let bytes: string;
  try {
    bytes = atob(blob);
  } catch {
    return "the key is not base64; it was cut or wrapped";
  }
  // RFC 4253, section 6.6: the key starts with its type, after a length of four bytes.
  const length = [...bytes.slice(0, 4)].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
  if (bytes.length < 4 || bytes.slice(4, 4 + length) !== type) {
    return `the key does not begin as a key of type ${type} does; it was cut or wrapped`;
  }
  if (type === "ssh-dss") return "OpenSSH takes no DSA keys; make one with ssh-keygen -t ed25519";
  // The placeholder key of the examples is reported with a message of its own.
  if (isPlaceholder(line)) return undefined;
  const fields = fieldsOf(bytes);
  if (!fields) return "the key is not whole; it was cut or wrapped";
  if (type === "ssh-ed25519" && fields[1]?.length !== 32) {
    return "the key is not whole; it was cut or wrapped";
  }
  // RequiredRSASize of sshd_config(5); the modulus starts with a zero byte.
  if (type === "ssh-rsa" && (fields[2]?.length ?? 0) < 128) {
    return "RSA keys need 1024 bits or more; make one with ssh-keygen -t ed25519";
  }
  return undefined;
}

/**
 * The fields of a key, each preceded by its length in four bytes; undefined if they do not add up.
 */
function fieldsOf(bytes: string): string[] | undefined {
  const fields: string[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const length = [...bytes.slice(at, at + 4)]
      .reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
    fields.push(bytes.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return at === bytes.length && fields.length > 1 ? fields : undefined;
}

/** Whether `line` has the placeholder key of the examples, whose base64 repeats a word. */
export function isPlaceholder(line: string): boolean {
  return line.includes("ExampleExampleExample");
}

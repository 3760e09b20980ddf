/**
 * Data as text, for comparison.
 * @module
 */

/**
 * The same text for equal data. Maps, sets, bytes and big integers are kept distinct; the order of
 * an object's fields does not count.
 *
 * @throws {TypeError} for a function, and for an object of an unknown class: two different objects
 * would give the same text.
 */
export function canonical(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonical).join(",")}]`;
  if (data instanceof Map) return `Map${canonical([...data])}`;
  if (data instanceof Set) return `Set${canonical([...data])}`;
  if (data instanceof Uint8Array) return `bytes:${data.toHex()}`;
  switch (typeof data) {
    case "string":
      return JSON.stringify(data);
    case "number":
    case "boolean":
    case "undefined":
      return String(data);
    case "bigint":
      return `${data}n`;
    case "object":
      return data === null ? "null" : fields(data);
    default:
      throw new TypeError(`${typeof data} has no text`);
  }
}

function fields(data: object): string {
  const prototype: unknown = Object.getPrototypeOf(data);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`${data.constructor.name} has no text`);
  }
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  const sorted = entries.sort(([a], [b]) => a < b ? -1 : 1);
  return `{${sorted.map(([name, value]) => `${JSON.stringify(name)}:${canonical(value)}`)}}`;
}

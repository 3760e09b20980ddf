/**
 * The Range header of HTTP (RFC 9110, 14.1.2), as far as one range goes.
 * @module
 */

/**
 * First and last byte that `header` asks for of `size` bytes. `undefined`: serve everything (no
 * header, or a form that may be ignored); `"unsatisfiable"`: answer 416.
 */
export function byteRange(
  header: string | null,
  size: number,
): { first: number; last: number } | "unsatisfiable" | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return undefined;
  if (match[1] === "") {
    const count = Math.min(Number(match[2]), size);
    return count === 0 ? "unsatisfiable" : { first: size - count, last: size - 1 };
  }
  const first = Number(match[1]);
  if (match[2] !== "" && Number(match[2]) < first) return undefined;
  if (first >= size) return "unsatisfiable";
  return { first, last: match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1) };
}

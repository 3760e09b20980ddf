/**
 * Text from disks, made safe to show.
 * @module
 */

/** `text` without characters that a terminal obeys: names and labels on disks are hostile. */
export function plain(text: string): string {
  return text.replace(
    /\p{Cc}/gu,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

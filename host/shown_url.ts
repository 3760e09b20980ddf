/**
 * URLs without passwords, for messages.
 * @module
 */

/** A URL without user, password, query and fragment, which may contain tokens. */
export function shownUrl(url: URL | string): string {
  if (!URL.canParse(String(url))) return withoutPasswords(String(url));
  const shown = new URL(url);
  shown.username =
    shown.password =
    shown.search =
    shown.hash =
      "";
  return shown.href;
}

/** User and password of a URL, up to the last `@` before its path; of a mistyped one too. */
const PASSWORD =
  /(\b(?:[a-z][a-z0-9+.-]*:\/\/|(?:https?|ftp):\/?(?!\/)))[^\s\/?#:"'<>]*:[^\s\/?#"'<>]*@/gi;

/**
 * `text` with `***` for user and password of every URL in it that has both. A user alone stays:
 * `qemu+ssh://root@host/system` is a command argument.
 */
export function withoutPasswords(text: string): string {
  return text.includes("@") ? text.replace(PASSWORD, "$1***@") : text;
}

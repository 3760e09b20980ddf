/**
 * Where secrets are kept, without the secrets.
 * @module
 */
import { dirname } from "node:path/posix";
import type { Gateway } from "../../gateway/gateway.ts";
import type { SecretRef } from "../../gateway/values.ts";
import { code, type Html, markup } from "./html.ts";

/** The file, the variable name, or that a command prints it; the command itself may be secret. */
export function place({ file }: Gateway, ref: SecretRef): Html {
  if ("env" in ref) return markup`the variable ${code(ref.env)}`;
  if ("command" in ref) return markup`what a command prints`;
  const folder = `${dirname(file)}/`;
  const path = ref.file.startsWith(folder) ? ref.file.slice(folder.length) : ref.file;
  const parts = path.split("/");
  return markup`the file ${code(parts.length > 3 ? `…/${parts.slice(-2).join("/")}` : path)}`;
}

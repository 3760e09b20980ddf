/**
 * Short forms that several parts of a description share.
 * @module
 */
import type { SecretRef } from "../gateway.ts";

/** A value or a list as a list; empty if absent. */
export function many<T>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** A lifetime such as `24h`, in seconds. */
export function seconds(lifetime: string | number): number {
  if (typeof lifetime === "number") return lifetime;
  const unit = { s: 1, m: 60, h: 3600, d: 86400 }[lifetime.at(-1) as "s" | "m" | "h" | "d"];
  return unit ? Number(lifetime.slice(0, -1)) * unit : Number(lifetime);
}

/** A volume such as `500M`, in bytes; powers of 1024 as in iked.conf(5). */
export function bytesOf(volume: string | number): number {
  if (typeof volume === "number") return volume;
  const power = ["", "K", "M", "G"].indexOf(/[KMG]$/.exec(volume)?.[0] ?? "");
  return Number(volume.replace(/[KMG]$/, "")) * 1024 ** power;
}

/** `ref` with the path of its file made absolute by `beside`. */
export function resolveSecretRef(ref: SecretRef, beside: (path: string) => string): SecretRef {
  return "file" in ref ? { file: beside(ref.file) } : ref;
}

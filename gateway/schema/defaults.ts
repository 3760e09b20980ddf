/**
 * Defaults; published in the schema and used by `resolve.ts`.
 * @module
 */
import { NEWEST } from "../openbsd/releases.ts";

/** One entry for each field with a fixed default. */
export const DEFAULTS = {
  arch: "amd64",
  consoleSpeed: 115200,
  diskLayout: "single",
  diskSize: "6G",
  forwarding: "ipsec",
  installurl: "https://cdn.openbsd.org/pub/OpenBSD",
  lifetime1: "24h",
  lifetime2: "1h",
  memory: "1024M",
  release: NEWEST,
  timezone: "UTC",
} as const;

/** Default transforms of a tunnel: strong, and known to both IKE versions. */
export const TRANSFORM = { auth: "hmac-sha2-256", enc: "aes-256", group: "modp2048" } as const;

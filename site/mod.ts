/**
 * Gatewright's descriptions as a library: reading them, with every complaint at its line and
 * column, and the resulting types.
 * @module
 */
export {
  ERROR_CODES,
  type ErrorCode,
  type ErrorDetails,
  EXIT,
  type ExitKind,
  GatewrightError,
} from "../host/error.ts";
export { Secret, type Text } from "../host/secret.ts";
export type * from "../gateway/gateway.ts";
export type * from "../gateway/clients.ts";
export type { FarEndName } from "../gateway/far_end_kinds.ts";
export type * from "../gateway/tunnel.ts";
export type * from "../gateway/values.ts";
export type * from "../gateway/interface.ts";
export type * from "../gateway/firewall.ts";
export type { Loaded } from "../gateway/load/load.ts";
export type { Outcome } from "../gateway/load/load_together.ts";
export { type Accepted, DescriptionError, type Problem } from "../gateway/document/problem.ts";
export {
  type ReadingOptions,
  type ResolvedSecrets,
  resolveSecrets,
  type Secrets,
} from "../gateway/secrets/secrets.ts";
export { loadGateway, parseGateway, type ReadOptions } from "./load_gateway.ts";
export { loadTogether } from "./load_gateway.ts";
export type { Strictness } from "./load_directly.ts";

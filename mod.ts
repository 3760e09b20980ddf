/**
 * Gatewright as a library: an OpenBSD IPsec gateway as a KVM guest, from one description.
 *
 * {@linkcode loadGateway} reads a description, {@linkcode renderGateway} makes the files of it,
 * {@linkcode build} has OpenBSD's own installer write the disk, {@linkcode bootImage} boots a copy
 * of it, {@linkcode inspectImage} inspects it, {@linkcode deployImage} writes it to a volume.
 * Nothing here prints or exits; errors that a user can act on are thrown as
 * {@linkcode GatewrightError}.
 *
 * @example Everything that is wrong with a description
 * ```ts
 * import { loadGateway, DescriptionError } from "@gatewright/gatewright";
 *
 * try {
 *   const { gateway, warnings } = await loadGateway("hq.yaml");
 *   console.log(gateway.hostname, warnings.length);
 * } catch (error) {
 *   if (!(error instanceof DescriptionError)) throw error;
 *   for (const { line, column, message } of error.problems) console.log(line, column, message);
 * }
 * ```
 * @module
 */
export * from "./site/mod.ts";
export * from "./images/mod.ts";
export * from "./build/mod.ts";

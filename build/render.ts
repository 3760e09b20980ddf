/**
 * Renders all files of a gateway except its disk.
 * @module
 */
import { renderDisklabelConf } from "../autoinstall/disklabel_conf.ts";
import { type InstallEnvironment, installEnvironment } from "../autoinstall/environment.ts";
import { renderInstallConf } from "../autoinstall/install_conf.ts";
import { renderDomain } from "../images/domain/domain_xml.ts";
import { contentSize, type SiteFile } from "../site/file.ts";
import { siteFiles, siteRevision } from "../site/files.ts";
import { siteSet, siteSetName } from "../site/set.ts";
import { GatewrightError } from "../host/error.ts";
import { type HostFile, hostFile, unchangedPieces } from "../host/host_file.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { Secrets } from "../gateway/secrets/secrets.ts";
import type { Rendered } from "./steps/rendered.ts";

/** Result of {@linkcode renderGateway}: the files of a build, and the tree in the site set. */
export interface RenderedGateway extends Rendered {
  /** The files in the site set. */
  files: SiteFile[];
  /**
   * The revision: twelve hexadecimal digits that identify the files of the site set, secrets aside.
   */
  revision: string;
  /** XML of the libvirt domain. */
  domainXml: string;
}

/**
 * Renders `gateway` for the installation in `environment` (default: QEMU's user network).
 *
 * @throws {GatewrightError} (description) if a `source` file cannot be read.
 */
export async function renderGateway(
  gateway: Gateway,
  secrets: Secrets,
  environment: InstallEnvironment = installEnvironment(gateway),
  signal?: AbortSignal,
): Promise<RenderedGateway> {
  const site = await readSite(gateway, secrets, signal);
  return { ...site, ...renderWith(site.files, gateway, secrets, environment, signal) };
}

/** Renders `gateway` with known `files` for the installation in `environment`. */
export function renderWith(
  files: readonly SiteFile[],
  gateway: Gateway,
  secrets: Secrets,
  environment: InstallEnvironment,
  signal?: AbortSignal,
): Omit<RenderedGateway, keyof ReadSite> {
  const disklabelConf = renderDisklabelConf(gateway);
  return {
    siteSet: siteSet(files, (file) => unchangedPieces(file, signal)),
    siteBytes: files.reduce((sum, { content }) => sum + contentSize(content), 0),
    siteSetName: siteSetName(gateway.release),
    installConf: renderInstallConf(gateway, secrets, environment),
    domainXml: renderDomain(gateway),
    ...(disklabelConf === undefined ? {} : { disklabelConf }),
  };
}

/** The files of a site set, and their revision. */
export type ReadSite = Pick<RenderedGateway, "files" | "revision">;

/**
 * The files of `gateway`'s site set; files of the host are hashed.
 *
 * @throws {GatewrightError} (description) if a `source` file cannot be read.
 */
export async function readSite(
  gateway: Gateway,
  secrets: Secrets,
  signal?: AbortSignal,
): Promise<ReadSite> {
  const sources = await readSources(gateway, signal);
  return {
    files: siteFiles(gateway, secrets, sources),
    revision: siteRevision(gateway, sources),
  };
}

/**
 * The revision of `gateway`, computed without reading a secret.
 *
 * @throws {GatewrightError} (description) if a `source` file cannot be read.
 */
export async function readRevision(gateway: Gateway, signal?: AbortSignal): Promise<string> {
  return siteRevision(gateway, await readSources(gateway, signal));
}

/**
 * The files of this host that `gateway` includes, hashed, by path.
 *
 * @throws {GatewrightError} (description) if one cannot be read.
 */
export async function readSources(
  gateway: Gateway,
  signal: AbortSignal | undefined,
): Promise<Map<string, HostFile>> {
  const sources = new Map<string, HostFile>();
  for (const { path, content } of gateway.files) {
    if (content.kind !== "source" || sources.has(content.file)) continue;
    try {
      sources.set(content.file, await hostFile(content.file, signal));
    } catch (cause) {
      signal?.throwIfAborted();
      throw new GatewrightError(`the source of ${path} cannot be read`, {
        kind: "description",
        where: content.file,
        next: "correct the path in the description; it is relative to the description's folder",
        cause,
      });
    }
  }
  return sources;
}

/**
 * Renders everything that a gateway needs besides its disk.
 * @module
 */
import { renderDisklabelConf } from "../autoinstall/disklabel_conf.ts";
import { type InstallEnvironment, installEnvironment } from "../autoinstall/environment.ts";
import { renderInstallConf } from "../autoinstall/install_conf.ts";
import { renderDomain } from "../images/domain/domain_xml.ts";
import type { SiteFile } from "../site/file.ts";
import { siteFiles } from "../site/files.ts";
import { siteSet, siteSetName } from "../site/set.ts";
import { GatewrightError } from "../host/error.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { Secrets } from "../gateway/secrets/secrets.ts";
import type { Rendered } from "./steps/rendered.ts";

/** What {@linkcode renderGateway} makes: the files of a build, and the tree in the site set. */
export interface RenderedGateway extends Rendered {
  /** The files in the site set. */
  files: SiteFile[];
  /** libvirt domain. */
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
): Promise<RenderedGateway> {
  const files = siteFiles(gateway, secrets, await readSources(gateway));
  const disklabelConf = renderDisklabelConf(gateway);
  return {
    files,
    siteSet: new Uint8Array(await siteSet(files)),
    siteSetName: siteSetName(gateway.release),
    installConf: renderInstallConf(gateway, secrets, environment),
    domainXml: renderDomain(gateway),
    ...(disklabelConf === undefined ? {} : { disklabelConf }),
  };
}

async function readSources(gateway: Gateway): Promise<Map<string, Uint8Array>> {
  const sources = new Map<string, Uint8Array>();
  for (const { path, content } of gateway.files) {
    if (content.kind !== "source") continue;
    try {
      sources.set(content.file, await Deno.readFile(content.file));
    } catch (cause) {
      throw new GatewrightError(`the source of ${path} cannot be read`, {
        kind: "description",
        where: content.file,
        next: "mend the path in the description; it is relative to the description's folder",
        cause,
      });
    }
  }
  return sources;
}

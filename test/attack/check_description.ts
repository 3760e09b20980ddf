/**
 * Whether a description was dealt with as it should be: refused in words that stay on their lines, or
 * accepted and rendered without a line or a command that nobody wrote.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { printable } from "../../host/printable.ts";
import { DescriptionError } from "../../gateway/document/problem.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { renderDisklabelConf } from "../../autoinstall/disklabel_conf.ts";
import { installEnvironment } from "../../autoinstall/environment.ts";
import { renderInstallConf } from "../../autoinstall/install_conf.ts";
import { renderDomain } from "../../images/domain/domain_xml.ts";
import { parseDomain } from "../../images/domain/domain_document.ts";
import { isHostFile } from "../../site/file.ts";
import { siteFiles } from "../../site/files.ts";
import { parseGateway } from "../../site/load_gateway.ts";
import { CANARY } from "./mutate_description.ts";
import { testSecrets } from "../gateway.ts";
import { reveal } from "../../host/secret.ts";

/** What came of one description. */
export type Outcome = "accepted" | "refused" | "not rendered";

/** Something that must not happen; its message says what. */
export class Finding extends Error {}

/** Where users write lines as they are, so that one with the canary is theirs. */
function rawText(gateway: Gateway): string {
  return JSON.stringify([
    gateway.files,
    gateway.firewall.rules,
    gateway.network.interfaces.map(({ options }) => options),
  ]);
}

/**
 * Reads and renders `text`.
 *
 * @throws {Finding} for an error that nobody caught, or an injection.
 */
export function outcomeOf(text: string): Outcome {
  let gateway: Gateway;
  try {
    gateway = parseGateway(text, "fuzz.yaml").gateway;
  } catch (error) {
    checkError(error);
    return "refused";
  }
  let rendered: Map<string, string>;
  try {
    rendered = renderAll(gateway);
  } catch (error) {
    checkError(error);
    return "not rendered";
  }
  checkRendered(rendered, gateway);
  return "accepted";
}

function checkError(error: unknown): void {
  if (!(error instanceof GatewrightError)) {
    throw new Finding(`uncaught: ${error instanceof Error ? error.stack : error}`, {
      cause: error,
    });
  }
  const words = printable(error.format());
  if (error instanceof DescriptionError) {
    const forged = words.split("\n").find((line) => !/^fuzz\.yaml:\d+:\d+: \w+: /.test(line));
    if (forged !== undefined) throw new Finding(`a forged complaint: ${forged}`);
  }
  if (/^\s*CANARY9/m.test(words)) throw new Finding(`a forged line: ${words}`);
}

function renderAll(gateway: Gateway): Map<string, string> {
  const psks = Object.fromEntries(
    gateway.tunnels.map(({ name }) => [name, "psk-of-a-test-of-many"]),
  );
  const secrets = testSecrets({ psks });
  const rendered = new Map<string, string>();
  for (const { path, content } of siteFiles(gateway, secrets)) {
    rendered.set(path, isHostFile(content) ? "" : reveal(content));
  }
  rendered.set(
    "install.conf",
    reveal(renderInstallConf(gateway, secrets, installEnvironment(gateway))),
  );
  rendered.set("disklabel.conf", renderDisklabelConf(gateway) ?? "");
  const xml = renderDomain(gateway);
  parseDomain(xml, "fuzz.xml");
  rendered.set("domain.xml", xml);
  return rendered;
}

/**
 * Looks for lines, elements and commands that the canary became in rendered files.
 *
 * @throws {Finding} for the first.
 */
export function checkRendered(rendered: ReadonlyMap<string, string>, gateway: Gateway): void {
  for (const [path, content] of rendered) checkFile(path, content, gateway);
}

/** Scripts that a shell of the gateway runs. */
const SHELL = /^(install\.site|usr\/local\/(sbin|libexec)\/)/;

function checkFile(path: string, content: string, gateway: Gateway): void {
  if (!content.includes(CANARY)) return;
  if (gateway.files.some((file) => `/${path}`.endsWith(file.path))) return;
  if (/^gatewright\/append\//.test(path)) return;
  for (const line of content.split(/[\n\r\u0085\u2028]/)) {
    if (!line.includes(CANARY)) continue;
    if (line.trimStart().startsWith(CANARY) && !rawText(gateway).includes(CANARY)) {
      throw new Finding(`a line of ${path}: ${line}`);
    }
    if (path === "domain.xml" && line.includes(`<${CANARY}`)) {
      throw new Finding(`an element of ${path}: ${line}`);
    }
    if (SHELL.test(path)) checkShell(path, line);
  }
}

/** In a script the canary may stand in a comment or between single quotes only. */
function checkShell(path: string, line: string): void {
  if (/^\s*#/.test(line)) return;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "\\" && !quoted) at++;
    else if (line[at] === "'") quoted = !quoted;
    else if (!quoted && /^(\$\(|`|;\s*)CANARY9/.test(line.slice(at))) {
      throw new Finding(`a command of ${path}: ${line}`);
    }
  }
}

/**
 * All files of the site set.
 * @module
 */
import { ownFile } from "../gateway/openbsd/extra_path.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { daemonOf } from "../gateway/daemon.ts";
import { ikev1Tunnels } from "../gateway/tunnel.ts";
import type { Secrets } from "../gateway/secrets/secrets.ts";
import { renderDoasConf } from "./etc/doas_conf.ts";
import { extraFiles } from "./extra_files.ts";
import type { HostFile } from "../host/host_file.ts";
import { holdsSecret, type SiteFile } from "./file.ts";
import { renderFirstBoot } from "./shell/first_boot.ts";
import { carriersOf } from "../gateway/interface.ts";
import { renderHostnameIf, renderHostnameParent } from "./etc/hostname_if.ts";
import { renderHosts } from "./etc/hosts.ts";
import { renderIkedConf } from "./ipsec/iked_conf.ts";
import { renderInstallSite } from "./shell/install_site.ts";
import { renderInstallurl } from "./etc/installurl.ts";
import { renderIpsecConf } from "./ipsec/ipsec_conf.ts";
import { renderIsakmpdConf } from "./ipsec/isakmpd_conf.ts";
import { renderSasyncdConf } from "./ipsec/sasyncd_conf.ts";
import { renderIpsecTunnel } from "./ipsec/ipsec_tunnel.ts";
import { lines } from "../host/lines.ts";
import { renderKeyFiles } from "./key_files.ts";
import { renderMygate } from "./etc/mygate.ts";
import { renderMyname } from "./etc/myname.ts";
import { renderPfConf } from "./pf/pf_conf.ts";
import { renderRcConfLocal } from "./etc/rc_conf_local.ts";
import { renderResolvConf } from "./etc/resolv_conf.ts";
import { hiddenSecrets, revisionOf } from "./revision.ts";
import { renderSysctlConf } from "./etc/sysctl_conf.ts";
import { renderVpnctl } from "./shell/vpnctl.ts";
import type { Text } from "../host/secret.ts";
import { NO_PASSWORD } from "../gateway/openbsd/accounts.ts";

/**
 * The files of the gateway, sorted by path. Files that the installer would overwrite, or that
 * belong to users who do not exist yet when the set is unpacked, are staged below `gatewright/`,
 * and moved into place by install.site.
 *
 * @param sources the `source` files by path on the host
 * @throws {GatewrightError} (description) if an owner does not exist on the gateway.
 */
export function siteFiles(
  gateway: Gateway,
  secrets: Secrets,
  sources: ReadonlyMap<string, HostFile> = new Map(),
): SiteFile[] {
  const content = renderInstallSite(gateway, siteRevision(gateway, sources));
  return [
    ...lastingFiles(gateway, secrets, sources),
    { path: "install.site", content, mode: 0o755 },
  ].sort(byPath);
}

/**
 * The revision of a description: the same for the same files, regardless of secrets. Keys and
 * certificates, which the description only refers to, are left out.
 *
 * @param sources the `source` files by path on the host
 */
export function siteRevision(
  gateway: Gateway,
  sources: ReadonlyMap<string, HostFile> = new Map(),
): string {
  return revisionOf(lastingFiles(gateway, hiddenSecrets(gateway), sources).sort(byPath));
}

const byPath = (a: SiteFile, b: SiteFile) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

/** All files except install.site. */
function lastingFiles(
  gateway: Gateway,
  secrets: Secrets,
  sources: ReadonlyMap<string, HostFile>,
): SiteFile[] {
  return [
    ...systemFiles(gateway),
    ...ipsecFiles(gateway, secrets),
    ...networkFiles(gateway, secrets),
    ...accountFiles(gateway, secrets),
    ...extraFiles(gateway, secrets, sources),
    {
      path: "usr/local/libexec/gatewright-first-boot",
      content: renderFirstBoot(gateway),
      mode: 0o555,
    },
  ];
}

/** No entry for an empty file. */
function file(path: string, content: Text, mode = 0o644): SiteFile[] {
  if (content === "") return [];
  return [{ path, content, mode: holdsSecret({ content }) ? 0o600 : mode }];
}

function systemFiles(gateway: Gateway): SiteFile[] {
  return [
    // A file of the description replaces the rendered one.
    ...(ownFile(gateway, "/etc/pf.conf") ? [] : file("etc/pf.conf", renderPfConf(gateway), 0o600)),
    ...file("etc/sysctl.conf", renderSysctlConf(gateway)),
    ...file("etc/rc.conf.local", renderRcConfLocal(gateway)),
    ...file("etc/installurl", renderInstallurl(gateway)),
    ...file("etc/doas.conf", renderDoasConf(gateway), 0o600),
  ];
}

function ipsecFiles(gateway: Gateway, secrets: Secrets): SiteFile[] {
  const first = ikev1Tunnels(gateway.tunnels);
  return [
    ...file("etc/ipsec.conf", renderIpsecConf(gateway), 0o600),
    ...(ownFile(gateway, "/etc/isakmpd/isakmpd.conf")
      ? []
      : file("etc/isakmpd/isakmpd.conf", renderIsakmpdConf(gateway), 0o600)),
    ...first.flatMap((tunnel) =>
      file(
        `etc/ipsec/${tunnel.name}.conf`,
        renderIpsecTunnel(tunnel, secrets.psks.get(tunnel.name)),
        0o600,
      )
    ),
    ...renderKeyFiles(gateway, secrets),
    ...file("etc/sasyncd.conf", renderSasyncdConf(gateway, secrets), 0o600),
    ...(daemonOf(gateway) === 2
      ? file("etc/iked.conf", renderIkedConf(gateway, secrets), 0o600)
      : []),
    ...(gateway.tunnels.length + gateway.clients.length > 0
      ? file("usr/local/sbin/vpnctl", renderVpnctl(gateway), 0o555)
      : []),
  ];
}

function networkFiles(gateway: Gateway, secrets: Secrets): SiteFile[] {
  const { interfaces } = gateway.network;
  const names = new Set(interfaces.map((one) => one.name));
  const carriers = new Set(interfaces.flatMap((one) => carriersOf(one).map(({ name }) => name)));
  return [
    ...interfaces.flatMap((one) => {
      const text = renderHostnameIf(gateway, one, secrets);
      return file(`gatewright/etc/hostname.${one.name}`, text, 0o640);
    }),
    ...[...carriers].filter((name) => !names.has(name)).flatMap((name) =>
      file(`gatewright/etc/hostname.${name}`, renderHostnameParent(), 0o640)
    ),
    ...file("gatewright/etc/mygate", renderMygate(gateway)),
    ...file("gatewright/etc/myname", renderMyname(gateway)),
    ...file("gatewright/etc/hosts", renderHosts(gateway)),
    ...file("gatewright/etc/resolv.conf", renderResolvConf(gateway)),
  ];
}

function accountFiles(gateway: Gateway, secrets: Secrets): SiteFile[] {
  const { rootKeys, users } = gateway.access;
  return [
    ...file("gatewright/keys/root", lines(rootKeys), 0o600),
    ...users.flatMap((user) => file(`gatewright/keys/${user.name}`, lines(user.keys), 0o600)),
    ...users.slice(1).flatMap((user) =>
      file(
        `gatewright/passwd/${user.name}`,
        secrets.passwords.get(user.name) ?? NO_PASSWORD,
        0o600,
      )
    ),
  ];
}

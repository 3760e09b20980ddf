/**
 * Everything that the site set carries.
 * @module
 */
import type { Gateway } from "../spec/gateway.ts";
import type { Secrets } from "../spec/secrets.ts";
import { renderDoasConf } from "./doas_conf.ts";
import type { SiteFile } from "./file.ts";
import { renderFirstBoot } from "./first_boot.ts";
import { renderHostnameIf } from "./hostname_if.ts";
import { renderHosts } from "./hosts.ts";
import { renderIkedConf } from "./iked_conf.ts";
import { renderInstallSite } from "./install_site.ts";
import { renderInstallurl } from "./installurl.ts";
import { renderIpsecConf } from "./ipsec_conf.ts";
import { renderIpsecTunnel } from "./ipsec_tunnel.ts";
import { renderMygate } from "./mygate.ts";
import { renderMyname } from "./myname.ts";
import { renderPfConf } from "./pf_conf.ts";
import { renderRcConfLocal } from "./rc_conf_local.ts";
import { renderResolvConf } from "./resolv_conf.ts";
import { renderSysctlConf } from "./sysctl_conf.ts";
import { renderVpnctl } from "./vpnctl.ts";

/**
 * The files of the gateway, sorted by path. What the installer would overwrite is staged below
 * `gatewright/`, from where install.site puts it in place.
 *
 * @param sources contents of the `source` files by their path on the host.
 */
export function siteFiles(
  gateway: Gateway,
  secrets: Secrets,
  sources: Record<string, Uint8Array> = {},
): SiteFile[] {
  const { access, network, tunnels } = gateway;
  const files: SiteFile[] = [];
  const add = (
    path: string,
    content: string | Uint8Array,
    mode = 0o644,
    more: Partial<SiteFile> = {},
  ) => {
    if (content.length > 0) files.push({ path, content, mode, ...more });
  };
  add("etc/pf.conf", renderPfConf(gateway), 0o600);
  add("etc/sysctl.conf", renderSysctlConf(gateway));
  add("etc/rc.conf.local", renderRcConfLocal(gateway));
  add("etc/installurl", renderInstallurl(gateway));
  add("etc/doas.conf", renderDoasConf(gateway), 0o600);
  if (tunnels.some((tunnel) => tunnel.ike === 1)) {
    add("etc/ipsec.conf", renderIpsecConf(gateway), 0o600);
  }
  if (tunnels.some((tunnel) => tunnel.ike === 2)) {
    add("etc/iked.conf", renderIkedConf(gateway, secrets), 0o600, { secret: true });
  }
  for (const tunnel of tunnels.filter((one) => one.ike === 1)) {
    add(
      `etc/ipsec/${tunnel.name}.conf`,
      renderIpsecTunnel(tunnel, secrets.psks[tunnel.name]),
      0o600,
      { secret: true },
    );
  }
  for (const one of network.interfaces) {
    add(`gatewright/etc/hostname.${one.name}`, renderHostnameIf(gateway, one), 0o640);
  }
  add("gatewright/etc/mygate", renderMygate(gateway));
  add("gatewright/etc/myname", renderMyname(gateway));
  add("gatewright/etc/hosts", renderHosts(gateway));
  if (network.nameservers.length > 0) add("gatewright/etc/resolv.conf", renderResolvConf(gateway));
  const keys = (name: string, list: string[]) =>
    add(`gatewright/keys/${name}`, list.map((key) => `${key}\n`).join(""), 0o600);
  keys("root", access.rootKeys);
  for (const user of access.users) keys(user.name, user.keys);
  for (const user of access.users.slice(1)) {
    add(`gatewright/passwd/${user.name}`, secrets.passwords[user.name] ?? "*************", 0o600, {
      secret: true,
    });
  }
  const appended: string[] = [];
  for (const file of gateway.files) {
    const content = file.content.kind === "text"
      ? file.content.text
      : file.content.kind === "secret"
      ? secrets.files[file.path] ?? ""
      : sources[file.content.file] ?? new Uint8Array();
    const secret = file.content.kind === "secret" ? { secret: true } : {};
    if (file.append) {
      add(`gatewright/append/${appended.length}`, content, 0o600, secret);
      appended.push(`${appended.length} ${file.path}\n`);
    } else {add(file.path.slice(1), content, file.mode, {
        owner: file.owner,
        group: file.group,
        ...secret,
      });}
  }
  add("gatewright/append.list", appended.join(""));
  if (tunnels.length > 0) add("usr/local/sbin/vpnctl", renderVpnctl(gateway), 0o555);
  add("usr/local/libexec/gatewright-first-boot", renderFirstBoot(gateway), 0o555);
  add("install.site", renderInstallSite(gateway), 0o755);
  return files.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

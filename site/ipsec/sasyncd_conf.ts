/**
 * /etc/sasyncd.conf: synchronises security associations with the other gateway.
 * @module
 */
import { daemonOf } from "../../gateway/daemon.ts";
import { decidingCarp, syncAddress } from "../../gateway/shared_address.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { FAILOVER_KEY } from "../../gateway/secrets/network_secrets.ts";
import { sasyncKey } from "../../gateway/secrets/sasync_key.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import { GatewrightError } from "../../host/error.ts";
import { reveal, Secret, secretLines, secretly, type Text } from "../../host/secret.ts";

/**
 * sasyncd.conf(5): sasyncd listens on the sync link only, follows the carp(4) interface that
 * tunnels use, and keeps the daemon of the backup gateway passive. Empty without `failover`.
 *
 * @throws {GatewrightError} (description) if there is no key.
 */
export function renderSasyncdConf(gateway: Gateway, secrets: Pick<Secrets, "network">): Text {
  const { failover } = gateway;
  if (!failover) return "";
  const key = sasyncKey(reveal(secrets.network.get(FAILOVER_KEY) ?? ""));
  if (key === undefined) throw new GatewrightError("failover has no key", { kind: "description" });
  const daemon = daemonOf(gateway);
  const own = syncAddress(gateway);
  const carp = decidingCarp(gateway);
  return secretLines([
    ...(daemon === 1
      ? ["# Whenever isakmpd is restarted, sasyncd must be too: rcctl restart isakmpd sasyncd"]
      : []),
    ...(carp ? [`interface ${carp.name}`] : []),
    ...(own === undefined ? [] : [`listen on ${own}`]),
    `peer ${failover.peer}`,
    secretly`sharedkey ${new Secret(key)}`,
    `control ${daemon === undefined ? "none" : daemon === 1 ? "isakmpd" : "iked"}`,
  ]);
}

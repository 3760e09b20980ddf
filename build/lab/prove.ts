/**
 * Proves tunnels of gateways: in the laboratory they must come up and carry packets.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { resolveSecrets, type Secrets } from "../../gateway/secrets/secrets.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { type CaseResult, passed } from "./case.ts";
import { clientCases } from "./client_cases.ts";
import { ikev1Cases } from "./ikev1_cases.ts";
import { joinedCase, otherEnd } from "./joined_cases.ts";
import type { PlannedCase } from "./planned.ts";
import { type LabOptions, runLab } from "./run_lab.ts";
import { tunnelCases } from "./tunnel_cases.ts";

/** A case of a tunnel, and its result. */
export interface CaseProof extends CaseResult {
  /** `as described`, `behind NAT`, `with another key`, `joined`. */
  purpose: string;
  /** Deviations from the description; sentences. */
  notes: string[];
  passed: boolean;
}

/** Result for a tunnel, or for clients. */
export interface TunnelProof {
  /** File of the description. */
  file: string;
  /** Name of the tunnel, or of the clients. */
  tunnel: string;
  ike: 1 | 2;
  /** The other side: an address, `any`, or `clients`. */
  peer: string;
  cases: CaseProof[];
}

/** A gateway with its secrets. */
export interface Described {
  gateway: Gateway;
  secrets: Secrets;
}

/** Options of {@linkcode proveTunnels}. */
export interface ProveOptions extends LabOptions {
  /** Names of the tunnels to prove. Default: all. */
  tunnels?: readonly string[];
}

/** Result of {@linkcode proveTunnels}. */
export interface Proof {
  tunnels: TunnelProof[];
  /** Every case of every tunnel passed. */
  proved: boolean;
  /** Warnings about the way secrets are kept. */
  warnings: string[];
}

/** A tunnel, or clients, with its cases. */
export interface TunnelPlan extends Omit<TunnelProof, "cases"> {
  cases: PlannedCase[];
}

/**
 * Proves the tunnels of `gateways`: each against a far end rendered from its fields, and also
 * against its other end if that is described.
 *
 * @throws {GatewrightError} if a secret cannot be read, or the laboratory cannot run; a tunnel that
 * does not come up is a result.
 */
export async function proveTunnels(
  gateways: readonly Gateway[],
  options: ProveOptions = {},
): Promise<Proof> {
  const described: Described[] = [];
  const warnings: string[] = [];
  for (const gateway of gateways) {
    const own = tunnelsOnly(gateway);
    const resolved = await resolveSecrets(own, options.signal);
    warnings.push(...resolved.warnings);
    described.push({ gateway: own, secrets: resolved.secrets });
  }
  const plans = planTunnels(described, options.tunnels);
  const cases = plans.flatMap((plan) => plan.cases.map(({ lab }) => lab));
  if (cases.length === 0) return { tunnels: [], proved: true, warnings };
  const results = new Map((await runLab(cases, options)).map((one) => [one.name, one]));
  const tunnels = plans.map(({ cases, ...what }): TunnelProof => ({
    ...what,
    cases: cases.map(({ lab, purpose, notes }) => {
      const result = results.get(lab.name)!;
      return { ...result, purpose, notes, passed: passed(result) };
    }),
  }));
  const proved = tunnels.every(({ cases }) => cases.every((one) => one.passed));
  return { tunnels, proved, warnings };
}

/** Passwords of accounts are not needed. */
function tunnelsOnly(gateway: Gateway): Gateway {
  const access = { ...gateway.access, rootPassword: { kind: "none" as const }, users: [] };
  return { ...gateway, access, files: [] };
}

/** The cases for each selected tunnel and all clients, in the order of the descriptions. */
export function planTunnels(
  described: readonly Described[],
  wanted: readonly string[] = [],
): TunnelPlan[] {
  const isWanted = ({ name }: { name: string }) => wanted.length === 0 || wanted.includes(name);
  return described.flatMap((one, index) => {
    const { gateway, secrets } = one;
    const { file } = gateway;
    // Two descriptions may have the same name.
    const begin = `${described.length > 1 ? `${index + 1}-` : ""}${gateway.name}`;
    return [
      ...gateway.tunnels.filter(isWanted).map((tunnel): TunnelPlan => ({
        file,
        tunnel: tunnel.name,
        ike: tunnel.ike,
        peer: tunnel.peer,
        cases: casesOf(one, tunnel, `${begin}.${tunnel.name}`, described),
      })),
      ...gateway.clients.filter(isWanted).map((clients): TunnelPlan => ({
        file,
        tunnel: clients.name,
        ike: 2,
        peer: "clients",
        cases: clientCases({ gateway, secrets, clients, name: `${begin}.${clients.name}` }),
      })),
    ];
  });
}

function casesOf(
  { gateway, secrets }: Described,
  tunnel: Tunnel,
  name: string,
  described: readonly Described[],
): PlannedCase[] {
  if (tunnel.ike === 1) return ikev1Cases({ gateway, secrets, tunnel, name });
  const subject = { gateway, secrets, tunnel, name };
  const other = otherEnd(gateway, tunnel, described);
  if (!other) return tunnelCases(subject);
  if (tunnel.auth.method !== "keys") return [joinedCase(subject, other), ...tunnelCases(subject)];
  return tunnelCases(subject).map((one, at) =>
    at > 0 ? one : {
      ...one,
      notes: [
        ...one.notes,
        `not joined with ${other.gateway.file}: the keys that two iked make at their first boot are not available`,
      ],
    }
  );
}

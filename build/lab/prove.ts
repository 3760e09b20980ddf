/**
 * Proves the tunnels of gateways: in the laboratory they come up, and carry packets.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { resolveSecrets, type Secrets } from "../../gateway/secrets/secrets.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { type CaseResult, passed } from "./case.ts";
import { ikev1Cases } from "./ikev1_cases.ts";
import { joinedCase, otherEnd } from "./joined_cases.ts";
import type { PlannedCase } from "./planned.ts";
import { type LabOptions, runLab } from "./run_lab.ts";
import { tunnelCases } from "./tunnel_cases.ts";

/** A case of a tunnel, planned and run. */
export interface CaseProof extends CaseResult {
  /** `as described`, `behind NAT`, `with another key`, `joined`. */
  purpose: string;
  /** What stood for something else; sentences. */
  notes: string[];
  passed: boolean;
}

/** What was found out about a tunnel. */
export interface TunnelProof {
  /** The file of the description. */
  file: string;
  tunnel: string;
  ike: 1 | 2;
  /** What is at the other side: an address, or `any`. */
  peer: string;
  cases: CaseProof[];
}

/** How {@linkcode proveTunnels} works. */
export interface ProveOptions extends LabOptions {
  /** Names of the tunnels to prove. Default: all. */
  tunnels?: readonly string[];
}

/** What {@linkcode proveTunnels} found. */
export interface Proof {
  tunnels: TunnelProof[];
  /** Every case of every tunnel held. */
  proved: boolean;
  /** Sentences about the secrets and how they are kept. */
  warnings: string[];
}

/** A tunnel with the cases that prove it. */
export interface TunnelPlan {
  file: string;
  tunnel: Tunnel;
  cases: PlannedCase[];
}

/**
 * Proves the tunnels of `gateways`: each against a far end made from its fields, and where the other
 * end is described too, against that.
 *
 * @throws {GatewrightError} if a secret cannot be read, or the laboratory cannot run; a tunnel that
 * does not come up is a result.
 */
export async function proveTunnels(
  gateways: readonly Gateway[],
  options: ProveOptions = {},
): Promise<Proof> {
  const described: { gateway: Gateway; secrets: Secrets }[] = [];
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
  const tunnels = plans.map(({ file, tunnel, cases }): TunnelProof => ({
    file,
    tunnel: tunnel.name,
    ike: tunnel.ike,
    peer: tunnel.peer,
    cases: cases.map(({ lab, purpose, notes }) => {
      const result = results.get(lab.name)!;
      return { ...result, purpose, notes, passed: passed(result) };
    }),
  }));
  const proved = tunnels.every(({ cases }) => cases.every((one) => one.passed));
  return { tunnels, proved, warnings };
}

/** Nobody's password is needed. */
function tunnelsOnly(gateway: Gateway): Gateway {
  const access = { ...gateway.access, rootPassword: { kind: "none" as const }, users: [] };
  return { ...gateway, access, files: [] };
}

/** The cases for each tunnel that is wanted, in the order of the descriptions. */
export function planTunnels(
  described: readonly { gateway: Gateway; secrets: Secrets }[],
  wanted?: readonly string[],
): TunnelPlan[] {
  return described.flatMap(({ gateway, secrets }, index) =>
    gateway.tunnels.filter(({ name }) => !wanted?.length || wanted.includes(name))
      .map((tunnel): TunnelPlan => {
        // Two descriptions may have one name.
        const name = `${described.length > 1 ? `${index + 1}-` : ""}${gateway.name}.${tunnel.name}`;
        if (tunnel.ike === 1) {
          const cases = ikev1Cases({ gateway, secrets, tunnel, name });
          return { file: gateway.file, tunnel, cases };
        }
        const subject = { gateway, secrets, tunnel, name };
        const other = otherEnd(gateway, tunnel, described);
        const joined = other ? [joinedCase(subject, other)] : [];
        return { file: gateway.file, tunnel, cases: [...joined, ...tunnelCases(subject)] };
      })
  );
}

/**
 * Names of the types and codes of icmp and icmp6 in pf.conf(5).
 * @module
 */

const TYPES = `
  echorep=0 unreach=3 squench=4 redir=5 althost=6 echoreq=8 routeradv=9 routersol=10 timex=11
  paramprob=12 timereq=13 timerep=14 inforeq=15 inforep=16 maskreq=17 maskrep=18 trace=30
  dataconv=31 mobredir=32 ipv6-where=33 ipv6-here=34 mobregreq=35 mobregrep=36 skip=39 photuris=40
`;

const TYPES6 = `
  unreach=1 toobig=2 timex=3 paramprob=4 echoreq=128 echorep=129 groupqry=130 listqry=130
  grouprep=131 listenrep=131 groupterm=132 listendone=132 routersol=133 routeradv=134
  neighbrsol=135 neighbradv=136 redir=137 routrrenum=138 wrureq=139 wrurep=140 fqdnreq=139
  fqdnrep=140 niqry=139 nirep=140 mtraceresp=200 mtrace=201 listenrepv2=143
`;

/** By type. */
const CODES = `
  net-unr=3.0 host-unr=3.1 proto-unr=3.2 port-unr=3.3 needfrag=3.4 srcfail=3.5 net-unk=3.6
  host-unk=3.7 isolate=3.8 net-prohib=3.9 host-prohib=3.10 net-tos=3.11 host-tos=3.12
  filter-prohib=3.13 host-preced=3.14 cutoff-preced=3.15 redir-net=5.0 redir-host=5.1
  redir-tos-net=5.2 redir-tos-host=5.3 normal-adv=9.0 common-adv=9.16 transit=11.0 reassemb=11.1
  badhead=12.0 optmiss=12.1 badlen=12.2 unknown-ind=40.1 auth-fail=40.2 decrypt-fail=40.3
`;

const CODES6 = `
  admin-unr=1.1 noroute-unr=1.0 beyond-unr=1.2 addr-unr=1.3 port-unr=1.4 transit=3.0 reassemb=3.1
  badhead=4.0 nxthdr=4.1 redironlink=137.0 redirrouter=137.1
`;

/** Names to numbers and back; of several names for a number, the first. */
class Names {
  readonly byName = new Map<string, string>();
  readonly byNumber = new Map<string, string>();

  constructor(text: string, perType: boolean) {
    for (const pair of text.trim().split(/\s+/)) {
      const [name, number] = pair.split("=") as [string, string];
      this.byName.set(perType ? `${number.split(".")[0]}.${name}` : name, number);
      if (!this.byNumber.has(number)) this.byNumber.set(number, name);
    }
  }
}

const types = { icmp: new Names(TYPES, false), icmp6: new Names(TYPES6, false) };
const codes = { icmp: new Names(CODES, true), icmp6: new Names(CODES6, true) };

/** icmp or icmp6. */
export type IcmpKind = "icmp" | "icmp6";

/** The number of a type; undefined if pfctl(8) does not know the name. */
export function icmpType(kind: IcmpKind, name: string): number | undefined {
  const number = types[kind].byName.get(name);
  return number === undefined ? undefined : Number(number);
}

/** The name of a type, if every release knows one. */
export function icmpTypeName(kind: IcmpKind, type: number): string | undefined {
  const name = types[kind].byNumber.get(String(type));
  return name === "listenrepv2" ? undefined : name;
}

/** The names of all types. */
export function icmpTypeNames(kind: IcmpKind): string[] {
  return [...types[kind].byName.keys()];
}

/** The number of a code of `type`; undefined if pfctl(8) does not know the name for this type. */
export function icmpCode(kind: IcmpKind, type: number, name: string): number | undefined {
  const number = codes[kind].byName.get(`${type}.${name}`);
  return number === undefined ? undefined : Number(number.split(".")[1]);
}

/** The name of a code, if it has one. */
export function icmpCodeName(kind: IcmpKind, type: number, code: number): string | undefined {
  return codes[kind].byNumber.get(`${type}.${code}`);
}

/** The names of all codes of `type`. */
export function icmpCodeNames(kind: IcmpKind, type: number): string[] {
  return [...codes[kind].byName.keys()].filter((name) => name.startsWith(`${type}.`))
    .map((name) => name.slice(String(type).length + 1));
}

/**
 * Names and numbers of IP protocols.
 * @module
 */

/** protocols(5) of OpenBSD: number, name, aliases. 0 and numbers without a name are left out. */
const PROTOCOLS = `
  1=icmp,ICMP 2=igmp,IGMP 3=ggp,GGP 4=ipencap,IP-ENCAP 5=st2,ST,ST2 6=tcp,TCP 7=cbt,UCL,CBT
  8=egp,EGP 9=igp,IGP 10=bbn-rcc,BBN-RCC-MON 11=nvp,NVP-II 12=pup,PUP 13=argus,ARGUS
  14=emcon,EMCON 15=xnet,XNET 16=chaos,CHAOS 17=udp,UDP 18=mux,MUX 19=dcn,DCN-MEAS 20=hmp,HMP
  21=prm,PRM 22=xns-idp,XNS-IDP 23=trunk-1,TRUNK-1 24=trunk-2,TRUNK-2 25=leaf-1,LEAF-1
  26=leaf-2,LEAF-2 27=rdp,RDP 28=irtp,IRTP 29=iso-tp4,ISO-TP4 30=netblt,NETBLT 31=mfe-nsp,MFE-NSP
  32=merit-inp,MERIT-INP 33=dccp,SEP,DCCP 34=3pc,3PC 35=idpr,IDPR 36=xtp,XTP 37=ddp,DDP
  38=idpr-cmtp,IDPR-CMTP 39=tp++,TP++ 40=il,IL 41=ipv6,IPv6 42=sdrp,SDRP 43=ipv6-route,IPV6-ROUTE
  44=ipv6-frag,IPV6-FRAG 45=idrp,IDRP 46=rsvp,RSVP 47=gre,GRE 48=dsr,DSR 49=bna,BNA
  50=esp,IPSEC-ESP,ESP 51=ah,IPSEC-AH,AH 52=i-nlsp,I-NLSP 53=swipe,SWIPE 54=narp,NHRP,NARP
  55=mobile,MOBILEIP,MOBILE 57=skip,SKIP 58=ipv6-icmp,IPV6-ICMP,icmp6 59=ipv6-nonxt,IPV6-NONXT
  60=ipv6-opts,IPV6-OPTS 62=cftp,CFTP 64=sat-expak,SAT-EXPAK 65=kryptolan,KRYPTOLAN 66=rvd,RVD
  67=ippc,IPPC 69=sat-mon,SAT-MON 70=visa,VISA 71=ipcv,IPCV 72=cpnx,CPNX 73=cphb,CPHB 74=wsn,WSN
  75=pvp,PVP 76=br-sat-mon,BR-SAT-MON 77=sun-nd,SUN-ND 78=wb-mon,WB-MON 79=wb-expak,WB-EXPAK
  80=iso-ip,ISO-IP 81=vmtp,VMTP 82=secure-vmtp,SECURE-VMTP 83=vines,VINES 84=ttp,TTP
  85=nsfnet-igp,NSFNET-IGP 86=dgp,DGP 87=tcf,TCF 88=igrp,IGRP,EIGRP 89=ospf,OSPFIGP
  90=sprite-rpc,Sprite-RPC 91=larp,LARP 92=mtp,MTP 93=ax.25,AX.25 94=ipip,IPIP 95=micp,MICP
  96=scc-sp,SCC-SP 97=etherip,ETHERIP 98=encap,ENCAP 100=gmtp,GMTP 101=ifmp,IFMP 102=pnni,PNNI
  103=pim,PIM 104=aris,ARIS 105=scps,SCPS 106=qnx,QNX 108=ipcomp,IPComp 109=snp,SNP
  110=compaq-peer,Compaq-Peer 111=ipx-in-ip,IPX-in-IP 112=carp,CARP,vrrp 113=pgm,PGM 115=l2tp,L2TP
  116=ddx,DDX 117=iatp,IATP 118=stp,STP 119=srp,SRP 120=uti,UTI 121=smp,SMP 122=sm,SM 123=ptp,PTP
  124=isis,ISIS 125=fire,FIRE 126=crtp,CRTP 127=crudp,CRUDP 128=sscopmce,SSCOPMCE 129=iplt,IPLT
  130=sps,SPS 131=pipe,PIPE 132=sctp,SCTP 133=fc,FC 134=rsvp-e2e-ignore,RSVP-E2E-IGNORE
  135=mobility-header,Mobility-Header 136=udplite,UDPLite 137=mpls-in-ip,MPLS-IN-IP
  138=manet,MANET 139=hip,HIP 140=shim6,SHIM6 141=wesp,WESP 142=rohc,ROHC 240=pfsync,PFSYNC
  255=reserved,Reserved
`;

const NUMBERS = new Map<string, number>();
const NAMES = new Map<number, string>();
for (const entry of PROTOCOLS.trim().split(/\s+/)) {
  const [number, names] = entry.split("=") as [string, string];
  for (const name of names.split(",")) NUMBERS.set(name, Number(number));
  NAMES.set(Number(number), names.split(",")[0]!);
}

/** The names that pfctl(8) knows. */
export const PROTOCOL_NAMES: Iterable<string> = [...NUMBERS.keys()];

/** 1 to 255; undefined if `text` is neither a name of protocols(5) nor such a number. */
export function protocolNumber(text: string): number | undefined {
  if (!/^[0-9]{1,3}$/.test(text)) return NUMBERS.get(text);
  return Number(text) > 0 && Number(text) < 256 ? Number(text) : undefined;
}

/** The name in protocols(5), as pfctl(8) prints it (`ipv6-icmp`); undefined without one. */
export function protocolName(number: number): string | undefined {
  return NAMES.get(number);
}

/** The word for a protocol in pf.conf(5): its name, `icmp6` for 58, or the number. */
export function protocolWord(number: number): string {
  if (number === ICMP6) return "icmp6";
  const name = NAMES.get(number);
  // `proto skip` is a syntax error: `skip` is a keyword of pf.conf.
  return name === undefined || name === "skip" ? String(number) : name;
}

/** The protocol number of icmp. */
export const ICMP = 1;
/** The protocol number of tcp. */
export const TCP = 6;
/** The protocol number of udp. */
export const UDP = 17;
/** The protocol number of icmp6. */
export const ICMP6 = 58;

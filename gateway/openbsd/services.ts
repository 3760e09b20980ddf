/**
 * Names of ports.
 * @module
 */

/** services(5) of OpenBSD 7.7, with aliases; the tcp port if that of udp differs. */
const SERVICES = `
  802-11-iapp=3517 Microsoft-SQL-Monitor=1434 Microsoft-SQL-Server=1433 NeXTStep=178 NextStep=178
  afpovertcp=548 afs3-bos=7007 afs3-callback=7001 afs3-errors=7006 afs3-fileserver=7000
  afs3-kaserver=7004 afs3-prserver=7002 afs3-rmtsys=7009 afs3-update=7008 afs3-vlserver=7003
  afs3-volser=7005 agentx=705 amt-redir-tcp=16994 amt-redir-tls=16995 amt-soap-http=16992
  amt-soap-https=16993 asf-rmcp=623 at-echo=204 at-nbp=202 at-rtmp=201 at-zis=206 auth=113
  authentication=113 bfd-control=3784 bfd-echo=3785 bftp=152 bgp=179 bgpd=2605 biff=512 bootpc=68
  bootps=67 canna=5680 chargen=19 chat=531 cmd=514 cmip-agent=164 cmip-man=163 comsat=512
  conference=531 conserver=3109 courier=530 csnet-ns=105 cso-ns=105 cvspserver=2401 daap=3689
  datametrics=1645 daytime=13 dhcpd-sync=8067 dhcpv6-client=546 dhcpv6-server=547 discard=9
  domain=53 domain-s=853 echo=7 efs=521 eklogin=2105 ekshell=545 ekshell2=2106 epmap=135 eppc=3031
  exec=512 finger=79 ftp=21 ftp-data=20 git=9418 gopher=70 gre-in-udp=4754 gre-udp-dtls=4755
  hostname=101 hostnames=101 hprop=754 http=80 https=443 hunt=26740 hylafax=4559 iapp=3517
  icb=7326 ident=113 imap=143 imap2=143 imaps=993 ingreslock=1524 ipp=631 iprop=2121
  ipsec-msft=4500 ipsec-nat-t=4500 ipx=213 irc=194 isakmp=500 iscsi=3260 isisd=2608 iso-tsap=102
  kauth=2120 kdc=750 kerberos=88 kerberos-adm=749 kerberos-iv=750 kerberos-sec=88
  kerberos_master=751 kf=2110 kip=2112 klogin=543 kpasswd=464 kpop=1109 krb524=4444 krb_prop=754
  krbupdate=760 krcmd=544 kreg=760 kshell=544 kx=2111 l2tp=1701 ldap=389 ldaps=636 ldp=646 link=87
  login=513 mail=25 matrix-fed=8448 matter=5540 mdns=5353 mdnsresponder=5354 microsoft-ds=445
  ms-sql-m=1434 ms-sql-s=1433 msa=587 msp=18 mtp=57 mysql=3306 name=42 nameserver=42
  netbios-dgm=138 netbios-ns=137 netbios-ssn=139 netnews=532 netplan=2983 netrjs=77 netstat=15
  netwall=533 newdate=526 nextstep=178 nfs=2049 nfsd=2049 nicname=43 nnsp=433 nntp=119 ntalk=518
  ntp=123 null=9 openvpn=1194 openwebnet=20005 ospf6d=2606 ospfapi=2607 ospfd=2604 photuris=468
  pop3=110 pop3pw=106 pop3s=995 poppassd=106 portmap=111 postgresql=5432 pptp=1723 presence=5298
  printer=515 prospero=191 prospero-np=1525 puppet=8140 pwdgen=129 qotd=17 quote=17 radacct=1813
  radius=1812 radius-acct=1813 rdp=3389 readnews=119 remotefs=556 resource=39 rfb=5900 rfe=5002
  rfs=556 rfs_server=556 ripd=2602 ripng=2603 rje=77 rkinit=2108 rlp=39 route=520 routed=520
  router=520 rpc=530 rpcbind=111 rpki-rtr=323 rsync=873 rtelnet=107 rtsp=554 sa-msg-port=1646
  sane-port=6566 sftp=115 shell=514 sieve=4190 silc=706 sink=9 sip=5060 smtp=25 smtps=465 smux=199
  snmp=161 snmp-trap=162 snmptrap=162 snpp=444 socks=1080 source=19 spamd=8025 spamd-cfg=8026
  spamd-sync=8025 spooler=515 spop3=995 ssdp=1900 ssh=22 submission=587 submissions=465 sunrpc=111
  supdup=95 svn=3690 svrloc=427 syslog=514 syslog-tls=6514 systat=11 tacacs=49 tacas+=49 talk=517
  tap=113 tcpmux=1 telnet=23 tempo=526 tftp=69 time=37 timed=525 timeserver=525 timserver=37
  tsap=102 ttylink=87 ttytst=19 ub-dns-control=8953 ulistserv=372 untp=119 usenet=433 users=11
  uucp=540 uucp-path=117 uucpd=540 vnc=5900 vxlan=4789 wais=210 webster=2627 who=513 whod=513
  whois=43 www=80 x400=103 x400-snd=104 xcept=20005 xdmcp=177 xmpp-bosh=5280 xmpp-client=5222
  xmpp-server=5269 z3950=210 zabbix-agent=10050 zabbix-trapper=10051 zebra=2601 zebrasrv=2600
`;

const PORTS: ReadonlyMap<string, number> = new Map(
  SERVICES.trim().split(/\s+/).map((pair) => {
    const at = pair.lastIndexOf("=");
    return [pair.slice(0, at), Number(pair.slice(at + 1))];
  }),
);

/** The names that pfctl(8) knows. */
export const SERVICE_NAMES: Iterable<string> = [...PORTS.keys()];

/**
 * The number of a port as pfctl(8) parses it: a name of services(5), or a number (`0x16` is
 * hexadecimal). Undefined for an unknown name; a number may exceed 65535.
 */
export function portNumber(text: string): number | undefined {
  return cNumber(text) ?? PORTS.get(text);
}

/** A number as strtoul(3) parses it in base 0; undefined if `text` is not one. */
export function cNumber(text: string): number | undefined {
  if (/^0[xX][0-9a-fA-F]+$/.test(text)) return Number.parseInt(text, 16);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  if (/^[1-9][0-9]*$/.test(text)) return Number(text);
  return undefined;
}

/**
 * First and last port of `text`: a port or a range (`1024:65535`), as `portNumber` parses each; NaN
 * for an unknown name.
 */
export function portRange(text: string): [first: number, last: number] {
  const [first = NaN, last = first] = text.split(":").map((end) => portNumber(end) ?? NaN);
  return [first, last];
}

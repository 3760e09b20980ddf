/**
 * Names of sysctl(2) that a description may set: enough to suggest one for a misspelt name. Drivers
 * and releases have more.
 *
 * Sources: sysctl(2); the tables in sys/sys/sysctl.h, sys/netinet/*.h, sys/netinet6/in6.h,
 * sys/uvm/uvmexp.h and sys/ddb/db_var.h of OpenBSD.
 * @module
 */
import { nearest } from "../../host/nearest.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Last components of the names, by their prefix. */
const NAMES: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries({
  kern: words(
    "maxvnodes maxproc maxfiles argmax securelevel hostname hostid profiling domainname maxthread " +
      "somaxconn sominconn nosuidcoredump fsync msgbufsize pool_debug allowkmem splassert " +
      "watchdog.period watchdog.auto timecounter.hardware maxclusters maxlocksperuid bufcachepercent wxabort global_ptrace " +
      "consbufsize allowdt utc_offset audio.record video.record seminfo.semmni seminfo.semmns " +
      "shminfo.shmmax shminfo.shmall shminfo.shmmni shminfo.shmseg autoconf_serial clockintr.flags",
  ),
  vm: words("swapencrypt.enable anonmin vtextmin vnodemin malloc_conf nkmempages"),
  ddb: words("radix max_width max_line tab_stop_width panic console log trigger profile"),
  hw: words("setperf perfpolicy smt allowpowerdown cpuspeed ncpuonline blockcpu"),
  "net.inet.ip": words(
    "forwarding redirect ttl mtu sourceroute directed-broadcast portfirst portlast porthifirst " +
      "porthilast maxqueue encdebug ipsec-expire-acquire ipsec-invalid-life ipsec-pfs ipsec-soft-allocs " +
      "ipsec-allocs ipsec-soft-bytes ipsec-bytes ipsec-timeout ipsec-soft-timeout ipsec-soft-firstuse " +
      "ipsec-firstuse ipsec-enc-alg ipsec-auth-alg mtudisc mtudisctimeout ipsec-comp-alg ifq.maxlen " +
      "mforwarding multipath mrtproto arpqueued arptimeout arpdown arpq.maxlen",
  ),
  "net.inet.tcp": words(
    "rfc1323 keepinittime keepidle keepintvl slowhz baddynamic ident sack mssdflt rstppslimit " +
      "ackonpush ecn syncachelimit synbucketlimit rfc3390 reasslimit drop sackholelimit " +
      "always_keepalive synuselimit rootonly synhashsize tso",
  ),
  "net.inet.udp": words("checksum baddynamic recvspace sendspace rootonly"),
  "net.inet.icmp": words("maskrepl bmcastecho errppslimit rediraccept redirtimeout tstamprepl"),
  "net.inet.esp": words("enable udpencap udpencap_port"),
  "net.inet.ah": words("enable"),
  "net.inet.ipcomp": words("enable"),
  "net.inet.gre": words("allow wccp"),
  "net.inet.etherip": words("allow"),
  "net.inet.ipip": words("allow"),
  "net.inet.carp": words("allow preempt log"),
  "net.inet.divert": words("recvspace sendspace"),
  "net.inet6.ip6": words(
    "forwarding redirect hlim forwsrcrt mrtproto maxfragpackets sourcecheck sourcecheck_logint " +
      "log_interval hdrnestlimit dad_count auto_flowlabel defmcasthlim use_deprecated maxfrags " +
      "mforwarding multipath multicast_mtudisc neighborgcthresh maxdynroutes dad_pending " +
      "mtudisctimeout ifq.maxlen soiikey",
  ),
  "net.inet6.icmp6": words(
    "redirtimeout nd6_delay nd6_umaxtries nd6_mmaxtries errppslimit nd6_maxnudhint mtudisc_hiwat " +
      "mtudisc_lowat nd6_debug nd6_queued",
  ),
  "net.inet6.divert": words("recvspace sendspace"),
  "net.mpls": words("ttl mapttl_ip mapttl_ip6"),
  "net.pipex": words("enable"),
  "net.bpf": words("bufsize maxbufsize"),
}));

/** The name that `name` probably means; undefined if it is valid, or not similar to a known one. */
export function meantSysctl(name: string): string | undefined {
  const group = [...NAMES.keys()].filter((one) => name.startsWith(`${one}.`))
    .sort((a, b) => b.length - a.length)[0];
  if (group !== undefined) {
    const leaves = NAMES.get(group)!;
    const leaf = name.slice(group.length + 1);
    if (leaves.has(leaf)) return undefined;
    const meant = nearest(leaf, leaves);
    return meant === undefined ? undefined : `${group}.${meant}`;
  }
  const [first = ""] = name.split(".");
  // The names of drivers, file systems and machines are not listed.
  if (first !== "net" && /^(machdep|vfs|fs|debug|kern|vm|ddb|hw)$/.test(first)) return undefined;
  const at = name.lastIndexOf(".");
  const leaf = name.slice(at + 1);
  const groups = [...NAMES].filter(([, leaves]) => leaves.has(leaf)).map(([one]) => one);
  const meant = at > 0 ? nearest(name.slice(0, at), groups) : undefined;
  return meant === undefined ? undefined : `${meant}.${leaf}`;
}

/**
 * The transforms that vendors of routers and firewalls support, and their keywords.
 *
 * Sources of the keywords:
 * - IOS: "Cisco IOS Security Command Reference" (crypto ikev2 proposal, crypto isakmp policy,
 *   crypto ipsec transform-set).
 * - ASA: "CLI Book 3: Cisco ASA Series VPN CLI Configuration Guide", IPsec and ISAKMP,
 *   https://cisco.com/c/en/us/td/docs/security/asa/asa917/configuration/vpn/asa-917-vpn-config/vpn-ike.html
 * - FortiOS: "CLI Reference", config vpn ipsec phase1-interface,
 *   https://docs.fortinet.com/document/fortigate/7.0.0/cli-reference/370620
 * - Junos: "[edit security ike] Hierarchy Level" and "IPsec VPN User Guide for Security Devices",
 *   https://juniper.net/documentation/en_US/junos12.1x47/topics/reference/statement-hierarchy/security-hierarchy-ike.html
 * - RouterOS: "IPsec", https://help.mikrotik.com/docs/display/ROS/IPsec
 * - VyOS: vyos-1x, interface-definitions/include/vpn-ipsec-encryption.xml.i, and "IPsec
 *   site-to-site".
 * - pfSense: src/etc/inc/ipsec.inc of pfsense, and "IPsec Configuration" of its documentation.
 * @module
 */
import { GROUP_NUMBERS } from "../../gateway/openbsd/transforms.ts";
import type { Vendor, Words } from "./vendor_transforms.ts";

/** DH groups by number, each written by `word`. */
function groups(numbers: readonly number[], word: (number: number) => string = String) {
  return new Map(
    [...GROUP_NUMBERS].flatMap(([name, number]): [string, string][] =>
      numbers.includes(number) ? [[name, word(number)]] : []
    ),
  );
}

/** A map from `enc=keyword` pairs; a name alone is its own keyword. */
function table(pairs: string): Map<string, string> {
  return new Map(
    pairs.trim().split(/\s+/).map((pair): [string, string] => {
      const [name = "", word = name] = pair.split("=");
      return [name, word.replaceAll("_", " ")];
    }),
  );
}

/** Integrity algorithms by digest: keywords for `md5 sha1 sha2-256 sha2-384 sha2-512`. */
function digests(words: string): Map<string, string> {
  const names = ["md5", "sha1", "sha2-256", "sha2-384", "sha2-512"];
  return new Map(
    words.split(" ").flatMap((word, at): [string, string][] =>
      word === "-" ? [] : [[`hmac-${names[at]}`, word]]
    ),
  );
}

const CISCO_GROUPS = [1, 2, 5, 14, 15, 16, 19, 20, 21];

/** Cisco IOS and IOS XE. */
export const IOS: Vendor = {
  name: "IOS",
  words(ike, phase): Words {
    if (phase === 2) {
      return {
        enc: table(
          "aes=esp-aes aes-128=esp-aes aes-192=esp-aes_192 aes-256=esp-aes_256 3des=esp-3des null=esp-null " +
            "aes-128-gcm=esp-gcm aes-192-gcm=esp-gcm_192 aes-256-gcm=esp-gcm_256 " +
            "aes-128-gmac=esp-gmac aes-192-gmac=esp-gmac_192 aes-256-gmac=esp-gmac_256",
        ),
        auth: digests(
          "esp-md5-hmac esp-sha-hmac esp-sha256-hmac esp-sha384-hmac esp-sha512-hmac",
        ),
        group: groups(CISCO_GROUPS, (number) => `group${number}`),
      };
    }
    if (ike === 1) {
      return {
        enc: table("aes=aes aes-128=aes aes-192=aes_192 aes-256=aes_256 3des"),
        auth: digests("md5 sha sha256 sha384 sha512"),
        group: groups(CISCO_GROUPS),
      };
    }
    return {
      enc: table(
        "aes=aes-cbc-128 aes-128=aes-cbc-128 aes-192=aes-cbc-192 aes-256=aes-cbc-256 3des " +
          "aes-128-gcm aes-256-gcm",
      ).set("aes-128-gcm", "aes-gcm-128").set("aes-256-gcm", "aes-gcm-256"),
      auth: digests("md5 sha1 sha256 sha384 sha512"),
      prf: digests("md5 sha1 sha256 sha384 sha512"),
      group: groups(CISCO_GROUPS),
    };
  },
};

/** Cisco ASA; no SHA-2 in IKEv1. */
export const ASA: Vendor = {
  name: "ASA",
  words(ike, phase): Words {
    if (ike === 1) {
      return phase === 1
        ? {
          enc: table("aes aes-128=aes aes-192 aes-256 3des"),
          auth: digests("md5 sha - - -"),
          group: groups([1, 2, 5, 14]),
        }
        : {
          enc: table(
            "aes=esp-aes aes-128=esp-aes aes-192=esp-aes-192 aes-256=esp-aes-256 3des=esp-3des null=esp-null",
          ),
          auth: digests("esp-md5-hmac esp-sha-hmac - - -"),
          group: groups([1, 2, 5, 14], (number) => `group${number}`),
        };
    }
    const enc = "aes aes-128=aes aes-192 aes-256 3des aes-128-gcm=aes-gcm aes-256-gcm=aes-gcm-256";
    return phase === 1
      ? {
        enc: table(enc),
        auth: digests("md5 sha sha256 sha384 sha512"),
        prf: digests("md5 sha sha256 sha384 sha512"),
        group: groups([...CISCO_GROUPS, 31]),
      }
      : {
        enc: table(
          `${enc} aes-192-gcm=aes-gcm-192 null aes-128-gmac=aes-gmac aes-192-gmac=aes-gmac-192 ` +
            "aes-256-gmac=aes-gmac-256",
        ),
        auth: digests("md5 sha-1 sha-256 sha-384 sha-512"),
        group: groups([...CISCO_GROUPS, 31], (number) => `group${number}`),
      };
  },
};

/** FortiOS 6.2 to 7.x. */
export const FORTIOS: Vendor = {
  name: "FortiOS",
  words(ike, phase): Words {
    const cbc = "aes=aes128 aes-128=aes128 aes-192=aes192 aes-256=aes256 3des";
    const aead = "aes-128-gcm=aes128gcm aes-256-gcm=aes256gcm chacha20-poly1305=chacha20poly1305";
    return {
      enc: table(
        phase === 1 ? ike === 2 ? `${cbc} ${aead}` : cbc : `${cbc} ${aead} null`,
      ),
      auth: digests("md5 sha1 sha256 sha384 sha512"),
      group: groups([1, 2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 27, 28, 29, 30, 31]),
    };
  },
};

/** Junos on SRX. */
export const JUNOS: Vendor = {
  name: "Junos",
  words(ike, phase): Words {
    const cbc =
      "aes=aes-128-cbc aes-128=aes-128-cbc aes-192=aes-192-cbc aes-256=aes-256-cbc 3des=3des-cbc";
    return {
      enc: table(
        phase === 2
          ? `${cbc} aes-128-gcm aes-192-gcm aes-256-gcm`
          : ike === 2
          ? `${cbc} aes-128-gcm aes-256-gcm`
          : cbc,
      ),
      auth: phase === 1
        ? digests("md5 sha1 sha-256 sha-384 sha-512")
        : digests("hmac-md5-96 hmac-sha1-96 hmac-sha-256-128 hmac-sha-384 hmac-sha-512"),
      group: groups(CISCO_GROUPS, (number) => `group${number}`),
    };
  },
};

/** MikroTik RouterOS 7. */
export const ROUTEROS: Vendor = {
  name: "RouterOS",
  words(_ike, phase): Words {
    const own = (number: number) => [...GROUP_NUMBERS].find(([, one]) => one === number)![0];
    return {
      enc: phase === 1 ? table("aes=aes-128 aes-128 aes-192 aes-256 3des blowfish") : table(
        "aes=aes-128-cbc aes-128=aes-128-cbc aes-192=aes-192-cbc aes-256=aes-256-cbc 3des blowfish null " +
          "aes-128-ctr aes-192-ctr aes-256-ctr aes-128-gcm aes-192-gcm aes-256-gcm",
      ),
      auth: digests(
        phase === 1 ? "md5 sha1 sha256 sha384 sha512" : "md5 sha1 sha256 - sha512",
      ),
      group: groups([1, 2, 5, 14, 15, 16, 17, 18, 19, 20, 21], own),
    };
  },
};

/** VyOS 1.4 and later, which runs strongSwan. */
export const VYOS: Vendor = {
  name: "VyOS",
  words(ike, phase): Words {
    const cbc = "aes=aes128 aes-128=aes128 aes-192=aes192 aes-256=aes256 3des";
    const gcm = "aes-128-gcm=aes128gcm128 aes-192-gcm=aes192gcm128 aes-256-gcm=aes256gcm128 " +
      "aes-128-gcm-12=aes128gcm96 aes-256-gcm-12=aes256gcm96";
    const traffic = "aes-128-ctr=aes128ctr aes-192-ctr=aes192ctr aes-256-ctr=aes256ctr null " +
      "aes-128-gmac=aes128gmac aes-192-gmac=aes192gmac aes-256-gmac=aes256gmac " +
      "chacha20-poly1305=chacha20poly1305 cast128 blowfish=blowfish128";
    return {
      enc: table(
        phase === 2 ? `${cbc} ${gcm} ${traffic}` : ike === 2 ? `${cbc} ${gcm}` : cbc,
      ),
      auth: digests("md5 sha1 sha256 sha384 sha512"),
      ...(ike === 2 && phase === 1
        ? { prf: digests("prfmd5 prfsha1 prfsha256 prfsha384 prfsha512") }
        : {}),
      group: groups(
        [...GROUP_NUMBERS.values()],
        phase === 1 ? String : (number) => `dh-group${number}`,
      ),
    };
  },
};

/** pfSense, in the terms of its web interface. */
export const PFSENSE: Vendor = {
  name: "pfSense",
  words(ike, phase): Words {
    const cbc =
      "aes=AES_128_bits aes-128=AES_128_bits aes-192=AES_192_bits aes-256=AES_256_bits 3des=3DES";
    const gcm = "aes-128-gcm=AES128-GCM_128_bits aes-192-gcm=AES192-GCM_128_bits " +
      "aes-256-gcm=AES256-GCM_128_bits aes-128-gcm-12=AES128-GCM_96_bits aes-256-gcm-12=AES256-GCM_96_bits";
    const curves = new Map([
      [19, "nist ecp256"],
      [20, "nist ecp384"],
      [21, "nist ecp521"],
      [25, "nist ecp192"],
      [26, "nist ecp224"],
      [27, "brainpool ecp224"],
      [28, "brainpool ecp256"],
      [29, "brainpool ecp384"],
      [30, "brainpool ecp512"],
      [31, "Elliptic Curve 25519, 256 bit"],
    ]);
    const bits = (number: number) =>
      [...GROUP_NUMBERS].find(([, one]) => one === number)![0].replace("modp", "") + " bit";
    return {
      enc: table(phase === 2 || ike === 2 ? `${cbc} ${gcm}` : cbc),
      auth: digests("MD5 SHA1 SHA256 SHA384 SHA512"),
      group: groups(
        [...GROUP_NUMBERS.values()],
        (number) => `${number} (${curves.get(number) ?? bits(number)})`,
      ),
    };
  },
};

/**
 * Windows 10 and 11: commands for PowerShell.
 *
 * Source: Microsoft's reference of the VpnClient module. By default Windows proposes modp1024,
 * which the gateway does not accept.
 * @module
 */
import { parseAddress } from "../../gateway/address.ts";
import { GatewrightError } from "../../host/error.ts";
import { authoritiesOf, type Profile, type ProfileData } from "./profile.ts";

/**
 * The commands, for PowerShell run as administrator.
 *
 * @throws {GatewrightError} (description) for clients with a psk, which Windows does not support.
 */
export function windowsProfile(data: ProfileData): Profile {
  const { name, gateway, server, proof, networks } = data;
  if (proof === "psk") {
    throw new GatewrightError("Windows does not support a psk with IKEv2", {
      kind: "description",
      where: `clients ${name}`,
      next: "give these clients users and a certificate, or choose the profile for strongSwan",
    });
  }
  const connection = quoted(`${gateway} ${name}`);
  const method = proof === "eap" ? "Eap -RememberCredential" : "MachineCertificate";
  const lines = [
    `# ${gateway}: clients ${name}. In PowerShell as administrator.`,
    ...authorities(data),
    `Add-VpnConnection -Name ${connection} -ServerAddress ${quoted(server)} -TunnelType Ikev2 ` +
    `-EncryptionLevel Maximum -AuthenticationMethod ${method}${
      networks.length > 0 ? " -SplitTunneling" : ""
    } -Force`,
    `Set-VpnConnectionIPsecConfiguration -ConnectionName ${connection} -EncryptionMethod AES256 ` +
    "-IntegrityCheckMethod SHA256 -DHGroup ECP256 -CipherTransformConstants GCMAES256 " +
    "-AuthenticationTransformConstants GCMAES256 -PfsGroup None -Force",
    ...networks.map((network) =>
      `Add-VpnConnectionRoute -ConnectionName ${connection} -DestinationPrefix ${
        quoted(network.includes("/") ? network : `${network}/${network.includes(":") ? 128 : 32}`)
      }`
    ),
  ];
  return {
    file: `${gateway}-${name}.ps1`,
    text: `${lines.join("\r\n")}\r\n`,
    notes: [
      proof === "eap"
        ? "Windows asks for name and password when it connects."
        : "Import the device's .p12 into Cert:\\LocalMachine\\My first.",
      // Source: strongSwan's documentation of Windows' requirements for certificates.
      ...(parseAddress(server)
        ? [
          `Windows finds an address in the gateway's certificate only if it is listed as DNS:${server} too.`,
        ]
        : []),
    ],
  };
}

/** Import-Certificate imports one certificate per file; intermediate ones have their own store. */
function authorities(data: ProfileData): string[] {
  return authoritiesOf(data).flatMap(({ pem, root }, at) => {
    const file = `$env:TEMP\\${data.gateway}-${data.name}-ca${at}.crt`;
    return [
      `Set-Content -Path "${file}" -Value @'`,
      ...pem.split("\n"),
      "'@",
      `Import-Certificate -FilePath "${file}" -CertStoreLocation Cert:\\LocalMachine\\${
        root ? "Root" : "CA"
      }`,
    ];
  });
}

/** A text in single quotes, in which PowerShell interprets only a doubled quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Whether a disk is on storage that is shared between hosts.
 * @module
 */
import { run } from "../../host/run.ts";
import type { DiskStorage } from "./migration.ts";

/** File systems that several hosts can mount, by their names in statfs(2) and stat(1). */
const SHARED_FILE_SYSTEMS = ["nfs", "nfs4", "cifs", "smb2", "smb", "ceph", "gfs/gfs2", "gfs2"]
  .concat("ocfs2", "gpfs", "lustre", "afs", "vxfs");

/** Transports of lsblk(8): local ones, and those over a network. */
const LOCAL = ["sata", "ata", "nvme", "sas", "usb", "virtio", "mmc"];
const NETWORK = ["iscsi", "fc", "fcoe"];

/** Classifies the disk at `path` on this machine. */
export async function diskStorage(path: string): Promise<DiskStorage> {
  const info = await Deno.stat(path).catch(() => null);
  if (!info) return { kind: "unknown" };
  if (!info.isBlockDevice) {
    const { stdout } = await run("stat", ["-f", "-c", "%T", path]);
    const shared = SHARED_FILE_SYSTEMS.includes(stdout.trim());
    return { kind: shared ? "shared" : "local", size: info.size };
  }
  // With the devices below it.
  const columns = "NAME,TYPE,TRAN,SIZE";
  const { stdout } = await run("lsblk", ["-s", "-J", "-b", "-o", columns, path]);
  const [device] = (JSON.parse(stdout) as { blockdevices: Device[] }).blockdevices;
  const size = device ? { size: device.size } : {};
  const kinds = device ? bottoms(device).map(kindOf) : [];
  const kind = kinds.length > 0 && kinds.every((one) => one === kinds[0]) ? kinds[0]! : "unknown";
  return { kind, ...size };
}

interface Device {
  name: string;
  type: string;
  tran: string | null;
  size: number;
  children?: Device[];
}

function bottoms(device: Device): Device[] {
  const below = device.children ?? [];
  return below.length === 0 ? [device] : below.flatMap(bottoms);
}

function kindOf({ name, type, tran }: Device): DiskStorage["kind"] {
  if (/^(drbd|rbd|nbd)/.test(name) || NETWORK.includes(tran ?? "")) return "shared";
  return LOCAL.includes(tran ?? "") || type === "loop" || /^(vd|nvme|mmcblk)/.test(name)
    ? "local"
    : "unknown";
}

/**
 * The `domain` part of the schema.
 * @module
 */
import Type from "typebox";
import { DEFAULTS } from "./defaults.ts";
import { CLOSED, text, words } from "./common.ts";
import { LINE, NAME, SIZE } from "./pattern.ts";

const count = Type.Integer({ minimum: 1, maximum: 255, description: "Number of cpus." });

/** The libvirt guest. */
export const domainSchema = Type.Object({
  name: Type.Optional(text(NAME, "Name of the libvirt domain. Default: the gateway's name.")),
  uuid: Type.Optional(
    text(
      "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
      "Default: derived from name and hostname, stable from build to build.",
    ),
  ),
  memory: Type.Optional(text(SIZE, "Memory, such as 2048M or 2G.", { default: DEFAULTS.memory })),
  vcpus: Type.Optional(Type.Union([
    count,
    Type.Object({ current: Type.Optional(count), maximum: Type.Optional(count) }, CLOSED),
  ], {
    description:
      "Number of cpus, or {current, maximum}. With a maximum above 1 the SMP kernel is installed.",
    default: 1,
  })),
  cpu: Type.Optional(
    text(
      "^[A-Za-z0-9][A-Za-z0-9_.-]*$",
      "host-passthrough, host-model, or the name of a CPU model.",
      { default: "host-passthrough" },
    ),
  ),
  disk: Type.Optional(
    text(
      LINE.replace("^", "^/"),
      "Absolute path of the disk, a block device or a file. Default: /var/lib/libvirt/images/NAME.raw.",
    ),
  ),
  cache: Type.Optional(
    words(
      ["none", "writethrough", "writeback", "directsync", "unsafe"],
      "Cache mode of the disk. Default: none for block devices.",
    ),
  ),
  discard: Type.Optional(
    Type.Boolean({ description: "Pass discard requests on to the storage.", default: true }),
  ),
  interfaces: Type.Optional(Type.Array(
    Type.Object({
      bridge: text(
        "^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$",
        "Name of a bridge of the host, such as br0; 15 characters at most.",
      ),
      mac: Type.Optional(
        text(
          "^(random|([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})$",
          "MAC address such as 52:54:00:12:34:56, or random: derived from hostname and index, stable.",
          { default: "random" },
        ),
      ),
    }, CLOSED),
    {
      minItems: 1,
      maxItems: 16,
      description:
        "Network cards: the first is vio0 (em0 on legacy hardware). Default: one for each that network.interfaces has, on br0, br1 and so on.",
    },
  )),
  hardware: Type.Optional(
    words(["virtio", "legacy"], "virtio, or legacy: IDE disk and e1000 network.", "virtio"),
  ),
  machine: Type.Optional(
    words(["q35", "pc"], "Machine type. Default: q35 for virtio, pc for legacy."),
  ),
  firmware: Type.Optional(words(["bios", "uefi"], "Firmware.", "bios")),
  rng: Type.Optional(
    Type.Boolean({ description: "A virtio random number generator.", default: true }),
  ),
  graphics: Type.Optional(
    words(["none", "vnc", "spice"], "A graphical console; the serial one is always there.", "none"),
  ),
  autostart: Type.Optional(
    Type.Boolean({ description: "Start the guest with the host.", default: false }),
  ),
  description: Type.Optional(text(LINE, "Shown by virsh desc.", { maxLength: 200 })),
}, { ...CLOSED, description: "The libvirt guest.", default: {} });

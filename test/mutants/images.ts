/**
 * Mutants of images/.
 * @module
 */
import { of } from "./mutant.ts";

const DISKS = ["images/disk/partitions_test.ts", "images/disk/gpt_test.ts"];

/** The list. */
export const IMAGES = [
  ...of(
    "images/deploy/refuse.ts",
    ["images/deploy/refuse_test.ts"],
    [
      // An exactly fitting target.
      'target.kind === "block" && target.size < needed',
      'target.kind === "block" && target.size <= needed',
    ],
    [
      "if (target.content && !consent.force)",
      'if (target.content && target.kind === "file" && !consent.force)',
    ],
  ),
  ...of(
    "images/deploy/into_file.ts",
    ["images/deploy/into_file_test.ts"],
    ["createNew: true, mode", "create: true, mode"],
    [
      "const result = await write(part);\n      await check();",
      "const result = await write(part);",
    ],
  ),
  ...of("images/deploy/locate_image.ts", ["images/deploy/locate_image_test.ts"], [
    // The name in a checksum file.
    "if (found.sha256 && (found.name ?? name) === name)",
    "if (found.sha256)",
  ], ["find((one) => one.name === name)", "find(() => true)"]),
  ...of("images/deploy/checked_chunk.ts", ["images/deploy/checked_chunk_test.ts"], [
    "known === undefined || digestOf(bytes) === known",
    "bytes.length > 0",
  ]),
  ...of("images/disk/chunks.ts", ["images/disk/chunks_test.ts"], [
    "Math.min(CHUNK, size - at)",
    "CHUNK",
  ], ["whole.update(bytes);", "if (!isZero(bytes)) whole.update(bytes);"]),
  ...of("images/disk/mbr.ts", DISKS, ["flag !== 0 && flag !== 0x80", "flag !== 0 && flag < 0x80"]),
  ...of("images/disk/gpt.ts", DISKS, [
    "crc32(table) !== data.getUint32(88, true)",
    "false",
  ], ["uint64(fields, 40) - start + 1", "uint64(fields, 40) - start"]),
  ...of(
    "images/disk/disk_identity.ts",
    ["test/integration/disk_identity_test.ts", "test/integration/deploy_identity_test.ts"],
    ["if (await disk.tree.find(BOOTED))", "if (false)"],
    ["at: at + from - begin", "at: at"],
    ["return [...patches, await labelPatch(disk, identity.duid)];", "return patches;"],
  ),
  ...of("images/disk/ffs_id.ts", ["test/integration/disk_identity_test.ts"], [
    "group < sb.groups",
    "group < 1",
  ]),
  ...of("images/disk/gpt_guids.ts", ["test/integration/disk_identity_test.ts"], [
    "data.setUint32(HEADER.tableCrc, crc32(table), true);",
    "",
  ]),
  ...of(
    "images/inspect/read_identity.ts",
    ["test/integration/keep_identity_test.ts"],
    ["(inode.mode & (inner ? 0o600 : 0o644)) | 0o400", "inode.mode"],
    ["({ pair }) => keys.has(pair)", "() => keys.size > 0"],
    ["content: inner ? new Secret(text) : text", "content: text"],
  ),
  ...of("images/disk/disklabel.ts", ["images/disk/partitions_test.ts"], [
    "if (sum !== 0) throw",
    "if (sum < 0) throw",
  ], [
    "(partition.start + partition.size) * SECTOR > source.size",
    "partition.start * SECTOR > source.size",
  ]),
  ...of("images/hygiene/boot.ts", ["images/hygiene/smp_kernel_test.ts"], [
    // The smp expectation.
    "if (!smp) return { problems: [] };",
    "if (smp) return { problems: [] };",
  ], ['configuration === "GENERIC"', 'configuration === "RAMDISK"']),
  ...of("images/hygiene/expectations.ts", ["images/hygiene/expectations_test.ts"], [
    'typeof vcpus === "number" ? { smp: vcpus > 1 }',
    'typeof vcpus === "number" ? { smp: vcpus > 2 }',
  ]),
  ...of("images/domain/element.ts", ["images/domain/domain_document_test.ts"], [
    "before ?? null",
    "null",
  ]),
  ...of("images/domain/canonical_domain.ts", ["images/domain/domain_document_test.ts"], [
    'name !== "unit" && ',
    "",
  ], [
    "added.is === undefined ? value !== added.isNot : value === added.is",
    "true",
  ]),
  ...of("images/libvirt/migration.ts", ["images/libvirt/migration_test.ts"], [
    'options.state === undefined || options.state !== "shut off"',
    'options.state !== undefined && options.state !== "shut off"',
  ], ['cache === "none" || cache === "directsync"', 'cache === "none"']),
  ...of("images/libvirt/domain_uses.ts", ["images/libvirt/domain_uses_test.ts"], [
    "/^block\\.\\d+\\.path$/",
    "/^block\\.0\\.path$/",
  ]),
];

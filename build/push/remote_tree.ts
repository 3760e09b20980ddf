/**
 * Files read over ssh, in the form that a site set is compared with.
 * @module
 */
import type { ComparedFile, ComparedTree } from "../../images/compare/compare_site.ts";
import type { RemoteFile, RemoteState } from "../../site/push/remote_state.ts";

/** A file with its hash. */
export interface RemoteEntry extends ComparedFile {
  /** As read from the gateway. */
  file: RemoteFile;
}

/** The tree of the read files. */
export function remoteTree({ files, others }: RemoteState): ComparedTree<RemoteEntry> {
  const bytes = (path: string) => files.get(path)?.content;
  return {
    find(path) {
      const file = files.get(path);
      if (!file) {
        const inode = { kind: "directory or link", mode: 0, uid: 0, gid: 0, size: 0 };
        const none = { content: undefined, mode: 0, uid: 0, gid: 0, size: 0, sha256: "" };
        const { content: _, ...nothing } = none;
        return Promise.resolve(others.has(path) ? { inode, file: nothing } : undefined);
      }
      const { mode, uid, gid, size } = file;
      return Promise.resolve({ inode: { kind: "file", mode, uid, gid, size }, file });
    },
    text(path) {
      const content = bytes(path);
      return Promise.resolve(content && new TextDecoder().decode(content));
    },
    bytes: (path) => Promise.resolve(bytes(path)),
    sha256: ({ file }) => Promise.resolve(file.sha256),
  };
}

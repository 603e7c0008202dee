/** A regular file of an image; `mode` is 0o644 by default. The path is relative, with slashes. */
export interface ImageFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mode?: number;
}

/**
 * Packs files, sorted by path, each folder before what is in it, into a tar archive (POSIX ustar). Owner 0, time 0: the
 * same files give the same bytes. Throws a RangeError for a path that ustar cannot hold.
 */
export function packTar(files: readonly ImageFile[]): Buffer {
  const sorted = [...files].sort((left, right) => (left.path < right.path ? -1 : 1));
  const folders = new Set<string>();
  const blocks: Buffer[] = [];
  for (const { path, bytes, mode = 0o644 } of sorted) {
    for (const folder of parents(path)) {
      if (folders.has(folder)) continue;
      folders.add(folder);
      blocks.push(header({ path: `${folder}/`, size: 0, mode: 0o755, type: '5' }));
    }
    blocks.push(
      header({ path, size: bytes.length, mode, type: '0' }),
      Buffer.from(bytes),
      padding(bytes.length),
    );
  }
  blocks.push(Buffer.alloc(2 * BLOCK_BYTES)); // the end of the archive
  return Buffer.concat(blocks);
}

const BLOCK_BYTES = 512;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;

const padding = (size: number): Buffer => Buffer.alloc((BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES);

const parents = (path: string): string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
};

function header(entry: {
  readonly path: string;
  readonly size: number;
  readonly mode: number;
  readonly type: '0' | '5';
}): Buffer {
  const { prefix, name } = splitPath(entry.path);
  const block = Buffer.alloc(BLOCK_BYTES);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  block.write(name, 0);
  block.write(octal(entry.mode, 7), 100);
  block.write(octal(0, 7), 108); // owner
  block.write(octal(0, 7), 116); // group
  block.write(octal(entry.size, 11), 124);
  block.write(octal(0, 11), 136); // time
  block.write(' '.repeat(8), 148); // the checksum counts itself as spaces
  block.write(entry.type, 156);
  block.write('ustar\0' + '00', 257);
  block.write(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function splitPath(path: string): { readonly prefix: string; readonly name: string } {
  if (path === '' || path.startsWith('/') || path.split('/').includes('..')) {
    throw new RangeError(`${JSON.stringify(path)} is not a path inside an image`);
  }
  if (Buffer.byteLength(path) <= NAME_BYTES) return { prefix: '', name: path };
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    const [prefix, name] = [path.slice(0, slash), path.slice(slash + 1)];
    if (name !== '' && Buffer.byteLength(prefix) <= PREFIX_BYTES && Buffer.byteLength(name) <= NAME_BYTES) {
      return { prefix, name };
    }
  }
  throw new RangeError(`${JSON.stringify(path)} is too long for a tar archive`);
}

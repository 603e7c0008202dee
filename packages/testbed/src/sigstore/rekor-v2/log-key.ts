import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/** An Ed25519 key of a log that signs its tree heads as notes (C2SP signed-note.md). */
export interface NoteKey {
  /** The log's name: the origin of its checkpoints. */
  readonly name: string;
  /** DER SubjectPublicKeyInfo. */
  readonly spki: Buffer;
  /** PEM `PUBLIC KEY`. */
  readonly pem: string;
  /** The note's key id, not cut to four bytes: what trusted roots call the id of a Rekor v2 log. */
  readonly id: Buffer;
  sign(data: Uint8Array): Buffer;
}

export function newNoteKey(name: string): NoteKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const raw = spki.subarray(-RAW_KEY_BYTES);
  return {
    name,
    spki,
    pem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    id: createHash('sha256').update(`${name}\n`).update(Buffer.of(ED25519)).update(raw).digest(),
    sign: (data) => sign(null, data, privateKey),
  };
}

const RAW_KEY_BYTES = 32;
/** The signature type of Ed25519 in a key id. */
const ED25519 = 1;
const KEY_HINT_BYTES = 4;

/** A signed tree head (C2SP tlog-checkpoint.md): origin, size, root; then name, key hint and signature. */
export function noteCheckpoint(key: NoteKey, size: number, root: Buffer): string {
  const note = `${key.name}\n${size}\n${root.toString('base64')}\n`;
  const signature = Buffer.concat([key.id.subarray(0, KEY_HINT_BYTES), key.sign(Buffer.from(note))]);
  return `${note}\n— ${key.name} ${signature.toString('base64')}\n`;
}

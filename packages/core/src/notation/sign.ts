import type { NotationKey } from './key.js';
import type { Certificate } from './certificate.js';
import { draftJws } from './jws.js';
import { payloadOf } from './payload.js';
import type { NotationFormat, TargetArtifact } from './types.js';

/** Who signs: a key, and the chain of its certificate, leaf first. Made by notationSigner alone, which holds them together. */
export interface NotationSigner {
  readonly key: NotationKey;
  readonly chain: readonly Certificate[];
}

export interface NotationSigning {
  readonly format: NotationFormat;
  readonly signer: NotationSigner;
  readonly signingTime: Date;
  readonly expiry: Date | undefined;
  /** What made the signature, as `name/version`. */
  readonly agent: string;
  /** Has a timestamp authority witness the signature, by this hash; answers the TimeStampToken. */
  readonly stamp:
    ((signature: Uint8Array, hash: NotationKey['algorithm']['hash']) => Promise<Uint8Array>) | undefined;
}

/** Signs the descriptor of a manifest, as `notation sign` does with the scheme notary.x509. Answers the envelope. */
export async function signNotation(target: TargetArtifact, signing: NotationSigning): Promise<Buffer> {
  const { format, signer, signingTime, expiry, agent, stamp } = signing;
  const { key, chain } = signer;
  const { algorithm } = key;
  const ders = chain.map(({ raw }) => raw);
  const draft = { algorithm, payload: payloadOf(target), signingTime, expiry, agent, chain: ders };
  const { signedBytes, seal } =
    format === 'jws' ? draftJws(draft) : (await import('./cose.js')).draftCose(draft);
  const signature = await key.sign(signedBytes);
  return seal(signature, await stamp?.(signature, algorithm.hash));
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issueSigner } from '../../notation/certificates.js';
import type { Facts, Ran, Stage } from '../contract.js';
import { objectsOf, partsOf } from '../rig/objects.js';

/** What exhibits of Notation hold: a signature of the index and of each platform, and nothing of Sigstore's. */
export const NOTATION: Facts = {
  layouts: ['notation'],
  signer: 'x509',
  log: 'none',
  timestamp: false,
  signature: true,
  predicateTypes: [],
  subjects: ['index', 'platform'],
  separateRepository: false,
};

/** A key with the chain of its certificate. Paths of PEM files. */
export interface NotationIdentity {
  readonly key: string;
  /** Leaf first, root last. */
  readonly chain: string;
  /** What Kyverno and trust stores want. */
  readonly root: string;
}

/** An authority of its own and a certificate for signing code under it, both ECDSA P-256, valid for a minute already. */
export const notationIdentity = (stage: Stage, name: string): Promise<NotationIdentity> =>
  stage.once(`notation identity ${name}`, async () => {
    const { keyPem, chainPem } = await issueSigner(name);
    const folder = await stage.folder();
    const write = async (file: string, text: string): Promise<string> => {
      const path = join(folder, file);
      await writeFile(path, text, { mode: 0o600 });
      return path;
    };
    return {
      key: await write('leaf.key', keyPem),
      chain: await write('chain.pem', chainPem),
      root: await write('root.pem', chainPem.slice(chainPem.lastIndexOf('-----BEGIN CERTIFICATE-----'))),
    };
  });

/** A folder for XDG_CONFIG_HOME: in it `notation` with a trust policy for every repository and its trust store. */
export const notationTrust = (stage: Stage, identity: string, stamped = false): Promise<string> =>
  stage.once(`notation trust ${identity} ${String(stamped)}`, async () => {
    const { chain } = await notationIdentity(stage, identity);
    const home = await stage.folder();
    await stage.countersign([
      ...['notation', 'policy', '*', '--name', 'acme', '--notation-certificates', chain],
      ...(stamped ? ['--tsa-certificates', stage.sigstore.pem.tsaChain] : []),
      ...['--output-dir', join(home, 'notation')],
    ]);
    return home;
  });

/** Runs notation with this configuration; it takes credentials from the environment, and plain http when it is told. */
export const notation = (stage: Stage, home: string, args: readonly string[]): Promise<Ran> =>
  stage.run('notation', args, {
    env: {
      XDG_CONFIG_HOME: home,
      ...(stage.auth === null
        ? {}
        : { NOTATION_USERNAME: stage.auth.username, NOTATION_PASSWORD: stage.auth.password }),
    },
  });

interface Manifest {
  readonly layers: readonly { readonly mediaType: string; readonly digest: string; readonly size: number }[];
}

const NOTATION_TYPE = 'application/vnd.cncf.notary.signature';

/** Puts the Notation signatures of `from` beside `to`, the bytes of each envelope changed on the way. */
export async function moveNotation(
  stage: Stage,
  from: string,
  to: string,
  change: (envelope: Buffer) => Buffer = (envelope) => envelope,
): Promise<void> {
  const objects = objectsOf(stage);
  const [source, target] = [partsOf(from), partsOf(to)];
  const subject = await objects.manifest(target.repository, target.digest);
  if (subject === undefined) throw new Error(`there is no ${to}`);
  const descriptors = [];
  for (const referrer of await objects.referrers(source.repository, source.digest)) {
    if (referrer.artifactType !== NOTATION_TYPE) continue;
    const stored = await objects.manifest(source.repository, referrer.digest);
    const manifest = JSON.parse(String(stored?.bytes)) as Manifest;
    const [layer] = manifest.layers;
    if (layer === undefined) throw new Error('a signature has no layer');
    const envelope = change(await objects.blob(source.repository, layer.digest));
    await objects.putBlob(target.repository, Buffer.from('{}'));
    const digest = await objects.putBlob(target.repository, envelope);
    const bytes = Buffer.from(
      JSON.stringify({
        ...manifest,
        layers: [{ ...layer, digest, size: envelope.length }],
        subject: { mediaType: subject.mediaType, digest: target.digest, size: subject.bytes.length },
      }),
    );
    const { mediaType } = referrer;
    const stays = {
      mediaType,
      artifactType: NOTATION_TYPE,
      size: bytes.length,
      annotations: referrer.annotations,
    };
    descriptors.push({ ...stays, digest: await objects.putManifest(target.repository, bytes, mediaType) });
  }
  if (await objects.hasReferrersApi(target.repository, target.digest)) return;
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const index = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests: descriptors }));
  await objects.putManifest(target.repository, index, mediaType, target.digest.replace(':', '-'));
}

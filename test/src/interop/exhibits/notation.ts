import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { everywhere, type Exhibit, type Stage, type Written } from '../contract.js';
import { writtenAs } from '../writing/attest.js';
import {
  moveNotation,
  NOTATION,
  notation,
  notationIdentity,
  notationTrust,
  type NotationIdentity,
} from '../writing/notation.js';

const RIGHT = 'release';

/** What a verifier of any of these is handed: whom to trust, in the forms that they take. */
async function trusted(stage: Stage, written: Written, stamped = false): Promise<Written> {
  const { root } = await notationIdentity(stage, RIGHT);
  const home = await notationTrust(stage, RIGHT, stamped);
  return { ...written, more: { notationHome: home, notationRoot: root } };
}

const sign = (stage: Stage, image: string, by: NotationIdentity, more: readonly string[] = []) =>
  stage.countersign([
    ...['sign', image, '--layouts', 'notation', '--notation-key', by.key],
    ...['--notation-certificates', by.chain, ...more],
  ]);

const bySigning =
  (name: string, more: readonly string[] = [], signer = RIGHT) =>
  async (stage: Stage): Promise<Written> => {
    const image = await stage.push(`acme/${name}`);
    await sign(stage, image.index, await notationIdentity(stage, signer), more);
    return trusted(stage, writtenAs(image));
  };

/** notation signs one digest at a time, with a key of its own list. */
const byNotation =
  (format: 'jws' | 'cose') =>
  async (stage: Stage): Promise<Written> => {
    const image = await stage.push(`acme/notation-cli-${format}`);
    const { key, chain } = await notationIdentity(stage, RIGHT);
    const home = await stage.folder();
    await mkdir(join(home, 'notation'));
    const keys = { default: 'acme', keys: [{ name: 'acme', keyPath: key, certPath: chain }] };
    await writeFile(join(home, 'notation', 'signingkeys.json'), JSON.stringify(keys));
    for (const digest of [image.index, ...image.platforms]) {
      const args = ['sign', '--insecure-registry', '--signature-format', format, digest];
      const { code, stdout, stderr } = await notation(stage, home, args);
      if (code !== 0) throw new Error(`notation did not sign: ${stdout}${stderr}`);
    }
    return trusted(stage, writtenAs(image));
  };

/** A right signature, moved to another image or changed. */
const byForging =
  (name: string, change?: (envelope: Buffer) => Buffer) =>
  async (stage: Stage): Promise<Written> => {
    const [signed, other] = [
      await stage.push(`acme/${name}`, 'signed'),
      await stage.push(`acme/${name}`, 'other'),
    ];
    await sign(stage, signed.index, await notationIdentity(stage, RIGHT));
    const from = [signed.index, ...signed.platforms];
    for (const [at, to] of [other.index, ...other.platforms].entries()) {
      await moveNotation(stage, from[at] ?? '', to, change);
    }
    return trusted(stage, writtenAs(other));
  };

/** What is signed for Notation, by Countersign and by notation, and what nobody may accept. */
export const exhibits: readonly Exhibit[] = [
  {
    id: 'notation-jws',
    title: 'for Notation, as JWS',
    writer: 'countersign',
    facts: NOTATION,
    places: everywhere,
    smoke: true,
    prepare: bySigning('notation-jws'),
  },
  {
    id: 'notation-cose',
    title: 'for Notation, as COSE',
    writer: 'countersign',
    facts: NOTATION,
    prepare: bySigning('notation-cose', ['--signature-format', 'cose', '--notation-expiry', '1d']),
  },
  {
    id: 'notation-timestamp',
    title: 'for Notation, with a timestamp that the trust policy demands',
    writer: 'countersign',
    facts: { ...NOTATION, timestamp: true },
    prepare: async (stage) => {
      const written = await bySigning('notation-timestamp', [
        '--timestamp-server-url',
        stage.sigstore.tsaUrl,
      ])(stage);
      return trusted(stage, written, true);
    },
  },
  ...(['jws', 'cose'] as const).map((format): Exhibit => ({
    id: `notation-cli-${format}`,
    title: `by notation itself, as ${format.toUpperCase()}`,
    writer: 'notation',
    facts: NOTATION,
    programs: ['notation'],
    prepare: byNotation(format),
  })),
  {
    id: 'notation-unsigned',
    title: 'an image that nobody signed for Notation',
    writer: 'countersign',
    facts: NOTATION,
    twin: 'unsigned',
    prepare: async (stage) => trusted(stage, writtenAs(await stage.push('acme/notation-unsigned'))),
  },
  {
    id: 'notation-other-authority',
    title: 'for Notation, under an authority that nobody trusts',
    writer: 'countersign',
    facts: NOTATION,
    twin: 'other-identity',
    smoke: true,
    prepare: bySigning('notation-other-authority', [], 'stranger'),
  },
  {
    id: 'notation-other-digest',
    title: "another image's signature for Notation",
    writer: 'countersign',
    facts: NOTATION,
    twin: 'other-digest',
    prepare: byForging('notation-other-digest'),
  },
  {
    id: 'notation-tampered',
    title: "another image's signature for Notation, its payload changed",
    writer: 'countersign',
    facts: NOTATION,
    twin: 'tampered-payload',
    prepare: byForging('notation-tampered', (envelope) => {
      const jws = JSON.parse(envelope.toString()) as { payload: string };
      const payload = Buffer.from(jws.payload, 'base64url').toString().replace('"size":', '"size":1');
      return Buffer.from(JSON.stringify({ ...jws, payload: Buffer.from(payload).toString('base64url') }));
    }),
  },
];

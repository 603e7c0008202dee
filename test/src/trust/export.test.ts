import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { parse } from 'yaml';
import { startSigstore, type RunningSigstore } from '@countersign/testbed/sigstore';
import { trustParts } from '@countersign/core/trust';
import { EXPIRES, exported, materialOf, type RootDocument } from './roots.js';

let sigstore: RunningSigstore;
let stranger: RunningSigstore;
beforeAll(async () => {
  [sigstore, stranger] = await Promise.all([startSigstore(), startSigstore({ organization: 'stranger' })]);
});
afterAll(() => Promise.all([sigstore.stop(), stranger.stop()]));

const own = (change?: (root: RootDocument) => void) => materialOf(sigstore.trustedRoot, change);
const strange = (): RootDocument => JSON.parse(stranger.trustedRoot) as RootDocument;
const base64 = (text: unknown): string => Buffer.from(String(text), 'base64').toString();
const ecdsaOnly = (root: RootDocument): void => {
  root.tlogs = root.tlogs.filter(({ publicKey }) => publicKey.keyDetails.includes('ECDSA'));
};

describe('an export', () => {
  it('holds the trusted root as it was read, and says what is there', async () => {
    const material = own();
    const { text } = await exported(material, ['gh']);
    assert.equal(text('trusted_root.json'), Buffer.from(material.bytes).toString());
    const manifest = JSON.parse(text('countersign-trust.json')) as Record<string, unknown>;
    assert.deepEqual(manifest.trustedRoot, { origin: 'root.json', sha256: material.sha256 });
    assert.equal(manifest.expires, EXPIRES.toISOString());
  });

  it('leaves out the form that cannot carry a root, and is refused where no form is left', async () => {
    const material = own((root) => {
      root.tlogs = [];
    });
    const { impossible, bytes } = await exported(material);
    assert.match(impossible('kyverno') ?? '', /no transparency log/);
    assert.ok(![...bytes.keys()].some((path) => path.startsWith('kyverno/')));
    await assert.rejects(exported(material, ['kyverno']), { code: 'INPUT_INVALID', fault: 'user' });
    for (const format of ['cosign2', 'policy-controller'] as const)
      await assert.rejects(
        exported(
          own((root) => {
            root.certificateAuthorities = [];
          }),
          [format],
        ),
        { code: 'INPUT_INVALID' },
      );
  });

  const damaged = (find: string, change: number): ((root: RootDocument) => void) => {
    const marker = Buffer.from(find, 'hex');
    return ({ certificateAuthorities }) => {
      for (const each of certificateAuthorities.flatMap(({ certChain }) => certChain.certificates)) {
        const der = Buffer.from(each.rawBytes, 'base64');
        const at = der.indexOf(marker) + marker.length - 1;
        der[at] = (der[at] ?? 0) ^ change;
        each.rawBytes = der.toString('base64');
      }
    };
  };

  it('carries a certificate whose key is of a kind that is not known here', async () => {
    const newer = own(damaged('06072a8648ce3d0201', 0x40)); // another algorithm than id-ecPublicKey
    assert.equal((await exported(newer, ['cosign2'])).text('trusted_root.json'), newer.bytes.toString());
    assert.equal(
      trustParts(newer, new Date()).certificateAuthorities[0]?.certificates[0]?.keyType,
      'unknown',
    );
  });

  it('is refused, naming the root and the place, where a certificate cannot be read', async () => {
    const broken = own(damaged('30', 1)); // the outermost tag
    await assert.rejects(exported(broken, ['cosign2']), {
      code: 'TRUSTED_ROOT_INVALID',
      message: /root\.json holds a certificate that cannot be read at certificateAuthorities\[0\]/,
    });
  });

  for (const format of ['cosign2', 'kyverno', 'policy-controller'] as const) {
    it(`says that ${format} knows no end of trust`, async () => {
      const bounded = own((root) => {
        const [log] = root.tlogs;
        if (log !== undefined) log.publicKey.validFor.end = '2999-01-02T00:00:00Z';
      });
      assert.match((await exported(bounded)).notes(format), /127\.0\.0\.1:\d+ is trusted beyond 2999-01-02/);
      assert.doesNotMatch((await exported(own())).notes(format), /beyond/);
    });

    it(`says that ${format} has no room for a key that is not ECDSA`, async () => {
      assert.match((await exported(own())).notes(format), /rekor\.test \(ed25519\) is left out/);
      assert.doesNotMatch((await exported(own(ecdsaOnly))).notes(format), /ed25519/);
    });
  }
});

describe('the form for cosign 2 and slsa-verifier', () => {
  it('is the PEM files, and a file of variables that names them where they will lie', async () => {
    const { text } = await exported(own());
    const { pem } = sigstore;
    assert.equal(text('cosign2/fulcio.pem'), pem.fulcioChain);
    assert.equal(text('cosign2/rekor.pub'), pem.rekorKey);
    assert.equal(text('cosign2/ctfe.pub'), pem.ctlogKey);
    assert.equal(text('cosign2/tsa.pem'), pem.tsaChain);
    assert.deepEqual(
      text('cosign2/cosign2.env')
        .split('\n')
        .filter((line) => !line.startsWith('#')),
      [
        'SIGSTORE_ROOT_FILE=/srv/trust/cosign2/fulcio.pem',
        'SIGSTORE_REKOR_PUBLIC_KEY=/srv/trust/cosign2/rekor.pub',
        'SIGSTORE_CT_LOG_PUBLIC_KEY_FILE=/srv/trust/cosign2/ctfe.pub',
        'SIGSTORE_TSA_CERTIFICATE_FILE=/srv/trust/cosign2/tsa.pem',
        '',
      ],
    );
  });

  it('quotes a folder that a shell would read otherwise', async () => {
    const { text } = await exported(own(), ['cosign2'], { folder: "/srv/it's $(here)" });
    assert.match(
      text('cosign2/cosign2.env'),
      /^SIGSTORE_ROOT_FILE='\/srv\/it'\\''s \$\(here\)\/cosign2\/fulcio\.pem'$/m,
    );
  });

  it('has every certificate authority, the current log and timestamp authority, and names the rest', async () => {
    const several = own((root) => {
      const other = strange();
      ecdsaOnly(other);
      root.certificateAuthorities.push(...other.certificateAuthorities, ...other.certificateAuthorities);
      for (const { publicKey } of root.tlogs) publicKey.validFor.end = '2025-12-31T00:00:00Z';
      root.tlogs.push(...other.tlogs);
      root.timestampAuthorities.push(...other.timestampAuthorities);
    });
    const { text, notes } = await exported(several);
    assert.equal(text('cosign2/fulcio.pem'), sigstore.pem.fulcioChain + stranger.pem.fulcioChain);
    assert.equal(text('cosign2/rekor.pub'), stranger.pem.rekorKey);
    const said = notes('cosign2');
    assert.ok(
      said.includes(`There is room for one transparency log: ${sigstore.rekorUrl} is left out`),
      said,
    );
    assert.ok(said.includes(`one timestamp authority: ${stranger.tsaUrl} is left out`), said);
  });

  it('says what cosign would fetch from the public good where a key is missing', async () => {
    const { notes, bytes } = await exported(
      own((root) => {
        root.ctlogs = [];
        root.timestampAuthorities = [];
      }),
    );
    assert.match(notes('cosign2'), /certificate transparency log: without --insecure-ignore-sct/);
    assert.ok(!bytes.has('cosign2/ctfe.pub') && !bytes.has('cosign2/tsa.pem'));
  });

  it('leaves out a timestamp authority without its signing certificate', async () => {
    const { notes, bytes } = await exported(
      own((root) => root.timestampAuthorities[0]?.certChain.certificates.shift()),
    );
    assert.match(notes('cosign2'), /timestamp authority .* is left out/);
    assert.ok(!bytes.has('cosign2/tsa.pem'));
  });
});

describe('the form for gh', () => {
  it('is one line and its end', async () => {
    const text = (await exported(own())).text('gh/trusted_root.jsonl');
    assert.match(text, /^[^\n]+\n$/);
    assert.deepEqual(JSON.parse(text), JSON.parse(sigstore.trustedRoot));
  });
});

describe('the form for Kyverno', () => {
  it('is YAML with the roots and the keys', async () => {
    const { text } = await exported(own());
    assert.deepEqual(parse(text('kyverno/keyless.yaml')), {
      roots: sigstore.pem.fulcioChain,
      rekor: { url: sigstore.rekorUrl, pubkey: sigstore.pem.rekorKey },
      ctlog: { pubkey: sigstore.pem.ctlogKey },
    });
  });

  it('says that it ignores timestamps of certificates where there is no log of them', async () => {
    const { text, notes } = await exported(
      own((root) => {
        root.ctlogs = [];
      }),
    );
    const { ctlog } = parse(text('kyverno/keyless.yaml')) as { ctlog: unknown };
    assert.deepEqual(ctlog, { ignoreSCT: true });
    assert.match(notes('kyverno'), /ignoreSCT is set/);
  });

  it('stays YAML of the same shape with a hostile URL', async () => {
    const url = 'http://x\n  pubkey: evil\n# "\'';
    const { text } = await exported(
      own((root) => {
        ecdsaOnly(root);
        const [log] = root.tlogs;
        if (log !== undefined) log.baseUrl = url;
      }),
    );
    const { rekor } = parse(text('kyverno/keyless.yaml')) as { rekor: Record<string, string> };
    assert.deepEqual(rekor, { url, pubkey: sigstore.pem.rekorKey });
  });
});

interface TrustRoot {
  readonly kind: string;
  readonly metadata: unknown;
  readonly spec: {
    readonly sigstoreKeys: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
    readonly repository: Readonly<Record<'root' | 'mirrorFS' | 'targets', string>>;
  };
}

/** The files of a tar archive: where the bytes of each begin, and the bytes. */
function untarred(archive: Buffer): ReadonlyMap<string, { readonly at: number; readonly bytes: Buffer }> {
  const files = new Map<string, { at: number; bytes: Buffer }>();
  for (let at = 0; archive[at] !== 0;) {
    const name = archive.toString('latin1', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 136), 8);
    files.set(name, { at: at + 512, bytes: archive.subarray(at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

describe('the form for policy-controller', () => {
  const read = async (kind: string, change?: (root: RootDocument) => void) =>
    parse((await exported(own(change))).text(`policy-controller/trustroot-${kind}.yaml`)) as TrustRoot;

  it('is a TrustRoot of keys', async () => {
    const { kind, metadata, spec } = await read('keys');
    assert.deepEqual([kind, metadata], ['TrustRoot', { name: 'acme' }]);
    const {
      certificateAuthorities = [],
      tLogs = [],
      ctLogs = [],
      timestampAuthorities = [],
    } = spec.sigstoreKeys;
    assert.deepEqual(
      certificateAuthorities.map(({ uri, certChain }) => [uri, base64(certChain)]),
      [[sigstore.fulcioUrl, sigstore.pem.fulcioChain]],
    );
    assert.deepEqual(
      tLogs.map(({ baseURL, hashAlgorithm, publicKey }) => [baseURL, hashAlgorithm, base64(publicKey)]),
      [[sigstore.rekorUrl, 'sha-256', sigstore.pem.rekorKey]],
    );
    assert.deepEqual(
      ctLogs.map(({ publicKey }) => base64(publicKey)),
      [sigstore.pem.ctlogKey],
    );
    assert.deepEqual(
      timestampAuthorities.map(({ certChain }) => base64(certChain)),
      [sigstore.pem.tsaChain],
    );
  });

  it('is a TrustRoot with a TUF repository in it, whose trusted root has ECDSA logs alone', async () => {
    const { spec } = await read('repository');
    const { root, mirrorFS, targets } = spec.repository;
    assert.equal(targets, 'targets');
    const files = untarred(gunzipSync(Buffer.from(mirrorFS, 'base64')));
    assert.equal(files.get('1.root.json')?.bytes.toString(), base64(root));
    const [, trustedRoot] = [...files].find(([name]) => name.endsWith('.trusted_root.json')) ?? [];
    const document = JSON.parse(trustedRoot?.bytes.toString() ?? '') as RootDocument;
    assert.deepEqual(
      document.tlogs.map(({ baseUrl }) => baseUrl),
      [sigstore.rekorUrl],
    );
    assert.equal(document.ctlogs.length, 1);
  });

  it('has no file in it across a multiple of 32 KiB, where policy-controller would stop reading', async () => {
    // Certificate logs by the dozen make metadata and files of many sizes.
    for (const count of [8, 20, 37]) {
      const { spec } = await read('repository', (root) => {
        root.ctlogs = Array.from({ length: count }, () => root.ctlogs).flat();
      });
      const archive = gunzipSync(Buffer.from(spec.repository.mirrorFS, 'base64'));
      const window = (at: number): number => Math.floor(at / (32 * 1024));
      const files = [...untarred(archive)].filter(([name]) => !name.startsWith('filler-'));
      assert.ok(files.length > count);
      for (const [name, { at, bytes }] of files)
        assert.equal(window(at), window(at + bytes.length - 1), `${name} of ${count}`);
    }
  });

  it('is without the repository where a file is larger than that', async () => {
    const large = own((root) => {
      root.ctlogs = Array.from({ length: 100 }, () => root.ctlogs).flat();
    });
    const { bytes, notes } = await exported(large);
    assert.ok(!bytes.has('policy-controller/trustroot-repository.yaml'));
    assert.match(notes('policy-controller'), /trustroot-repository\.yaml is left out/);
  });

  it('has a name for every authority, and leaves out what has no URL', async () => {
    const { spec } = await read('keys', (root) => {
      for (const authority of root.certificateAuthorities) delete authority.subject;
      for (const log of root.ctlogs) log.baseUrl = '';
    });
    const { certificateAuthorities = [], ctLogs } = spec.sigstoreKeys;
    assert.deepEqual(certificateAuthorities[0]?.subject, { organization: 'unknown', commonName: 'unknown' });
    assert.deepEqual(ctLogs, []);
  });
});

describe('the TUF repository', () => {
  it('is of the lifetime that was asked for, and holds both documents', async () => {
    const signingConfig = Buffer.from(sigstore.signingConfig);
    const { text, bytes, notes } = await exported(own(), ['tuf'], { signingConfig });
    const expires = EXPIRES.toISOString().replace(/\.\d+Z/, 'Z');
    for (const path of ['root.json', 'timestamp.json', '1.snapshot.json', '1.targets.json']) {
      const { signed } = JSON.parse(text(`tuf/${path}`)) as { signed: { expires: string } };
      assert.equal(signed.expires, expires, path);
    }
    const names = [...bytes.keys()].map((path) => path.replace(/[0-9a-f]{64}\./, ''));
    for (const name of ['trusted_root.json', 'signing_config.v0.2.json', 'rekor.pub', 'ctfe.pub'])
      assert.ok(names.includes(`tuf/targets/${name}`), name);
    assert.ok(notes('tuf').includes(`valid until ${EXPIRES.toISOString()}`));
    assert.doesNotMatch(notes('tuf'), /holds no signing_config/);
    assert.match((await exported(own(), ['tuf'])).notes('tuf'), /holds no signing_config/);
  });

  it('has new keys each time', async () => {
    const roots = await Promise.all([1, 2].map(() => exported(own(), ['tuf'])));
    assert.notEqual(roots[0]?.text('tuf/root.json'), roots[1]?.text('tuf/root.json'));
  });

  it('tells older clients of what is trusted no more', async () => {
    const { text } = await exported(
      own((root) => {
        for (const authority of root.certificateAuthorities) authority.validFor.end = '2026-01-01T00:00:00Z';
      }),
      ['tuf'],
    );
    assert.match(text('tuf/1.targets.json'), /"usage":"Fulcio","status":"Expired"/);
  });
});

it('every certificate of every form can be read', async () => {
  const { bytes } = await exported(own());
  const formats = new Set<string>();
  for (const [path, content] of bytes) {
    for (const [pem] of Buffer.from(content)
      .toString()
      .matchAll(/^-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----$/gm)) {
      assert.ok(new X509Certificate(pem).subject);
      formats.add(path.split('/', 1)[0] ?? '');
    }
  }
  assert.deepEqual([...formats].sort(), ['cosign2', 'tuf']);
});

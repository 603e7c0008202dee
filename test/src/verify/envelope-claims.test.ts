import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '@countersign/core/errors';
import type { ClaimMaterial } from '@countersign/core/layouts';
import type { SignedEnvelope } from '@countersign/core/sign';
import { createVerifier } from '@countersign/core/verify';
import type { Verifier } from '@countersign/core/verify';
import {
  asBundle,
  bundleOf,
  openWorkshop,
  OTHER_SUBJECT,
  PREDICATE_TYPE,
  statement,
  SUBJECT,
} from './claims-at-hand.js';
import type { TrustedRootJson, Workshop } from './claims-at-hand.js';

interface LogEntryJson {
  logIndex: string;
  integratedTime: string;
  kindVersion: { kind: string; version: string };
  inclusionPromise?: { signedEntryTimestamp: string };
  inclusionProof?: {
    checkpoint: { envelope: string };
    logIndex: string;
    treeSize: string;
    rootHash: string;
    hashes: string[];
  };
}
interface BundleJson {
  mediaType: string;
  verificationMaterial: {
    certificate?: { rawBytes: string };
    publicKey?: { hint: string };
    tlogEntries: LogEntryJson[];
    timestampVerificationData: { rfc3161Timestamps: { signedTimestamp: string }[] };
  };
  dsseEnvelope: { payload: string; payloadType: string; signatures: { sig: string; keyid?: string }[] };
}

const jsonOf = (signed: SignedEnvelope): BundleJson => JSON.parse(signed.bundle.toString()) as BundleJson;

const checkpointOf = (signed: SignedEnvelope): string =>
  jsonOf(signed).verificationMaterial.tlogEntries[0]?.inclusionProof?.checkpoint.envelope ?? '';

let workshop: Workshop;
let strangers: Workshop;
let verifier: Verifier;
let signed: SignedEnvelope;
let sibling: SignedEnvelope;
let foreign: SignedEnvelope;

beforeAll(async () => {
  [workshop, strangers] = await Promise.all([openWorkshop(), openWorkshop()]);
  verifier = createVerifier({ trust: workshop.trust, keys: [] });
  // Something before it in the log, so that proofs have hashes.
  await workshop.session.signStatement(statement(OTHER_SUBJECT, { predicate: { first: true } }));
  signed = await workshop.session.signStatement(statement(SUBJECT));
  sibling = await workshop.session.signStatement(statement(OTHER_SUBJECT));
  foreign = await strangers.session.signStatement(statement(SUBJECT));
});

afterAll(async () => {
  await Promise.all([workshop.stop(), strangers.stop()]);
});

/** The bundle with a change made to its JSON. */
function changed(change: (bundle: BundleJson, entry: LogEntryJson) => void): ClaimMaterial {
  const bundle = jsonOf(signed);
  const [entry] = bundle.verificationMaterial.tlogEntries;
  if (entry === undefined) throw new Error('the session logged nothing');
  change(bundle, entry);
  return bundleOf(bundle);
}

const outcome = (of: Verifier, material: ClaimMaterial): string => {
  try {
    of.verify(material, SUBJECT);
    return 'accepted';
  } catch (error) {
    expect(error).toMatchObject({ name: 'CountersignError', fault: 'rejection' });
    return (error as { code: ErrorCode }).code;
  }
};

describe('a bundle of the session', () => {
  it('is accepted, and what it says is told', () => {
    const claim = verifier.verify(asBundle(signed), SUBJECT, { expectedPredicateType: PREDICATE_TYPE });
    expect(claim).toMatchObject({
      subject: SUBJECT,
      predicateType: PREDICATE_TYPE,
      statement: { predicate: {} },
      signer: {
        kind: 'certificate',
        identity: 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0',
        facts: {
          issuer: 'https://token.actions.githubusercontent.com',
          sourceRepositoryUri: 'https://github.com/acme/app',
          sourceRepositoryOwnerUri: 'https://github.com/acme',
          buildTrigger: 'push',
          runnerEnvironment: 'github-hosted',
          sourceRepositoryVisibility: 'public',
        },
      },
    });
    expect(Buffer.from(claim.payload)).toEqual(statement(SUBJECT));
    expect(claim.logEntries).toHaveLength(1);
    expect(claim.times.map(({ witness }) => witness)).toEqual(['log', 'timestamp-authority']);
  });

  it('is refused beside another digest: an attestation copied from one image to another', () => {
    expect(() => verifier.verify(asBundle(signed), OTHER_SUBJECT)).toThrow(
      expect.objectContaining({ code: 'SUBJECT_MISMATCH', fault: 'rejection' }),
    );
  });

  it('is refused where another predicate type is expected', () => {
    const expectedPredicateType = `${PREDICATE_TYPE}.1`;
    expect(() => verifier.verify(asBundle(signed), SUBJECT, { expectedPredicateType })).toThrow(
      expect.objectContaining({ code: 'PREDICATE_TYPE_MISMATCH', fault: 'rejection' }),
    );
  });

  it('is refused by the trusted root of another Sigstore, and by keys alone', () => {
    expect(outcome(createVerifier({ trust: strangers.trust, keys: [] }), asBundle(signed))).not.toBe(
      'accepted',
    );
    expect(outcome(createVerifier({ trust: undefined, keys: [] }), asBundle(signed))).toBe(
      'SIGNER_NOT_ALLOWED',
    );
  });

  const tampered: readonly (readonly [what: string, code: string, change: Parameters<typeof changed>[0]])[] =
    [
      [
        'its payload is another',
        'SIGNATURE_INVALID',
        ({ dsseEnvelope }) => {
          dsseEnvelope.payload = jsonOf(sibling).dsseEnvelope.payload;
        },
      ],
      [
        'its payload type is another',
        'SIGNATURE_INVALID',
        ({ dsseEnvelope }) => {
          dsseEnvelope.payloadType = 'text/plain';
        },
      ],
      [
        'its signature is another claim’s',
        'SIGNATURE_INVALID',
        ({ dsseEnvelope }) => {
          dsseEnvelope.signatures = jsonOf(sibling).dsseEnvelope.signatures;
        },
      ],
      [
        'a second signature stands beside the first',
        'BUNDLE_MALFORMED',
        ({ dsseEnvelope }) => {
          dsseEnvelope.signatures.push(...jsonOf(sibling).dsseEnvelope.signatures);
        },
      ],
      [
        'it has no signature',
        'BUNDLE_MALFORMED',
        ({ dsseEnvelope }) => {
          dsseEnvelope.signatures = [];
        },
      ],
      [
        'its certificate is a stranger’s',
        'SIGNATURE_INVALID',
        ({ verificationMaterial }) => {
          Object.assign(verificationMaterial, {
            certificate: jsonOf(foreign).verificationMaterial.certificate,
          });
        },
      ],
      [
        'it names a key in place of its certificate',
        'SIGNER_NOT_ALLOWED',
        ({ verificationMaterial }) => {
          delete verificationMaterial.certificate;
          verificationMaterial.publicKey = { hint: 'x' };
        },
      ],
      [
        'it is a stranger’s whole, under our log entry',
        'LOG_ENTRY_INVALID',
        (bundle) => {
          const { tlogEntries } = bundle.verificationMaterial;
          Object.assign(bundle, jsonOf(foreign));
          bundle.verificationMaterial.tlogEntries = tlogEntries;
        },
      ],
      [
        'it has no log entry',
        'LOG_ENTRY_INVALID',
        ({ verificationMaterial }) => {
          verificationMaterial.tlogEntries = [];
        },
      ],
      [
        'its log entry is of another signature',
        'LOG_ENTRY_INVALID',
        ({ verificationMaterial }) => {
          verificationMaterial.tlogEntries = jsonOf(sibling).verificationMaterial.tlogEntries;
        },
      ],
      [
        'its log entry is there twice',
        'TIMESTAMP_INVALID',
        ({ verificationMaterial }, entry) => {
          verificationMaterial.tlogEntries.push(entry);
        },
      ],
      [
        'the promise is that of another entry',
        'LOG_ENTRY_INVALID',
        (_bundle, entry) => {
          Object.assign(entry, {
            inclusionPromise: jsonOf(sibling).verificationMaterial.tlogEntries[0]?.inclusionPromise,
          });
        },
      ],
      [
        'the proof is that of another entry',
        'LOG_ENTRY_INVALID',
        (_bundle, entry) => {
          Object.assign(entry, {
            inclusionProof: jsonOf(sibling).verificationMaterial.tlogEntries[0]?.inclusionProof,
          });
        },
      ],
      [
        'the time of the entry is moved',
        'LOG_ENTRY_INVALID',
        (_bundle, entry) => {
          entry.integratedTime = String(Number(entry.integratedTime) + 1);
        },
      ],
      [
        'the index of the entry is another',
        'LOG_ENTRY_INVALID',
        (_bundle, entry) => {
          entry.logIndex = '99';
        },
      ],
      [
        'the index of the entry is negative',
        'BUNDLE_MALFORMED',
        (_bundle, entry) => {
          entry.logIndex = '-1';
        },
      ],
      [
        'the index of the entry is no number',
        'BUNDLE_MALFORMED',
        (_bundle, entry) => {
          entry.logIndex = 'one';
        },
      ],
      [
        'the checkpoint is cut',
        'LOG_ENTRY_INVALID',
        (_bundle, entry) => {
          if (entry.inclusionProof) entry.inclusionProof.checkpoint.envelope = 'origin\n1\n';
        },
      ],
      [
        'the checkpoint is of a larger tree than was signed',
        'LOG_ENTRY_INVALID',
        (_bundle, entry) => {
          if (entry.inclusionProof) {
            entry.inclusionProof.checkpoint.envelope = entry.inclusionProof.checkpoint.envelope.replace(
              /\n\d+\n/,
              '\n77\n',
            );
          }
        },
      ],
      [
        'the proof names a larger tree than its checkpoint',
        'LOG_ENTRY_INVALID',
        (_bundle, entry) => {
          if (entry.inclusionProof) entry.inclusionProof.treeSize += '0';
        },
      ],
      [
        'the proof names another root than its checkpoint',
        'LOG_ENTRY_INVALID',
        (_bundle, entry) => {
          if (entry.inclusionProof) entry.inclusionProof.rootHash = Buffer.alloc(32, 7).toString('base64');
        },
      ],
      [
        'neither promise nor timestamp says when',
        'TIMESTAMP_INVALID',
        ({ verificationMaterial }, entry) => {
          delete entry.inclusionPromise;
          verificationMaterial.timestampVerificationData.rfc3161Timestamps = [];
        },
      ],
      [
        'the timestamp is that of another signature',
        'TIMESTAMP_INVALID',
        ({ verificationMaterial }) => {
          verificationMaterial.timestampVerificationData =
            jsonOf(sibling).verificationMaterial.timestampVerificationData;
        },
      ],
      [
        'the timestamp is there twice',
        'TIMESTAMP_INVALID',
        ({ verificationMaterial: { timestampVerificationData: data } }) => {
          data.rfc3161Timestamps = [...data.rfc3161Timestamps, ...data.rfc3161Timestamps];
        },
      ],
      [
        'the timestamp is no timestamp',
        'BUNDLE_MALFORMED',
        ({ verificationMaterial: { timestampVerificationData: data } }) => {
          data.rfc3161Timestamps = [{ signedTimestamp: 'MAA=' }];
        },
      ],
      [
        'it has more timestamps than any honest bundle',
        'BUNDLE_MALFORMED',
        ({ verificationMaterial: { timestampVerificationData: data } }) => {
          data.rfc3161Timestamps = Array.from({ length: 33 }, () => ({ signedTimestamp: 'MAA=' }));
        },
      ],
      [
        'the entry says it is a hashedrekord 0.0.1',
        'LOG_ENTRY_INVALID',
        (_bundle, entry) => {
          entry.kindVersion = { kind: 'hashedrekord', version: '0.0.1' };
        },
      ],
      [
        'the entry says it is a hashedrekord 0.0.2',
        'LOG_ENTRY_INVALID',
        (_bundle, entry) => {
          entry.kindVersion = { kind: 'hashedrekord', version: '0.0.2' };
        },
      ],
      [
        'the entry is of a kind that is not supported',
        'BUNDLE_UNSUPPORTED',
        (_bundle, entry) => {
          entry.kindVersion = { kind: 'intoto', version: '0.0.1' };
        },
      ],
      [
        'its version is not known',
        'BUNDLE_UNSUPPORTED',
        (bundle) => {
          bundle.mediaType = 'application/vnd.dev.sigstore.bundle.v0.9+json';
        },
      ],
      [
        'it names no version',
        'BUNDLE_MALFORMED',
        (bundle) => {
          Object.assign(bundle, { mediaType: undefined });
        },
      ],
    ];
  for (const [what, code, change] of tampered) {
    it(`is refused where ${what}`, () => {
      expect(outcome(verifier, changed(change))).toBe(code);
    });
  }

  const harmless: readonly (readonly [what: string, change: Parameters<typeof changed>[0]])[] = [
    ['nothing is changed', () => undefined],
    [
      'its key id names another key: a key id is nobody’s evidence',
      ({
        dsseEnvelope: {
          signatures: [first],
        },
      }) => {
        Object.assign(first ?? {}, { keyid: 'SHA256:other' });
      },
    ],
    [
      'a proof and a timestamp stand without a promise',
      (_bundle, entry) => {
        delete entry.inclusionPromise;
      },
    ],
    [
      'the log’s promise stands without a timestamp',
      ({ verificationMaterial }) => {
        verificationMaterial.timestampVerificationData.rfc3161Timestamps = [];
      },
    ],
    [
      'a timestamp of an unknown authority stands beside',
      ({ verificationMaterial: { timestampVerificationData: data } }) => {
        data.rfc3161Timestamps.push(
          ...jsonOf(foreign).verificationMaterial.timestampVerificationData.rfc3161Timestamps,
        );
      },
    ],
    [
      'it is v0.1 and its proof has no checkpoint',
      (bundle, entry) => {
        bundle.mediaType = 'application/vnd.dev.sigstore.bundle+json;version=0.1';
        Object.assign(entry.inclusionProof ?? {}, { checkpoint: undefined });
      },
    ],
  ];
  for (const [what, change] of harmless) {
    it(`is accepted where ${what}`, () => {
      expect(outcome(verifier, changed(change))).toBe('accepted');
    });
  }

  it('does not count the timestamp of an unknown authority as a time of signing', () => {
    const material = changed(({ verificationMaterial }, entry) => {
      delete entry.inclusionPromise;
      verificationMaterial.timestampVerificationData =
        jsonOf(foreign).verificationMaterial.timestampVerificationData;
    });
    expect(outcome(verifier, material)).toBe('TIMESTAMP_INVALID');
  });
});

describe('what the trusted root holds', () => {
  const withRoot = (change: (root: TrustedRootJson) => void): Verifier =>
    createVerifier({ trust: workshop.trustWith(change), keys: [] });
  const anHourAgo = (): string => new Date(Date.now() - 3_600_000).toISOString();

  it('demands a log entry, a certificate log and a time, in one sentence', () => {
    expect(verifier.requirements).toMatchObject({
      logEntries: 1,
      certificateLogPromises: 1,
      verifiedTimes: 1,
    });
    expect(verifier.requirements?.text).toMatch(
      /transparency log.*certificate log.*time of signing.*timestamp authority/,
    );
  });

  it('demands no log entry where it names no log, and then counts none', () => {
    const of = withRoot((root) => {
      root.tlogs = [];
    });
    expect(of.requirements).toMatchObject({ logEntries: 0, timeSources: ['timestamp-authority'] });
    const claim = of.verify(asBundle(signed), SUBJECT);
    expect(claim.logEntries).toEqual([]);
    expect(claim.times.map(({ witness }) => witness)).toEqual(['timestamp-authority']);
    const untimed = changed(({ verificationMaterial }) => {
      verificationMaterial.timestampVerificationData.rfc3161Timestamps = [];
    });
    expect(outcome(of, untimed)).toBe('TIMESTAMP_INVALID');
  });

  it('lets no certificate pass where nobody could say when it signed', () => {
    const of = withRoot((root) => {
      root.tlogs = [];
      root.timestampAuthorities = [];
    });
    expect(of.requirements?.text).toContain('no certificate can pass');
    expect(outcome(of, asBundle(signed))).toBe('TIMESTAMP_INVALID');
  });

  it('passes over timestamps where it names no authority', () => {
    const of = withRoot((root) => {
      root.timestampAuthorities = [];
    });
    expect(of.verify(asBundle(signed), SUBJECT).times.map(({ witness }) => witness)).toEqual(['log']);
  });

  it('refuses a certificate that no certificate log of it saw, and demands none where it names none', () => {
    const [other] = (JSON.parse(strangers.sigstore.trustedRoot) as TrustedRootJson).ctlogs;
    expect(
      outcome(
        withRoot((root) => {
          root.ctlogs = other === undefined ? [] : [other];
        }),
        asBundle(signed),
      ),
    ).toBe('CERTIFICATE_UNTRUSTED');
    expect(
      outcome(
        withRoot((root) => {
          root.ctlogs = [];
        }),
        asBundle(signed),
      ),
    ).toBe('accepted');
  });

  it('knows a log of version 1 by its key, whatever its checkpoints are signed as', () => {
    const elsewhere = withRoot((root) => {
      root.tlogs.forEach((log) => {
        log.baseUrl = 'https://rekor.example.com';
      });
    });
    expect(outcome(elsewhere, asBundle(signed))).toBe('accepted');
    const byAnother = changed((_bundle, entry) => {
      const proof = entry.inclusionProof;
      const [line = ''] = / [^ ]+\n$/.exec(checkpointOf(foreign)) ?? [];
      if (proof) proof.checkpoint.envelope = proof.checkpoint.envelope.replace(/ [^ ]+\n$/, line);
    });
    expect(outcome(elsewhere, byAnother)).toBe('LOG_ENTRY_INVALID');
  });

  it('takes no checkpoint of another log that it knows, for a tree in which the entry would be', async () => {
    const { sigstore } = workshop;
    const entries = jsonOf(signed).verificationMaterial.tlogEntries as { canonicalizedBody?: string }[];
    const leaf = createHash('sha256')
      .update(Buffer.of(0))
      .update(Buffer.from(entries[0]?.canonicalizedBody ?? '', 'base64'))
      .digest();
    const note = `${new URL(sigstore.rekorV2Url).hostname}\n1\n${leaf.toString('base64')}\n`;
    const published = await (await fetch(`${sigstore.rekorV2Url}/api/v2/checkpoint`)).text();
    const [, name = '', line = ''] = /\n\n\u2014 (\S+) (\S+)\n$/.exec(published) ?? [];
    for (const envelope of [`${note}\n\u2014 ${name} ${line}\n`, published]) {
      const [, size = '', root = ''] = envelope.split('\n');
      const moved = changed((_bundle, entry) => {
        entry.inclusionProof = {
          logIndex: '0',
          treeSize: size,
          rootHash: root,
          hashes: [],
          checkpoint: { envelope },
        };
      });
      expect(outcome(verifier, moved)).toBe('LOG_ENTRY_INVALID');
    }
  });

  it('refuses what a log or an authority did after its validity', () => {
    const ended: readonly (readonly [
      change: (root: TrustedRootJson) => void,
      material: ClaimMaterial,
      code: string,
    ])[] = [
      [
        (root) => {
          root.tlogs.forEach((log) => {
            log.publicKey.validFor.end = anHourAgo();
          });
        },
        asBundle(signed),
        'LOG_ENTRY_INVALID',
      ],
      // Without the promise no integrated time tells: the timestamp does.
      [
        (root) => {
          root.tlogs.forEach((log) => {
            log.publicKey.validFor.end = anHourAgo();
          });
        },
        changed((_bundle, entry) => {
          delete entry.inclusionPromise;
        }),
        'LOG_ENTRY_INVALID',
      ],
      [
        (root) => {
          root.timestampAuthorities.forEach((one) => {
            one.validFor.end = anHourAgo();
          });
        },
        asBundle(signed),
        'TIMESTAMP_INVALID',
      ],
      [
        (root) => {
          root.certificateAuthorities.forEach((one) => {
            one.validFor.end = anHourAgo();
          });
        },
        asBundle(signed),
        'CERTIFICATE_UNTRUSTED',
      ],
      [
        (root) => {
          root.ctlogs.forEach((log) => {
            log.publicKey.validFor.end = anHourAgo();
          });
        },
        asBundle(signed),
        'CERTIFICATE_UNTRUSTED',
      ],
    ];
    for (const [change, material, code] of ended) expect(outcome(withRoot(change), material)).toBe(code);
  });

  it('may give a log a checkpoint key id of its own', () => {
    const of = withRoot((root) => {
      root.tlogs.forEach((log) => {
        log.checkpointKeyId = { keyId: 'AAAAAA==' };
      });
    });
    expect(outcome(of, asBundle(signed))).toBe('accepted');
  });
});

describe('a timestamp in fractions of a second', () => {
  it('is read to the millisecond, also where DER dropped its zeros', async () => {
    for (const milliseconds of [120, 100, 7]) {
      const at = new Date(Math.floor(Date.now() / 1000) * 1000 + milliseconds);
      const fractional = await openWorkshop({ fractionalTimestamps: true, now: () => at });
      try {
        const claim = createVerifier({ trust: fractional.trust, keys: [] }).verify(
          asBundle(await fractional.session.signStatement(statement(SUBJECT))),
          SUBJECT,
        );
        expect(claim.times.find(({ witness }) => witness === 'timestamp-authority')?.at).toEqual(at);
      } finally {
        await fractional.stop();
      }
    }
  });
});

describe('a statement that was signed and is none of ours', () => {
  const hex = SUBJECT.slice('sha256:'.length);
  const refused: readonly (readonly [what: string, code: string, payload: Buffer])[] = [
    ['names other images only', 'SUBJECT_MISMATCH', statement(OTHER_SUBJECT)],
    ['names no subject', 'SUBJECT_MISMATCH', statement(SUBJECT, { subject: [] })],
    [
      'names the digest as a name',
      'SUBJECT_MISMATCH',
      statement(SUBJECT, { subject: [{ name: SUBJECT, digest: {} }] }),
    ],
    [
      'names the digest under another algorithm',
      'SUBJECT_MISMATCH',
      statement(SUBJECT, { subject: [{ digest: { sha512: hex } }] }),
    ],
    [
      'names the digest in capitals',
      'SUBJECT_MISMATCH',
      statement(SUBJECT, { subject: [{ digest: { sha256: hex.toUpperCase() } }] }),
    ],
    [
      'names the start of the digest',
      'SUBJECT_MISMATCH',
      statement(SUBJECT, { subject: [{ digest: { sha256: hex.slice(0, 32) } }] }),
    ],
    ['has a subject that is none', 'BUNDLE_MALFORMED', statement(SUBJECT, { subject: [null] })],
    [
      'has a digest that is no text',
      'BUNDLE_MALFORMED',
      statement(SUBJECT, { subject: [{ digest: { sha256: [hex] } }] }),
    ],
    ['has no predicate type', 'BUNDLE_MALFORMED', statement(SUBJECT, { predicateType: '' })],
    [
      'is of an unknown version',
      'BUNDLE_UNSUPPORTED',
      statement(SUBJECT, { _type: 'https://in-toto.io/Statement/v9' }),
    ],
    ['is a list', 'BUNDLE_MALFORMED', Buffer.from('[]')],
    ['is no JSON', 'BUNDLE_MALFORMED', Buffer.from('{')],
  ];
  for (const [what, code, payload] of refused) {
    it(`is refused where it ${what}`, async () => {
      expect(outcome(verifier, asBundle(await workshop.session.signStatement(payload)))).toBe(code);
    });
  }
  it('is accepted where it names the image among others', async () => {
    const subject = [
      { digest: { sha256: '0'.repeat(64) } },
      { name: 'app', digest: { sha512: 'x', sha256: hex } },
    ];
    const payload = statement(SUBJECT, { subject });
    expect(outcome(verifier, asBundle(await workshop.session.signStatement(payload)))).toBe('accepted');
  });
});

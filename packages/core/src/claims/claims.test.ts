import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { digestOf } from '../oci/index.js';
import { documentClaim, predicateClaim } from './attestation.js';
import { checkPredicate } from './predicate.js';
import { provenanceClaim } from './provenance.js';
import { signatureClaim } from './signature.js';
import { checkDocument } from './document.js';

const subject = {
  digest: digestOf('image'),
  mediaType: 'application/vnd.oci.image.index.v1+json',
  size: 5,
  platform: undefined,
};
const hex = subject.digest.slice(7);
const name = { host: 'ghcr.io', repository: 'acme/app' };
const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

const claims = {
  iss: 'https://token.actions.githubusercontent.com',
  repository: 'acme/app',
  repository_id: '1',
  repository_owner_id: '2',
  ref: 'refs/tags/v1.0.0',
  sha: 'a'.repeat(40),
  workflow_ref: 'acme/app/.github/workflows/release.yml@refs/tags/v1.0.0',
  job_workflow_ref: 'acme/shared/.github/workflows/build.yml@refs/heads/main',
  event_name: 'push',
  runner_environment: 'github-hosted',
  run_id: '7',
  run_attempt: '2',
};

describe('signatureClaim', () => {
  const claim = signatureClaim(subject, name);

  it('writes the statement of cosign 3', () => {
    assert.equal(
      textOf(claim.payload),
      `{"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":"${hex}"}}],"predicateType":"https://sigstore.dev/cosign/sign/v1","predicate":{}}`,
    );
  });

  it('writes the simple-signing document of the .sig tag', () => {
    assert.equal(
      textOf(claim.simpleSigning),
      `{"critical":{"identity":{"docker-reference":"ghcr.io/acme/app"},"image":{"docker-manifest-digest":"${subject.digest}"},"type":"cosign container image signature"},"optional":null}`,
    );
  });

  it('gives the same bytes for the same subject', () => {
    assert.deepEqual(signatureClaim(subject, name), claim);
  });
});

describe('provenanceClaim', () => {
  it("writes GitHub's form from the claims of the token alone", () => {
    const statement: unknown = JSON.parse(textOf(provenanceClaim(subject, name, claims).payload));
    assert.deepEqual(statement, {
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'ghcr.io/acme/app', digest: { sha256: hex } }],
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: {
        buildDefinition: {
          buildType: 'https://actions.github.io/buildtypes/workflow/v1',
          externalParameters: {
            workflow: {
              ref: 'refs/tags/v1.0.0',
              repository: 'https://github.com/acme/app',
              path: '.github/workflows/release.yml',
            },
          },
          internalParameters: {
            github: {
              event_name: 'push',
              repository_id: '1',
              repository_owner_id: '2',
              runner_environment: 'github-hosted',
            },
          },
          resolvedDependencies: [
            {
              uri: 'git+https://github.com/acme/app@refs/tags/v1.0.0',
              digest: { gitCommit: 'a'.repeat(40) },
            },
          ],
        },
        runDetails: {
          builder: { id: 'https://github.com/acme/shared/.github/workflows/build.yml@refs/heads/main' },
          metadata: { invocationId: 'https://github.com/acme/app/actions/runs/7/attempts/2' },
        },
      },
    });
  });

  const workflowRefs: readonly (readonly [why: string, tail: string, path: string, ref: string])[] = [
    ['an @ in the file name', 'a@b.yml@refs/heads/main', 'a@b.yml', 'refs/heads/main'],
    ['an @ in the ref', 'a.yml@refs/heads/x@y', 'a.yml', 'refs/heads/x@y'],
    ['@refs/ in the ref', 'a.yml@refs/heads/b.yml@refs/heads/c', 'a.yml', 'refs/heads/b.yml@refs/heads/c'],
    ['a commit instead of a ref', `a.yml@${'b'.repeat(40)}`, 'a.yml', 'b'.repeat(40)],
  ];
  for (const [why, tail, path, ref] of workflowRefs) {
    it(`splits a workflow reference with ${why}`, () => {
      const workflow_ref = `acme/app/.github/workflows/${tail}`;
      const text = textOf(provenanceClaim(subject, name, { ...claims, workflow_ref }).payload);
      assert.ok(text.includes(`"workflow":{"ref":"${ref}"`), text);
      assert.ok(text.includes(`"path":".github/workflows/${path}"`), text);
    });
  }

  const servers: readonly (readonly [issuer: string, server: string])[] = [
    ['https://token.actions.githubusercontent.com/acme-inc', 'https://github.com'],
    ['https://token.actions.acme.ghe.com', 'https://acme.ghe.com'],
    ['https://git.acme.example/_services/token', 'https://git.acme.example'],
    ['http://127.0.0.1:4000', 'https://github.com'],
  ];
  for (const [iss, server] of servers) {
    it(`places the repositories of ${iss} under ${server}`, () => {
      const text = textOf(provenanceClaim(subject, name, { ...claims, iss }).payload);
      assert.ok(text.includes(`"repository":"${server}/acme/app"`), text);
    });
  }

  const refused: readonly (readonly [why: string, change: Record<string, unknown>])[] = [
    ['no run', { run_id: undefined }],
    ['a number where GitHub writes text', { run_id: 7 }],
    ['a repository with a path in it', { repository: 'acme/app/..' }],
    [
      'a workflow of another repository',
      { workflow_ref: 'evil/app/.github/workflows/r.yml@refs/heads/main' },
    ],
    ['a workflow without a ref', { workflow_ref: 'acme/app/.github/workflows/r.yml' }],
    ['a line break in the ref', { ref: 'refs/heads/a\nb' }],
    ['a short commit', { sha: 'abc' }],
  ];
  for (const [why, change] of refused) {
    it(`refuses a token with ${why}`, () => {
      assert.throws(() => provenanceClaim(subject, name, { ...claims, ...change }), {
        code: 'IDENTITY_TOKEN_INVALID',
      });
    });
  }
});

describe('documentClaim and predicateClaim', () => {
  it('embed the document as it was written, without the space around its parts', () => {
    const bytes = Buffer.from(
      '{ "bomFormat" : "CycloneDX", "specVersion":"1.6",\n "version": 1, "properties": [ 1.0, 12345678901234567890, " a \\" b " ] }\n',
    );
    const text = textOf(documentClaim(subject, name, checkDocument(bytes, 'bom.json')).payload);
    assert.equal(
      text,
      `{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"ghcr.io/acme/app","digest":{"sha256":"${hex}"}}],"predicateType":"https://cyclonedx.org/bom","predicate":{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"properties":[1.0,12345678901234567890," a \\" b "]}}`,
    );
  });

  it('keep the predicate type that was given', () => {
    const checked = checkPredicate('https://acme.example/check/v1', Buffer.from('{"ok":true}'), 'p.json');
    const claim = predicateClaim(subject, name, checked);
    assert.equal(claim.kind, 'predicate');
    assert.equal(claim.predicateType, 'https://acme.example/check/v1');
    assert.match(
      textOf(claim.payload),
      /"predicateType":"https:\/\/acme.example\/check\/v1","predicate":\{"ok":true\}\}$/,
    );
  });
});

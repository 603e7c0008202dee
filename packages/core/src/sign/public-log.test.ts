import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { SigningServices } from '../trust/index.js';
import { refusePublicLog } from './public-log.js';

const services = (...publicServices: ('fulcio' | 'rekor')[]): SigningServices => ({
  fulcioUrl: 'https://fulcio.sigstore.dev',
  rekorUrls: ['https://rekor.sigstore.dev'],
  rekorVersion: 1,
  tsaUrls: [],
  publicServices,
});
const claims = { repository: 'acme/secret-app', repository_visibility: 'private', sha: 'a'.repeat(40) };

describe('refusePublicLog', () => {
  const refused: readonly (readonly [
    why: string,
    claims: Record<string, unknown> | undefined,
    services: SigningServices,
  ])[] = [
    ['a private repository', claims, services('fulcio', 'rekor')],
    ['an internal repository', { ...claims, repository_visibility: 'internal' }, services('fulcio', 'rekor')],
    ['a token that does not say', { repository: 'acme/app' }, services('fulcio', 'rekor')],
    ['a visibility that is no text', { repository_visibility: true }, services('rekor')],
    ['a visibility in other letters', { repository_visibility: 'Public' }, services('rekor')],
    ['a public Fulcio alone, since its certificates are logged', claims, services('fulcio')],
    ['a key, which says nothing about a repository', undefined, services('rekor')],
  ];
  for (const [why, tokenClaims, chosen] of refused) {
    it(`refuses ${why}`, () => {
      assert.throws(
        () => {
          refusePublicLog(tokenClaims, chosen, 'refuse');
        },
        { code: 'PRIVATE_REPOSITORY', fault: 'user', remedy: /public-log: allow/ },
      );
    });
    it(`allows ${why} where the caller says so`, () => {
      refusePublicLog(tokenClaims, chosen, 'allow');
    });
  }

  it('lists what would become public', () => {
    assert.throws(
      () => {
        refusePublicLog(claims, services('fulcio', 'rekor'), 'refuse');
      },
      { message: /repository acme\/secret-app.*commit a{40}.*Rekor/s },
    );
  });

  const allowed: readonly (readonly [
    why: string,
    claims: Record<string, unknown> | undefined,
    services: SigningServices,
  ])[] = [
    ['a public repository', { repository_visibility: 'public' }, services('fulcio', 'rekor')],
    ['a Sigstore of the user', claims, services()],
    ['a key without a public log', undefined, services()],
    ['a key without any log', undefined, { ...services('fulcio', 'rekor'), rekorUrls: [] }],
    ['a key beside a public Fulcio, which a key does not use', undefined, services('fulcio')],
  ];
  for (const [why, tokenClaims, chosen] of allowed) {
    it(`lets ${why} pass`, () => {
      refusePublicLog(tokenClaims, chosen, 'refuse');
    });
  }
});

import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { Integer, OctetString } from 'asn1js';
import * as pkijs from 'pkijs';
import { newAuthority, type CertificateAuthority } from '../x509/authority.js';
import { EKU_TIME_STAMPING } from '../x509/extensions.js';
import { startTsa, type RunningTsa } from './service.js';

const NOW = new Date('2026-02-03T04:05:06.789Z');
const DIGEST = createHash('sha256').update('stamped').digest();

let authority: CertificateAuthority;
let whole: RunningTsa;
let fractional: RunningTsa;
beforeAll(async () => {
  authority = await newAuthority({
    organization: 'tests',
    label: 'timestamping',
    purpose: EKU_TIME_STAMPING,
    notBefore: new Date('2025-01-01T00:00:00Z'),
    notAfter: new Date('2055-01-01T00:00:00Z'),
  });
  const now = () => NOW;
  [whole, fractional] = await Promise.all([
    startTsa({ authority, now }),
    startTsa({ authority, now, fractionalTimestamps: true }),
  ]);
});
afterAll(async () => {
  await Promise.all([whole.stop(), fractional.stop()]);
});

const arrayBuffer = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer;
const derQuery = (extra: Partial<pkijs.TimeStampReqParameters> = {}, hash = '2.16.840.1.101.3.4.2.1') =>
  new Uint8Array(
    new pkijs.TimeStampReq({
      messageImprint: new pkijs.MessageImprint({
        hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: hash }),
        hashedMessage: new OctetString({ valueHex: arrayBuffer(DIGEST) }),
      }),
      ...extra,
    })
      .toSchema()
      .toBER(),
  );
const jsonQuery = (extra = '') =>
  `{"artifactHash":"${DIGEST.toString('base64')}","hashAlgorithm":"sha256"${extra}}`;
const ask = (tsa: RunningTsa, body: Uint8Array<ArrayBuffer> | string, contentType?: string) =>
  fetch(tsa.url, {
    method: 'POST',
    headers: {
      'content-type': contentType ?? `application/${typeof body === 'string' ? 'json' : 'timestamp-query'}`,
    },
    body,
  });
const opened = async (answer: Response) => {
  assert.equal(answer.status, 201);
  assert.equal(answer.headers.get('content-type'), 'application/timestamp-reply');
  const response = pkijs.TimeStampResp.fromBER(await answer.arrayBuffer());
  assert.equal(response.status.status, pkijs.PKIStatus.granted);
  assert.ok(response.timeStampToken);
  const signed = new pkijs.SignedData({ schema: response.timeStampToken.content });
  const content = signed.encapContentInfo.eContent;
  assert.ok(content);
  return { signed, info: pkijs.TSTInfo.fromBER(content.getValue()) };
};
const nonceOf = (info: pkijs.TSTInfo): bigint | undefined => info.nonce?.toBigInt();

describe('the timestamp authority', () => {
  for (const [form, query] of [
    ['DER', derQuery],
    ['JSON', jsonQuery],
  ] as const) {
    it(`stamps a digest asked for in ${form}, in whole seconds`, async () => {
      const { signed, info } = await opened(await ask(whole, query()));
      assert.deepEqual(Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView), DIGEST);
      assert.equal(info.genTime.toISOString(), '2026-02-03T04:05:06.000Z');
      assert.equal(nonceOf(info), undefined);
      assert.deepEqual(signed.certificates ?? [], []);
    });
  }

  it('stamps fractions of a second where it is told to', async () => {
    const { info } = await opened(await ask(fractional, jsonQuery()));
    assert.equal(info.genTime.toISOString(), NOW.toISOString());
  });

  it('gives each timestamp a serial number of its own', async () => {
    const serials = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      const { info } = await opened(await ask(whole, jsonQuery()));
      serials.add(Buffer.from(info.serialNumber.valueBlock.valueHexView).toString('hex'));
    }
    assert.equal(serials.size, 4);
  });

  it('adds its chain without the root, in the order of DER, and gives the nonce back, whatever its first bit', async () => {
    const nonce = 0xfedc_ba98_7654_3210_fedcn;
    const queries = [
      derQuery({ certReq: true, nonce: Integer.fromBigInt(nonce) }),
      jsonQuery(`,"certificates":true,"nonce":${nonce.toString()}`),
    ];
    for (const query of queries) {
      const { signed, info } = await opened(await ask(whole, query));
      assert.equal(nonceOf(info), nonce);
      const embedded = (signed.certificates ?? []).map((each) => Buffer.from(each.toSchema().toBER()));
      assert.deepEqual(embedded, whole.chain.slice(0, 2));
      assert.deepEqual(
        embedded.toSorted((a, b) => Buffer.compare(a, b)),
        embedded,
        'a set in DER is sorted',
      );
    }
  });

  it('signs with a certificate for nothing but timestamps', async () => {
    const { signed } = await opened(await ask(whole, derQuery({ certReq: true })));
    const verified = await signed.verify({
      signer: 0,
      checkChain: true,
      checkDate: NOW,
      trustedCerts: [authority.root.certificate],
      data: arrayBuffer(Buffer.from('stamped')),
      extendedMode: true,
    });
    assert.equal(verified.signatureVerified, true);
    const [leaf] = whole.chain;
    assert.ok(leaf);
    assert.deepEqual(new X509Certificate(leaf).keyUsage, [EKU_TIME_STAMPING]);
    const usage = pkijs.Certificate.fromBER(arrayBuffer(leaf)).extensions?.find(
      ({ extnID }) => extnID === pkijs.id_ExtKeyUsage,
    );
    assert.equal(usage?.critical, true);
  });

  it('shows its chain', async () => {
    assert.equal(await (await fetch(`${whole.url}/certchain`)).text(), whole.chainPem);
    assert.equal(whole.chainPem.match(/BEGIN CERTIFICATE/g)?.length, 3);
  });

  const refused: readonly (readonly [what: string, status: number, ask: () => Promise<Response>])[] = [
    ['another content type', 415, () => ask(whole, jsonQuery(), 'text/plain')],
    ['bytes that are no request', 400, () => ask(whole, Uint8Array.of(0x30, 0x80, 1, 2))],
    ['JSON that is no request', 400, () => ask(whole, '[1]')],
    ['JSON that is cut off', 400, () => ask(whole, jsonQuery().slice(0, -1))],
    ['SHA-1', 400, () => ask(whole, derQuery({}, '1.3.14.3.2.26'))],
    ['a digest of another length', 400, () => ask(whole, '{"artifactHash":"AAAA","hashAlgorithm":"sha256"}')],
    ['a policy of others', 400, () => ask(whole, derQuery({ reqPolicy: '1.2.3.4' }))],
  ];
  for (const [what, status, request] of refused) {
    it(`refuses ${what} with ${status}`, async () => {
      assert.equal((await request()).status, status);
    });
  }
});

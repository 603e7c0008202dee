import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { LayoutName } from '@countersign/core/layouts';
import { CountersignError } from '@countersign/core/errors';
import { failureDocument, type ReportDocument } from '@countersign/core/report';
import { refusalOf } from './refusal.js';

const rejected = new CountersignError('CLAIM_MISSING', { what: 'nothing there', remedy: '' });
const undecided = new CountersignError('REGISTRY_UNAVAILABLE', { what: 'no answer', remedy: '' });

const of = (exitCode: number, report: ReportDocument | undefined, layouts: LayoutName[] = []) =>
  refusalOf({ exitCode, report, outputs: new Map(), errors: [], stdout: '' }, layouts);

describe('the refusal of a verify step', () => {
  it('is a verdict with its reason', () => {
    assert.deepEqual(of(1, failureDocument('verify', rejected)), {
      code: 'CLAIM_MISSING',
      reason: 'nothing there',
    });
  });
  it('is none where the step passed', () => {
    assert.equal(of(0, { ...failureDocument('verify', rejected), status: 'ok', error: null }), undefined);
  });
  it('is none where nothing was decided, although the step failed', () => {
    assert.equal(of(1, failureDocument('verify', undecided)), undefined);
  });
  it('is none where the step left no report', () => {
    assert.equal(of(1, undefined), undefined);
  });
  it('is none where the claims that the attacker made were not looked at', () => {
    assert.equal(of(1, failureDocument('verify', rejected), ['signature-tag']), undefined);
  });
});

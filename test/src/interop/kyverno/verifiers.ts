import type { Ask, Verifier } from '../contract.js';
import { askKyverno } from './apply.js';
import type { KyvernoAsk, PolicyKind } from './ask.js';
import { cosignAsks } from './cosign.js';
import { imageValidatingAsks } from './image-validating.js';
import { notaryAsks } from './notary.js';
import { bundleAsks } from './sigstore-bundle.js';

const ALL: readonly KyvernoAsk[] = [...cosignAsks, ...bundleAsks, ...imageValidatingAsks, ...notaryAsks];

/** One kind of Kyverno's policies as a verifier: they are run together, and counted apart. */
export const kyverno = (
  kind: PolicyKind,
  about: Pick<Verifier, 'title' | 'refusal'> &
    Pick<Partial<Verifier>, 'refusalOf'> & { readonly policy: string },
): Verifier => ({
  id: `kyverno-${kind}`,
  title: about.title,
  programs: ['kyverno'],
  refusal: about.refusal,
  ...(about.refusalOf === undefined ? {} : { refusalOf: about.refusalOf }),
  version: async (run) => /Version:\s+v?(\S+)/.exec((await run('kyverno', ['version'])).stdout)?.[1] ?? '',
  asks: ALL.filter((each) => each.kind === kind).map((each): Ask => ({
    id: each.id,
    title: each.title,
    command: `kyverno apply ${about.policy} --resource pod.yaml --registry`,
    question: each.question,
    applies: (facts, place) => each.applies(facts, place),
    ...(each.cannot === undefined ? {} : { cannot: each.cannot }),
    ...(each.knowsIntermediates === undefined ? {} : { knowsIntermediates: each.knowsIntermediates }),
    ...(each.subjects === undefined ? {} : { subjects: each.subjects }),
    run: (asked) => askKyverno(asked, each, ALL),
  })),
});

import { CountersignError } from '@countersign/core/errors';
import type { ReportDocument } from '@countersign/core/report';
import { ATTACKS, type Good } from './attacks.js';
import type { GateShown } from './gate.js';
import type { Stage } from './stage.js';
import type { ActionResult } from './runner.js';
import type { Steps } from './steps.js';
import { refusalOf } from './refusal.js';

/** What is shown: the image, what it is verified with, and the document that describes it. */
export interface Exhibit {
  readonly good: Good;
  /** SPDX or CycloneDX documents, as `sbom` of attest takes them; undefined: no SBOM is attested. */
  readonly sbom: string | undefined;
  /** Predicates of the scan, as `vulnerability-report` of attest takes them; undefined: none is attested. */
  readonly scan: string | undefined;
  /** Whether each platform has an SBOM and a scan of its own. */
  readonly everywhere: boolean;
  /** Shows what the gate stops; undefined for a user's own image. */
  readonly showGate: ((now: Date) => Promise<GateShown>) | undefined;
}

/** One attack and how it ended; it was refused, or the demo had failed. */
export interface RefusedAttack {
  readonly name: string;
  readonly title: string;
  readonly code: string;
  readonly reason: string;
}

export interface DemoResult {
  /** `127.0.0.1:port/repository@digest` */
  readonly reference: string;
  readonly good: Good;
  /** What the verify step reported of it. */
  readonly images: ReportDocument['images'];
  readonly requirements: readonly string[];
  /** undefined: it was not shown. */
  readonly gate: GateShown | undefined;
  readonly attacks: readonly RefusedAttack[];
}

/** Whom the demo accepts: the workflow that the test bed's default token names. */
export const DEMO_IDENTITY = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';

/**
 * Signs, attests and verifies the image with the bundled actions, shows the gate, then lets five attacks be refused by the same verify
 * step. Throws INTERNAL where an action fails or an attack is accepted.
 */
export async function playDemo(
  stage: Stage,
  steps: Steps,
  exhibit: Exhibit,
  { issuer, now }: { readonly issuer: string; readonly now: Date },
): Promise<DemoResult> {
  const { good, sbom, scan, everywhere } = exhibit;
  const reference = stage.pinned(good.repository, good.root.digest);
  const claims = [
    'the signature',
    ...(sbom === undefined ? [] : ['SBOM']),
    ...(scan === undefined ? [] : ['scan']),
  ];
  await steps.run(`actions/attest: ${claims.join(', ')} and provenance, in one session`, async (tell) => {
    const documents = {
      ...(sbom === undefined ? {} : { sbom }),
      ...(scan === undefined ? {} : { 'vulnerability-report': scan }),
    };
    const inputs = { images: reference, signature: 'true', provenance: 'true', ...documents };
    tellFigures(await stage.mustPass('attest', 'attest', inputs), tell);
  });

  const onAll = everywhere ? '@all' : '';
  const requirements = [
    'signature',
    'provenance',
    ...(sbom === undefined ? [] : [`sbom${onAll}`]),
    ...(scan === undefined ? [] : [`vuln${onAll}`]),
  ];
  const policy = {
    'certificate-identity': DEMO_IDENTITY,
    'certificate-oidc-issuer': issuer,
    require: requirements.join('\n'),
  };
  const images = await steps.run('actions/verify with what a consumer demands', async (tell) => {
    const { report } = await stage.mustPass('verify', 'verify', { images: reference, ...policy });
    tell(`accepted: ${requirements.join(', ')}`);
    tell(`signed by ${DEMO_IDENTITY}`);
    return report?.images ?? [];
  });

  const gate = await exhibit.showGate?.(now);

  steps.heading('Five attacks, and the same verify step');
  const attacks: RefusedAttack[] = [];
  for (const { name, title, layouts, prepare } of ATTACKS) {
    const refused = await steps.run(title, async (tell) => {
      const inputs = await prepare(stage, good);
      const result = await stage.run(`attack-${name}`, 'verify', { ...policy, ...inputs });
      const refusal = refusalOf(result, layouts);
      if (refusal === undefined) throw notRefused(title, result);
      tell(`refused: ${refusal.reason}`);
      return { name, title, ...refusal };
    });
    attacks.push(refused);
  }
  // With --keep the test bed goes on: who names the tag there means the good image.
  await stage.folder(good.repository).pointTag(good.tag, good.root.digest);
  return { reference, good, images, requirements, gate, attacks };
}

function tellFigures({ report }: ActionResult, tell: (line: string) => void): void {
  const figures = report?.figures;
  if (figures === undefined || figures === null) return;
  const { storedObjects, logEntries, timestamps, certificates } = figures;
  tell(
    `${storedObjects} objects stored, ${logEntries} log entries, ${timestamps} timestamps, ${certificates} certificate`,
  );
}

function notRefused(title: string, { exitCode, errors }: ActionResult): CountersignError {
  const how =
    exitCode === 0
      ? 'was accepted'
      : `was not decided (exit code ${exitCode}): ${errors.join(' ') || 'no reason given'}`;
  return new CountersignError('INTERNAL', {
    what: `${title} ${how}`,
    remedy: 'This is a defect in Countersign: please report it with the output of this run.',
  });
}

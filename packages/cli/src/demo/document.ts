import type { Testbed } from '@countersign/testbed';
import { resultDocument, type ReportDocument } from '@countersign/core/report';
import type { DemoResult, RefusedAttack } from './demo.js';
import type { GateShown } from './gate.js';
import type { StepRecord } from './steps.js';

export interface DemoDocument extends ReportDocument {
  readonly demo: {
    /** `127.0.0.1:port/repository@digest` */
    readonly reference: string;
    readonly requirements: readonly string[];
    readonly steps: readonly StepRecord[];
    /** What the gate said about the second image; null where it was not shown. */
    readonly gate: GateShown | null;
    readonly attacks: readonly (RefusedAttack & { readonly refused: true })[];
    readonly seconds: number;
    /** Where the test bed is, with --keep; else null. */
    readonly testbed: { readonly stateDir: string; readonly registry: string; readonly env: string } | null;
  };
}

/** The demo for machines. There is a document of this form only where every attack was refused. */
export const demoDocument = (
  { reference, images, requirements, gate, attacks }: DemoResult,
  steps: readonly StepRecord[],
  seconds: number,
  kept: Testbed | undefined,
): DemoDocument => ({
  ...resultDocument('demo'),
  images,
  demo: {
    reference,
    requirements,
    gate: gate ?? null,
    steps: steps.map((step) => ({ ...step, seconds: toMilliseconds(step.seconds) })),
    attacks: attacks.map((attack) => ({ ...attack, refused: true })),
    seconds: toMilliseconds(seconds),
    testbed: kept === undefined ? null : { stateDir: kept.stateDir, registry: kept.registry, env: kept.env },
  },
});

/** Seconds with three digits behind the point: more would be noise. */
const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

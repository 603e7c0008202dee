import type { Digest } from '../oci/index.js';
import type { Gate, ScanReport, Waiver } from './types.js';
import type { VexDocument } from './vex-types.js';

/** What was scanned, as waivers and VEX documents name it. */
export interface ScannedImage {
  /** `host/repository`, every name it has here; empty for a folder or file. */
  readonly names: readonly string[];
  /** undefined for a folder or file. */
  readonly digest: Digest | undefined;
  /** Of a platform's manifest: the index it is part of. What is said of the index is said of its platforms. */
  readonly index?: Digest | undefined;
  /** Of an index: its platforms' digests. What is said of one is not said of the others. */
  readonly platforms?: Readonly<Record<string, Digest>> | undefined;
}

/** All that a verdict about one subject rests on. */
export interface DecideInput {
  readonly report: ScanReport;
  readonly gate: Gate;
  readonly waivers: readonly Waiver[];
  readonly vex: readonly VexDocument[];
  /** Needed where `gate.maxNew` is set. */
  readonly baseline?: ScanReport | undefined;
  readonly image: ScannedImage;
  readonly now: Date;
}

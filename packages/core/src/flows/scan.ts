import type { FlowReport, Services } from './types.js';
import { reported } from './report.js';
import type { ScanOptions } from './scan-options.js';

/**
 * Scans an image, a folder or SBOMs with grype, or reads existing reports, and decides by the gate, waivers and VEX. Every
 * file is written before the verdict: `rejected` with GATE_FAILED where the gate does not pass it; what could not be scanned
 * is `undecided` or `error`, never clean.
 */
export async function scanImage(options: ScanOptions, services: Services): Promise<FlowReport> {
  let scan: FlowReport['scan'];
  const report = await reported('scan', services, async (progress) => {
    // Loaded here: the other commands need neither scanners nor their reports.
    const { scanInto } = await import('./scan-image.js');
    await scanInto(progress, options, services, (part) => {
      scan = part;
    });
  });
  return scan === undefined ? report : { ...report, scan };
}

export type { ScanOptions } from './scan-options.js';

import { resolve } from 'node:path';
import { asCountersignError, CountersignError } from '@countersign/core/errors';
import { MAX_SHOWN_INPUT_CHARS } from '@countersign/core/limits';
import { parseTrustSources, type TrustSources } from '@countersign/core/options';
import { EXIT_CODE, printable, resultDocument } from '@countersign/core/report';
import { loadSigningConfig, loadTrust, loadTrustToShow, trustParts } from '@countersign/core/trust';
import type { Invocation, RunCommand } from '../command.js';
import { errorInFlagWords } from '../flag-words.js';
import { COMMON_FLAGS } from '../flags.js';
import { optionEdge } from '../option-edge.js';
import { subcommandOf } from '../subcommand.js';
import { trustDocument, trustText } from '../trust-text.js';
import { readExportSwitches, refuseExportFlags } from './trust-options.js';

/** `countersign trust`: the first word says what to do. */
export const run: RunCommand = async (invocation) => {
  const [word, extra] = invocation.arguments.positionals;
  const action = ACTIONS[await subcommandOf('trust', WORDS, word)];
  if (extra !== undefined) {
    throw new CountersignError('INPUT_INVALID', {
      what: `trust takes no image, and ${JSON.stringify(extra.slice(0, MAX_SHOWN_INPUT_CHARS))} was given`,
      remedy: 'Leave it out; a trusted root is given with --trusted-root FILE.',
    });
  }
  try {
    return await action(invocation);
  } catch (thrown) {
    // Trust is read by the settings of the actions, whose words the errors speak.
    throw errorInFlagWords(asCountersignError(thrown), 'sign');
  }
};

const inspect: RunCommand = async (invocation) => {
  refuseExportFlags(invocation.arguments);
  return withTrust(invocation, async ({ trust }, loading) => {
    const material = await loadTrustToShow(trust, loading);
    const parts = trustParts(material, loading.context.clock.now());
    invocation.output.result(
      { ...resultDocument('trust'), trust: trustDocument(material, parts) },
      trustText(material, parts),
    );
    return EXIT_CODE.ok;
  });
};

const exportForms: RunCommand = async (invocation) => {
  const { formats, outputDir, name, lifetimeMs, force } = readExportSwitches(invocation.arguments);
  return withTrust(invocation, async ({ trust, signingConfig }, loading) => {
    const { exportTrust, writeExport } = await import('@countersign/core/trust-export');
    const now = loading.context.clock.now();
    const folder = resolve(outputDir);
    const material = await loadTrust(trust, loading);
    const expires = new Date(now.getTime() + lifetimeMs);
    const config =
      formats.includes('tuf') && signingConfig !== undefined
        ? await configBytes(signingConfig, loading)
        : undefined;
    const { files, forms } = await exportTrust(formats, {
      material,
      signingConfig: config,
      folder,
      name,
      expires,
      now,
    });
    await writeExport(folder, files, force);
    const lines = forms.flatMap(({ format, files: written, notes, impossible }) => [
      `${format}${impossible === undefined ? '' : `: not written, ${impossible}`}`,
      ...written
        .filter((path) => !path.startsWith('tuf/') || path === 'tuf/root.json')
        .map((path) => `  ${path}`),
      ...notes.map((note) => `  - ${note}`),
    ]);
    invocation.output.result(
      {
        ...resultDocument('trust'),
        export: {
          outputDir: folder,
          origin: material.origin,
          sha256: material.sha256,
          expires: expires.toISOString(),
          forms: forms.map((form) => ({ ...form, impossible: form.impossible ?? null })),
        },
      },
      [`${folder} has the trust of ${material.origin} in these forms:`, '', ...lines]
        .map(printable)
        .join('\n'),
    );
    return EXIT_CODE.ok;
  });
};

const WORDS = ['export', 'inspect'] as const;
const ACTIONS: Readonly<Record<(typeof WORDS)[number], RunCommand>> = { export: exportForms, inspect };

type Loading = Parameters<typeof loadTrust>[1];

/** A repository need not hold a signing config; one that was named has to be there. */
async function configBytes(
  source: NonNullable<TrustSources['signingConfig']>,
  loading: Loading,
): Promise<Uint8Array | undefined> {
  try {
    const loaded = await loadSigningConfig(source, loading);
    return loaded.kind === 'config' ? loaded.bytes : undefined;
  } catch (error) {
    if (source.kind !== 'file' && asCountersignError(error).code === 'TRUST_UNAVAILABLE') return undefined;
    throw error;
  }
}

async function withTrust(
  { edge, arguments: given }: Invocation,
  work: (sources: TrustSources, loading: Loading) => Promise<number>,
): Promise<number> {
  const own = [...given.flags].filter(([name]) => !COMMON_FLAGS.some((flag) => flag.name === name));
  const sources = parseTrustSources(Object.fromEntries(own), await optionEdge(edge, () => undefined));
  const { servicesOf } = await import('../services.js');
  const services = servicesOf(edge);
  try {
    return await work(sources, services);
  } finally {
    services.close();
  }
}

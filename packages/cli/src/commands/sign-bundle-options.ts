import { CountersignError } from '@countersign/core/errors';
import type { Arguments } from '../arguments.js';
import { choiceFlag, requiredFlag } from '../flag-values.js';

/** What the sigstore-conformance protocol asks: one file, one token, one bundle. */
export interface BundleOrder {
  /** Path of the file to sign. */
  readonly artifact: string;
  /** Where the bundle goes. */
  readonly bundle: string;
  readonly identityToken: string;
  readonly inToto: boolean;
  /** Paths; undefined: the public good. */
  readonly trustedRoot: string | undefined;
  readonly signingConfig: string | undefined;
  readonly publicLog: 'refuse' | 'allow';
}

/** Throws INPUT_MISSING for what the protocol demands, INPUTS_CONTRADICT for two files, INPUT_INVALID. */
export function readBundleOrder({ flags, positionals }: Arguments): BundleOrder {
  const [artifact, extra] = positionals;
  if (artifact === undefined)
    throw missing('no file is given', 'Give the file to sign as the last argument.');
  if (extra !== undefined) {
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: `two files are given, the second is ${JSON.stringify(extra)}`,
      remedy: 'Give one file.',
    });
  }
  const identityToken = requiredFlag(flags, 'identity-token', 'Give --identity-token TOKEN.');
  const bundle = requiredFlag(flags, 'bundle', 'Give --bundle FILE.');
  const [trustedRoot, signingConfig] = [flags.get('trusted-root'), flags.get('signing-config')];
  if (flags.get('staging') === 'true' && (trustedRoot === undefined || signingConfig === undefined)) {
    throw missing(
      "--staging needs --trusted-root and --signing-config: those of Sigstore's staging instance are not built in",
      'Give both files of that instance.',
    );
  }
  const publicLog = choiceFlag(flags, 'public-log', ['refuse', 'allow']);
  const inToto = flags.get('in-toto') === 'true';
  return { artifact, bundle, identityToken, inToto, trustedRoot, signingConfig, publicLog };
}

const missing = (what: string, remedy: string): CountersignError =>
  new CountersignError('INPUT_MISSING', { what, remedy });

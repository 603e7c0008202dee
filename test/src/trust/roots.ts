import { parseTrustedRoot, type TrustMaterial } from '@countersign/core/trust';
import { exportTrust, EXPORT_FORMATS, type ExportFormat } from '@countersign/core/trust-export';

/** A trusted_root.json as far as these tests change it. */
export interface RootDocument {
  tlogs: LogDocument[];
  ctlogs: LogDocument[];
  certificateAuthorities: AuthorityDocument[];
  timestampAuthorities: AuthorityDocument[];
}

interface Windowed {
  validFor: { start: string; end?: string };
}

interface LogDocument {
  baseUrl: string;
  publicKey: Windowed & { rawBytes: string; keyDetails: string };
  logId: { keyId: string };
}

interface AuthorityDocument extends Windowed {
  uri: string;
  subject?: { organization: string; commonName: string };
  certChain: { certificates: { rawBytes: string }[] };
}

const NOW = new Date();
export const EXPIRES = new Date(NOW.getTime() + 90 * 86_400_000);

/** A document with what `change` does to it, read as a trusted root is. */
export function materialOf(
  document: string,
  change: (root: RootDocument) => void = () => undefined,
): TrustMaterial {
  const root = JSON.parse(document) as RootDocument;
  change(root);
  return parseTrustedRoot(Buffer.from(JSON.stringify(root)), 'root.json');
}

/** An export, its files as texts by their paths. */
export async function exported(
  material: TrustMaterial,
  formats: readonly ExportFormat[] = EXPORT_FORMATS,
  more: { readonly signingConfig?: Uint8Array; readonly folder?: string } = {},
): Promise<{
  readonly text: (path: string) => string;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly notes: (format: ExportFormat) => string;
  readonly impossible: (format: ExportFormat) => string | undefined;
}> {
  const { files, forms } = await exportTrust(formats, {
    ...{ material, expires: EXPIRES, now: NOW, name: 'acme' },
    ...{ signingConfig: undefined, folder: '/srv/trust' },
    ...more,
  });
  const bytes = new Map(files.map((file) => [file.path, file.bytes]));
  return {
    bytes,
    text: (path) => Buffer.from(bytes.get(path) ?? []).toString(),
    notes: (format) => forms.find((form) => form.format === format)?.notes.join('\n') ?? '',
    impossible: (format) => forms.find((form) => form.format === format)?.impossible,
  };
}

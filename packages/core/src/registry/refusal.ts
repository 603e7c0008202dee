import { CountersignError, type ErrorCode } from '../errors.js';
import { excerptOf, type HttpResponse } from '../http/index.js';
import { formatName, type RepositoryName } from '../reference/index.js';

/** What was tried, for people: continues "could not". */
export interface Doing {
  readonly name: RepositoryName;
  /** `read the manifest v1`, `upload sha256:...` */
  readonly what: string;
  /** A tag that was to be moved; a refusal because it may not move has a code of its own. */
  readonly movesTag?: string;
}

/**
 * An answer that is neither success nor one the caller expected, as an error with the registry's own words. `login` tells
 * which credentials were used; `secrets` are blotted out, since a registry may echo what it was sent.
 */
export function refusalOf(
  response: Pick<HttpResponse, 'status' | 'body'>,
  doing: Doing,
  { login, secrets }: { readonly login: string; readonly secrets: readonly string[] },
): CountersignError {
  const words = wordsOf(response.body, secrets);
  const said = words === '' ? `${response.status}` : `${response.status}: ${words}`;
  const { code, remedy } = kindOf(response.status, words, doing, login);
  return new CountersignError(code, {
    what: `${doing.name.host} refused to ${doing.what} in ${formatName(doing.name)} (${said})`,
    remedy,
  });
}

/** Whether the registry refuses because tags may not be moved there. */
export const saysImmutable = (response: Pick<HttpResponse, 'status' | 'body'>): boolean =>
  IMMUTABLE_STATUSES.has(response.status) && IMMUTABLE.test(wordsOf(response.body));

/** Whether a manifest was refused because a blob or manifest that it names is not visible yet. */
export const saysContentUnknown = (response: Pick<HttpResponse, 'status' | 'body'>): boolean =>
  (response.status === 404 || response.status === 400) &&
  /\b(MANIFEST_BLOB_UNKNOWN|BLOB_UNKNOWN)\b/.test(wordsOf(response.body));

// Each registry says it in its own way: ECR 400 "is immutable", Harbor 412 "configured as immutable", Artifact Registry
// 400 "tag immutability", ACR 405 "locked", Quay and Nexus 400 "cannot be overwritten", "updating ... disallowed".
const IMMUTABLE = /\bimmutab|\bTAG_INVALID\b|cannot be overwritten|\boverwrit|is locked|already exists/i;
const IMMUTABLE_STATUSES = new Set([400, 403, 405, 409, 412]);

function kindOf(
  status: number,
  words: string,
  doing: Doing,
  login: string,
): { code: ErrorCode; remedy: string } {
  if (doing.movesTag !== undefined && IMMUTABLE_STATUSES.has(status) && IMMUTABLE.test(words)) {
    return {
      code: 'TAG_IMMUTABLE',
      remedy: `Exclude tags of the form sha256-* from the registry's immutability rule (here: ${doing.movesTag}), or store claims in another repository (signature-repository), then run again.`,
    };
  }
  if (status === 401)
    return {
      code: 'REGISTRY_UNAUTHORIZED',
      remedy: `Log in to the registry with an account that may do this (docker login, or registry-username and registry-password). ${login}`,
    };
  if (status === 403) {
    return {
      code: 'REGISTRY_FORBIDDEN',
      remedy: `The registry knows who asks and says no: give this account the right to it (on GHCR: packages: write for the job, and the package linked to the repository); where it may only read, store claims in another repository (signature-repository). ${login}`,
    };
  }
  // Distribution's pull-through cache, Harbor's proxy projects and registries in maintenance answer a write so.
  if (status === 405) {
    return {
      code: 'REGISTRY_REFUSED',
      remedy:
        'A registry that takes no writes here is a pull-through cache or read-only: name the image in the registry that it comes from, or store claims in another repository (signature-repository).',
    };
  }
  return { code: 'REGISTRY_REFUSED', remedy: "See the registry's own words above; its log has more." };
}

/** The registry's codes and messages (OCI distribution specification, "Error Codes"), else the beginning of the body. */
function wordsOf(body: Uint8Array, secrets: readonly string[] = []): string {
  const text = new TextDecoder().decode(body);
  try {
    const json: unknown = JSON.parse(text);
    const errors = typeof json === 'object' && json !== null && 'errors' in json ? json.errors : undefined;
    if (Array.isArray(errors)) {
      const words = errors.slice(0, 5).map((error: unknown) => {
        const { code, message } =
          typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
        return [code, message].filter((part) => typeof part === 'string').join(' ');
      });
      return excerptOf(words.filter((each) => each !== '').join('; '), secrets);
    }
  } catch {
    return excerptOf(text, secrets); // not JSON: a proxy's page, or plain words
  }
  return excerptOf(text, secrets);
}

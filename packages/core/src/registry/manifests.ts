import { CountersignError } from '../errors.js';
import { misbehaved, type HttpResponse } from '../http/index.js';
import { MAX_MANIFEST_BYTES, MAX_SHOWN_INPUT_CHARS, MAX_WRITE_ANSWER_BYTES } from '../limits.js';
import { IMAGE_MEDIA_TYPES, digestOf, isDigest, type Descriptor, type Digest } from '../oci/index.js';
import { formatName, type RepositoryName } from '../reference/index.js';
import type { Connection } from './connection.js';
import { whileMissing } from './fresh.js';
import { statedMediaType } from './manifest-document.js';
import { isNoJson, whileUnreadable } from './readable.js';
import { saysContentUnknown, saysImmutable, type Doing } from './refusal.js';
import type { Repository, StoredManifest, WriteCondition } from './types.js';

/** The manifests of one repository (OCI distribution specification, "Pulling manifests", "Pushing Manifests"). */
export class Manifests implements Pick<
  Repository,
  'getManifest' | 'headManifest' | 'putManifest' | 'deleteManifest'
> {
  readonly #connection: Connection;
  readonly #name: RepositoryName;

  constructor(connection: Connection, name: RepositoryName) {
    this.#connection = connection;
    this.#name = name;
  }

  async getManifest(target: string, options?: { fresh?: boolean }): Promise<StoredManifest | undefined> {
    const read = () => this.#read(target);
    return options?.fresh === true
      ? whileMissing(this.#connection.context, read, (found) => found === undefined)
      : read();
  }

  async headManifest(target: string): Promise<Descriptor | undefined> {
    const doing = this.#doing(`look up the manifest ${target}`);
    const response = await this.#connection.send({
      method: 'HEAD',
      path: `manifests/${target}`,
      access: 'pull',
      doing,
      headers: { accept: ACCEPT },
      maxResponseBytes: 0,
    });
    if (response.status === 404) return undefined;
    if (response.status !== 200) throw await this.#connection.refusal(response, doing);
    const size = Number(response.headers['content-length']);
    const digest = isDigest(target) ? target : response.headers['docker-content-digest'];
    const mediaType = contentType(response);
    // What a HEAD leaves out, the manifest itself says.
    if (digest === undefined || !isDigest(digest) || !IMAGE_MEDIA_TYPES.includes(mediaType) || !(size > 0)) {
      return (await this.#read(target))?.descriptor;
    }
    return { mediaType, digest, size };
  }

  async putManifest(
    target: string,
    bytes: Uint8Array,
    mediaType: string,
    condition?: WriteCondition,
  ): Promise<{ readonly digest: Digest; readonly referrerIndexed: boolean } | undefined> {
    const digest = digestOf(bytes);
    const doing: Doing = {
      ...this.#doing(`store the manifest ${target}`),
      ...(isDigest(target) ? {} : { movesTag: target }),
    };
    const stillHolds = async () => {
      if (condition?.kind !== 'unchanged') return;
      const standing = await this.#read(target);
      if (standing?.descriptor.digest !== condition.digest) throw new Overtaken();
    };
    const write = async () => {
      await stillHolds();
      return this.#connection.send({
        method: 'PUT',
        path: `manifests/${target}`,
        access: 'pull,push',
        doing,
        headers: { 'content-type': mediaType, ...headersOf(condition) },
        body: bytes,
        maxResponseBytes: MAX_WRITE_ANSWER_BYTES,
        beforeRepeat: stillHolds,
      });
    };
    // A blob uploaded a moment ago may not be visible yet to what checks the manifest.
    const response = await whileMissing(this.#connection.context, write, saysContentUnknown).catch(overtaken);
    if (response === undefined) return undefined;
    if (response.status === 412 && condition !== undefined && !saysImmutable(response)) return undefined;
    if (response.status < 200 || response.status > 299) throw await this.#connection.refusal(response, doing);
    const stated = response.headers['docker-content-digest'];
    if (stated !== undefined && stated !== digest && isDigest(stated)) {
      throw misbehaved(
        'registry',
        this.#name.host,
        `stored ${target} as ${stated}, but the bytes sent are ${digest}`,
      );
    }
    return { digest, referrerIndexed: response.headers['oci-subject'] !== undefined };
  }

  async deleteManifest(digest: Digest): Promise<'deleted' | 'absent' | 'unsupported'> {
    const doing = this.#doing(`delete the manifest ${digest}`);
    const response = await this.#connection.send({
      method: 'DELETE',
      path: `manifests/${digest}`,
      access: 'delete',
      doing,
      maxResponseBytes: MAX_WRITE_ANSWER_BYTES,
    });
    if (response.status >= 200 && response.status <= 299) return 'deleted';
    if (response.status === 404) return 'absent';
    if (NO_DELETING.has(response.status)) return 'unsupported';
    throw await this.#connection.refusal(response, doing);
  }

  async #read(target: string): Promise<StoredManifest | undefined> {
    const doing = this.#doing(`read the manifest ${target}`);
    const response = await whileUnreadable(this.#connection.context, () =>
      this.#connection.send({
        method: 'GET',
        path: `manifests/${target}`,
        access: 'pull',
        doing,
        headers: { accept: ACCEPT },
        maxResponseBytes: MAX_MANIFEST_BYTES,
      }),
    );
    if (response.status === 404) return undefined;
    if (response.status !== 200) throw await this.#connection.refusal(response, doing);
    const { body: bytes } = response;
    // Before the digest is looked at: what is no manifest of anyone decides nothing about the image.
    if (isNoJson(response)) {
      throw misbehaved(
        'registry',
        this.#name.host,
        `answered the manifest ${target} with something that is no JSON`,
      );
    }
    const digest = digestOf(bytes);
    const expected = isDigest(target) ? target : response.headers['docker-content-digest'];
    if (expected !== undefined && isDigest(expected) && expected !== digest) {
      throw new CountersignError('DIGEST_MISMATCH', {
        what: `${formatName(this.#name)} answered ${expected} with other bytes: they are ${digest}`,
        remedy: 'Do not use this image: the registry, or something before it, changed what was stored.',
      });
    }
    return {
      bytes,
      descriptor: { mediaType: this.#mediaType(response, target), digest, size: bytes.length },
      etag: response.headers.etag,
    };
  }

  /** Content-Type and the body's own word must agree: a manifest that two readers take for two things is an attack. */
  #mediaType(response: HttpResponse, target: string): string {
    const served = contentType(response);
    const where = `The manifest ${target} in ${formatName(this.#name)}`;
    const stated = statedMediaType(response.body, where);
    const known = !UNTYPED.has(served);
    if (known && stated !== undefined && stated !== served) {
      throw misbehaved(
        'registry',
        this.#name.host,
        `served ${target} as ${JSON.stringify(served.slice(0, MAX_SHOWN_INPUT_CHARS))}, but it calls itself ${JSON.stringify(stated.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
      );
    }
    return stated ?? served;
  }

  #doing(what: string): Doing {
    return { name: this.#name, what };
  }
}

/** What stands under the tag is not what the caller read any more. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

function overtaken(error: unknown): undefined {
  if (error instanceof Overtaken) return undefined;
  throw error;
}

/** Distribution and Harbor answer 405, others 400 UNSUPPORTED or 501: nobody deletes there. */
const NO_DELETING = new Set([400, 405, 501]);

const ACCEPT = IMAGE_MEDIA_TYPES.join(', ');
/** What a server says that does not know what it serves. */
const UNTYPED = new Set(['', 'application/json', 'application/octet-stream', 'text/plain']);

export const contentType = (response: Pick<HttpResponse, 'headers'>): string =>
  (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

function headersOf(condition: WriteCondition | undefined): Record<string, string> {
  switch (condition?.kind) {
    case 'absent':
      return { 'if-none-match': '*' };
    case 'match':
      return { 'if-match': condition.etag };
    case 'unchanged':
    case undefined:
      return {};
  }
}

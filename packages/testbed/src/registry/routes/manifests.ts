import { setTimeout as sleep } from 'node:timers/promises';
import { lateBy, readBody, send } from '../../http/index.js';
import { MAX_MANIFEST_BYTES } from '../bounds.js';
import { checkConditions, entityTag, isCurrent } from '../conditions.js';
import { refusal } from '../errors.js';
import type { Exchange } from '../exchange.js';
import { digestLike, isDigest, isTag } from '../grammar.js';
import { readManifest, type ManifestFacts } from '../manifest.js';
import type { RegistryOptions } from '../options.js';
import type { RepositoryStore } from '../store.js';

/** `/v2/<name>/manifests/<reference>`: OCI distribution specification, "Pulling manifests", "Pushing Manifests". */
export async function manifests(exchange: Exchange): Promise<void> {
  const { target } = exchange;
  if (!isDigest(target) && !isTag(target)) {
    // A digest always has a colon, a tag never.
    throw target.includes(':')
      ? refusal('DIGEST_INVALID', 'the reference is not a digest')
      : refusal('MANIFEST_UNKNOWN', 'the reference is not a tag');
  }
  switch (exchange.method) {
    case 'GET':
    case 'HEAD':
      pull(exchange);
      return;
    case 'PUT':
      await push(exchange);
      return;
    case 'DELETE':
      if (exchange.options.delete === false) throw refusal('UNSUPPORTED', 'nothing is deleted here');
      remove(exchange);
      return;
    default:
      throw refusal('UNSUPPORTED', `${exchange.method} is not supported here`);
  }
}

function pull({ request, response, name, target, store, options }: Exchange): void {
  const repository = store.find(name);
  if (repository === undefined) throw refusal('NAME_UNKNOWN', `there is no repository ${name}`);
  const found = repository.manifest(target, 'visible');
  if (found === undefined) throw refusal('MANIFEST_UNKNOWN', `there is no manifest ${target}`);
  const headers = { 'docker-content-digest': found.digest, ...entityTag(options, found.digest) };
  if (isCurrent(options, request, found.digest)) {
    response.writeHead(304, headers).end();
    return;
  }
  send(response, 200, { 'content-type': found.facts.mediaType, ...headers }, found.bytes);
}

async function push({ request, response, name, target, store, options }: Exchange): Promise<void> {
  const bytes = await readBody(request, MAX_MANIFEST_BYTES);
  const facts = readManifest(bytes, request.headers['content-type']);
  const digest = digestLike(bytes, target);
  const tag = isDigest(target) ? undefined : target;
  if (tag === undefined && digest !== target)
    throw refusal('DIGEST_INVALID', `the manifest's digest is ${digest}`);

  await sleep((options.writeDelayMs ?? 0) + Math.random() * (options.writeJitterMs ?? 0));

  // From here to the write nothing waits: a condition that holds still holds when the manifest is stored.
  const repository = store.open(name);
  checkReferences(repository, facts);
  const current = repository.manifest(target, 'latest')?.digest;
  checkConditions(options, request, current);
  if (tag !== undefined && current !== undefined && current !== digest) checkMutable(options, tag, name);
  repository.putManifest({ digest, bytes, facts }, tag, lateBy(request));

  send(response, 201, {
    location: `/v2/${name}/manifests/${digest}`,
    'docker-content-digest': digest,
    ...entityTag(options, digest),
    ...(options.referrers !== false && facts.subject !== undefined ? { 'oci-subject': facts.subject } : {}),
  });
}

function remove({ request, response, name, target, store, options }: Exchange): void {
  const repository = store.find(name);
  const current = repository?.manifest(target, 'latest')?.digest;
  if (repository === undefined || current === undefined) {
    throw refusal('MANIFEST_UNKNOWN', `there is no manifest ${target}`);
  }
  checkConditions(options, request, current);
  repository.deleteManifest(target);
  send(response, 202, {});
}

function checkReferences(repository: RepositoryStore, facts: ManifestFacts): void {
  const missing =
    facts.blobs.find((digest) => !repository.blobs.has(digest)) ??
    facts.manifests.find((digest) => repository.manifest(digest, 'latest') === undefined);
  // The subject may be missing: the specification lets a referrer come first.
  if (missing !== undefined) throw refusal('MANIFEST_BLOB_UNKNOWN', `${missing} is not in this repository`);
}

function checkMutable({ immutableTags, immutableStatus }: RegistryOptions, tag: string, name: string): void {
  if (immutableTags === undefined) return;
  const fixed =
    typeof immutableTags === 'function' ? immutableTags(tag, name) : tag.search(immutableTags) !== -1;
  if (!fixed) return;
  throw refusal('TAG_INVALID', `the tag ${tag} is immutable and cannot be overwritten`, {
    status: immutableStatus ?? 400,
  });
}

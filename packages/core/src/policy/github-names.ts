import { CountersignError } from '../errors.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';

/** The issuer of GitHub Actions tokens on github.com. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

const OWNER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9_])?$/;
const REPOSITORY = /^[A-Za-z0-9._-]{1,100}$/;
/** What follows the seam of a workflow's URI: a ref or, for a reusable workflow called so, a commit. */
const REF = /^(?:refs\/\P{Cc}{1,1000}|[0-9a-f]{40}|[0-9a-f]{64})$/u;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** `https://github.com/acme` of `acme`, `github.com/acme` or the URL itself. Throws INPUT_INVALID. */
export function ownerUri(text: string, issuer: string): string {
  const { server, path } = splitServer(text, issuer);
  if (!OWNER.test(path)) throw invalid('source-owner', text, 'an owner, as in acme');
  return `${server}/${path}`;
}

/** `https://github.com/acme/app` of `acme/app`, `github.com/acme/app` or the URL itself. Throws INPUT_INVALID. */
export function repositoryUri(text: string, issuer: string): string {
  const { server, path } = splitServer(text, issuer);
  const [owner = '', repository = '', ...more] = path.split('/');
  if (!OWNER.test(owner) || !isRepository(repository) || more.length > 0) {
    throw invalid('source-repository', text, 'an owner/repository, as in acme/app');
  }
  return `${server}/${path}`;
}

/**
 * The URI of a workflow, with its `@ref` where one was given:
 * `[https://github.com/]owner/repository/.github/workflows/file.yml[@ref]`. Throws INPUT_INVALID.
 */
export function workflowUri(text: string, issuer: string): string {
  const { server, path } = splitServer(text, issuer);
  const parts = /^([^/]+)\/([^/]+)\/\.github\/workflows\/([^/@]+\.ya?ml)(?:@(.+))?$/u.exec(path);
  const [, owner = '', repository = '', , ref] = parts ?? [];
  if (
    parts === null ||
    !OWNER.test(owner) ||
    !isRepository(repository) ||
    (ref !== undefined && !REF.test(ref))
  ) {
    throw invalid(
      'signer-workflow',
      text,
      'an owner/repository/.github/workflows/file.yml, with or without @refs/...',
    );
  }
  return `${server}/${path}`;
}

/** Throws INPUT_INVALID unless it is a whole ref (`refs/heads/main`). */
export function wholeRef(text: string): string {
  if (/^refs\/\P{Cc}{1,1000}$/u.test(text)) return text;
  throw invalid('source-ref', text, 'a whole ref, as in refs/heads/main or refs/tags/v1.0.0');
}

/** Throws INPUT_INVALID unless it is a whole commit. */
export function wholeCommit(name: string, text: string): string {
  if (COMMIT.test(text)) return text;
  throw invalid(name, text, 'a whole commit: 40 lower-case hexadecimal digits');
}

/** Whether a SAN is the workflow of `uri`: the same ref where `uri` names one, else any ref of exactly this file. */
export function isWorkflow(san: string, uri: string): boolean {
  if (san === uri) return true;
  // A file may be called `release.yml@x.yml`: what follows the seam has to be a ref, or it is another file.
  return !uri.includes('@') && san.startsWith(`${uri}@`) && REF.test(san.slice(uri.length + 1));
}

/**
 * The repository whose workflow a SAN names, `unclear` where it names one that cannot be told, `none` where it names no
 * workflow at all (an e-mail address, a service account). GitHub's form ends at `/.github/workflows/`, GitLab's at `//`.
 */
export function workflowRepository(
  san: string,
): { kind: 'known'; uri: string } | { kind: 'unclear' | 'none' } {
  if (!/^https?:\/\//i.test(san)) return { kind: 'none' };
  const github = /^(https?:\/\/[^/]+\/[^/@]+\/[^/@]+)\/\.github\/workflows\/[^/]+@./iu.exec(san)?.[1];
  if (github !== undefined) return { kind: 'known', uri: github };
  const gitlab = /^(https?:\/\/[^/]+(?:\/[^/@]+){2,})\/\/[^@]+@./iu.exec(san)?.[1];
  if (gitlab !== undefined) return { kind: 'known', uri: gitlab };
  return { kind: san.includes('@') ? 'unclear' : 'none' };
}

const isRepository = (text: string): boolean => REPOSITORY.test(text) && text !== '.' && text !== '..';

/** The server before the path: as written, else the one that belongs to the issuer. */
function splitServer(text: string, issuer: string): { server: string; path: string } {
  const [, server, path] = /^(https:\/\/[a-z0-9.:-]+)\/(.*)$/.exec(text) ?? [];
  if (server !== undefined && path !== undefined) return { server, path };
  if (text.startsWith('github.com/'))
    return { server: 'https://github.com', path: text.slice('github.com/'.length) };
  return { server: serverOfIssuer(issuer), path: text };
}

/** GHE.com with data residency and GitHub Enterprise Server have an issuer each; everything else is github.com. */
function serverOfIssuer(issuer: string): string {
  const tenant = /^https:\/\/token\.actions\.([a-z0-9-]+\.ghe\.com)(?:\/|$)/.exec(issuer)?.[1];
  if (tenant !== undefined) return `https://${tenant}`;
  return /^(https:\/\/[a-z0-9.:-]+)\/_services\/token$/.exec(issuer)?.[1] ?? 'https://github.com';
}

const invalid = (name: string, text: string, form: string): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `${name} is ${JSON.stringify(text.slice(0, MAX_SHOWN_INPUT_CHARS))}, which is not ${form}`,
    remedy: `Give ${name} as ${form}.`,
  });

import { isDockerHub, DOCKER_HUB } from '../reference/index.js';
import type { ScannedImage } from './decide-types.js';

/**
 * Whether a waiver for these images is for this one: `host/repository`, where `*` stands for any part of a name and `**`
 * for any parts, with `@sha256:…` behind it for one digest. Without patterns it is for every image, and for what is none.
 */
export const coversImage = (patterns: readonly string[], image: ScannedImage): boolean =>
  patterns.length === 0 || patterns.some((pattern) => isImage(pattern, image));

function isImage(pattern: string, { names, digest, index }: ScannedImage): boolean {
  const at = pattern.indexOf('@');
  const wanted = at < 0 ? undefined : pattern.slice(at + 1);
  if (wanted !== undefined && wanted !== digest && wanted !== index) return false;
  const parts = canonical(at < 0 ? pattern : pattern.slice(0, at)).split('/');
  return names.some((name) => matches(parts, canonical(name).split('/')));
}

/** Docker Hub under one of its names. */
export function canonical(name: string): string {
  const [host = '', ...path] = name.split('/');
  return [isDockerHub(host.toLowerCase()) ? DOCKER_HUB : host.toLowerCase(), ...path].join('/');
}

/**
 * Part by part: which beginnings of the name the parts so far can stand for. However many `**` there are, each
 * part is held against each part once.
 */
function matches(parts: readonly string[], name: readonly string[]): boolean {
  let ends = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>();
    if (part === '**') {
      const first = Math.min(...ends);
      for (let end = first + 1; end <= name.length; end += 1) next.add(end);
    } else {
      for (const end of ends) {
        const here = name[end];
        if (here !== undefined && isPart(part, here)) next.add(end + 1);
      }
    }
    ends = next;
  }
  return ends.has(name.length);
}

/** `*` stands for any characters; the pieces between have to come in order, so no backtracking is needed. */
function isPart(pattern: string, text: string): boolean {
  const pieces = pattern.split('*');
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  if (pieces.length === 1) return pattern === text;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let rest = text.slice(first.length, text.length - last.length);
  for (const piece of pieces.slice(1, -1)) {
    const at = rest.indexOf(piece);
    if (at < 0) return false;
    rest = rest.slice(at + piece.length);
  }
  return true;
}

import { input, line } from './catalogue-entry.js';
import { EVERY, READING, SIGNING } from './commands.js';
import type { Setting } from './setting.js';

/** Which image is meant. */
export const IMAGE_SETTINGS: readonly Setting[] = [
  input(
    'images',
    'image',
    [...EVERY, 'get'],
    'Images, one per line, as `registry/repository@sha256:…`, or OCI layout folders as `oci:FOLDER[:TAG][@sha256:…]`.',
    {
      kind: 'lines',
      value: 'IMAGE',
    },
  ),
  input(
    'image',
    'image',
    READING,
    'One image as `registry/repository`, together with `digest`; or an OCI layout folder as `oci:FOLDER[:TAG]`.',
    {
      value: 'IMAGE',
    },
  ),
  input(
    'digest',
    'image',
    READING,
    'The digest of `image`, as docker/build-push-action gives it (`name@sha256:…` is taken apart).',
    {
      value: 'DIGEST',
    },
  ),
  input(
    'allow-tag',
    'image',
    READING,
    'Accept a tag and resolve it once, at the start. Without it a tag is refused with the digest that it points at. A tag of a folder needs no leave.',
    {
      kind: 'boolean',
      default: 'false',
    },
  ),
  input(
    'platforms',
    'image',
    EVERY,
    '`all`: the index and each platform manifest; `index`: only the digest given.',
    {
      kind: 'choice',
      choices: ['all', 'index'],
      default: 'all',
    },
  ),
  line(
    'name',
    'image',
    SIGNING,
    'What claims call images in folders, as `registry/repository`: where they will be pushed. Else the full name that the folder gives them, else the name of the folder.',
    { value: 'NAME' },
  ),
];

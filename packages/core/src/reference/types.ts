import type { Digest } from '../oci/index.js';

declare const referenceBrand: unique symbol;

/** Where an image lives. Docker Hub is always spelled out: host `index.docker.io`, repository `library/app`. */
export interface RepositoryName {
  /** Host with its port, in lower case; an IPv6 address in brackets. */
  readonly host: string;
  readonly repository: string;
}

/** `host/repository[:tag][@digest]`, made by parseReference alone. */
export interface ImageReference extends RepositoryName {
  readonly tag: string | undefined;
  readonly digest: Digest | undefined;
  readonly [referenceBrand]: true;
}

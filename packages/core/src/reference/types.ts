import type { Digest } from '../oci/index.js';

declare const referenceBrand: unique symbol;

/** Where an image lives in a registry. Docker Hub is always spelled out: host `index.docker.io`, repository `library/app`. */
export interface RepositoryName {
  /** Host with its port, in lower case; an IPv6 address in brackets. */
  readonly host: string;
  readonly repository: string;
}

/** Where an image lives in an OCI layout folder. */
export interface FolderName {
  /** As it was given: relative to the working directory, or absolute. Without a slash at its end. */
  readonly folder: string;
  /** What claims call the image, since where a folder lies says nothing: `host/repository`, or the folder's own name. */
  readonly title: string;
}

/** What an image is called: where it lives, and through claimedName what claims about it say. */
export type ImageName = RepositoryName | FolderName;

interface Target {
  readonly tag: string | undefined;
  readonly digest: Digest | undefined;
  readonly [referenceBrand]: true;
}

/** `host/repository[:tag][@digest]`, made by parseReference alone. */
export interface RegistryReference extends RepositoryName, Target {}

/** `oci:FOLDER[:tag][@digest]`, made by parseImage alone. */
export interface FolderReference extends Pick<FolderName, 'folder'>, Target {}

/** An image of either store. */
export type ImageReference = RegistryReference | FolderReference;

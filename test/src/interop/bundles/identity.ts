import type { Asked } from '../contract.js';

/** Whose certificate it has to be: the release workflow's, or that of the builder that an exhibit is about. */
export const identityOf = ({ stage, written }: Asked): string =>
  written.more?.builder ?? stage.wanted.identity;

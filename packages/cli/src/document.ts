import { API_VERSION } from '@countersign/core/report';

/** The members that every document has. */
export interface ResultDocument {
  readonly apiVersion: string;
  readonly command: string;
  readonly status: 'ok';
  readonly images: readonly never[];
  readonly error: null;
}

/** The document of a command that succeeded and reports on no image of the user's; it lays its own members beside these. */
export const resultDocument = (command: string): ResultDocument => ({
  apiVersion: API_VERSION,
  command,
  status: 'ok',
  images: [],
  error: null,
});

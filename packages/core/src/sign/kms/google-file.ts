import { kmsSetUp } from './failure.js';

/** The variable that names the credentials file, as Google's own libraries read it. */
export const GOOGLE_CREDENTIALS = 'GOOGLE_APPLICATION_CREDENTIALS';
/** All that an access token is asked for. */
export const KMS_SCOPE = 'https://www.googleapis.com/auth/cloudkms';

/** What to do where Google refuses an account. */
export const ACCOUNT_REMEDY = `Check the account in ${GOOGLE_CREDENTIALS}, that its key or federation is not revoked, and the clock of this machine.`;

/** The credentials file lacks something. Throws INPUT_MISSING. */
export function lacking(uri: string, what: string): never {
  throw kmsSetUp(
    uri,
    `the file that ${GOOGLE_CREDENTIALS} names has no ${what}`,
    'Give the JSON of a service account or of workload identity federation.',
  );
}

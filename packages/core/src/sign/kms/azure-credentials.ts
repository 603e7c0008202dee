import { isLoopback } from '../../http/index.js';
import { CountersignError } from '../../errors.js';
import type { KeyServices } from '../key-source.js';
import { credentialsFile, given } from './credentials-file.js';
import { endpoint } from './endpoint.js';
import { kmsSetUp } from './failure.js';
import { renewing, type Lasting } from './renewing.js';
import { requestToken } from './token-request.js';
import { shownUri } from './uri.js';

/** One of Microsoft's clouds: where tokens come from, and what a vault's token is for. */
export interface AzureCloud {
  readonly authority: string;
  readonly resource: string;
}

const PUBLIC = 'https://login.microsoftonline.com';
const CLOUDS: readonly (AzureCloud & { readonly suffix: string })[] = [
  { suffix: '.vault.azure.net', authority: PUBLIC, resource: 'https://vault.azure.net' },
  { suffix: '.managedhsm.azure.net', authority: PUBLIC, resource: 'https://managedhsm.azure.net' },
  {
    suffix: '.vault.azure.cn',
    authority: 'https://login.chinacloudapi.cn',
    resource: 'https://vault.azure.cn',
  },
  {
    suffix: '.vault.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
    resource: 'https://vault.usgovcloudapi.net',
  },
];

/** The cloud of a vault's host. A host that is no vault is refused: it would be sent a token that opens vaults. */
export function cloudOf(uri: string, host: string): AzureCloud {
  const hostname = host.replace(/:\d+$/, '');
  const cloud = isLoopback(hostname) ? CLOUDS[0] : CLOUDS.find(({ suffix }) => host.endsWith(suffix));
  if (cloud !== undefined) return cloud;
  throw new CountersignError('INPUT_INVALID', {
    what: `The key ${shownUri(uri)} names a host that is no Azure Key Vault`,
    remedy: `Write azurekms://VAULT followed by one of ${CLOUDS.map(({ suffix }) => suffix).join(', ')}.`,
  });
}

/**
 * An access token for vaults, of the application AZURE_CLIENT_ID in AZURE_TENANT_ID: by AZURE_CLIENT_SECRET, else by the
 * token in AZURE_FEDERATED_TOKEN_FILE (workload identity). AZURE_AUTHORITY_HOST as Azure's own tools read it. Throws INPUT_MISSING.
 */
export function azureToken(
  uri: string,
  cloud: AzureCloud,
  services: KeyServices,
): (fresh: boolean) => Promise<string> {
  const { env, context } = services;
  const [tenant, client] = [given(env, 'AZURE_TENANT_ID'), given(env, 'AZURE_CLIENT_ID')];
  const secret = given(env, 'AZURE_CLIENT_SECRET');
  const tokenFile = given(env, 'AZURE_FEDERATED_TOKEN_FILE');
  if (tenant === undefined || client === undefined || (secret === undefined && tokenFile === undefined)) {
    throw kmsSetUp(
      uri,
      'there are no credentials for Azure',
      'Set AZURE_TENANT_ID and AZURE_CLIENT_ID, and AZURE_CLIENT_SECRET or AZURE_FEDERATED_TOKEN_FILE.',
    );
  }
  if (!/^[A-Za-z0-9.-]{1,128}$/.test(tenant)) {
    throw kmsSetUp(uri, 'AZURE_TENANT_ID is no tenant', 'Set it to the id or the domain of the tenant.');
  }
  const host = given(env, 'AZURE_AUTHORITY_HOST');
  const authority = host === undefined ? cloud.authority : endpoint(host, 'AZURE_AUTHORITY_HOST');
  const proof = async (): Promise<Readonly<Record<string, string>>> =>
    secret !== undefined
      ? { client_secret: secret }
      : {
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: (
            await credentialsFile(uri, 'AZURE_FEDERATED_TOKEN_FILE', tokenFile ?? '')
          ).trim(),
        };
  const obtain = async (): Promise<Lasting<string>> => {
    const shown = await proof();
    const form = {
      grant_type: 'client_credentials',
      client_id: client,
      scope: `${cloud.resource}/.default`,
      ...shown,
    };
    return requestToken(services, {
      uri,
      url: `${authority}/${tenant}/oauth2/v2.0/token`,
      form,
      secrets: Object.values(shown),
      remedy: 'Check tenant, application, and its secret or federated credential.',
    });
  };
  return renewing(obtain, context.clock);
}

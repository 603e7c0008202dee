import type { KeyServices } from '../key-source.js';
import { given } from './credentials-file.js';
import { endpoint } from './endpoint.js';

/**
 * Where a service of AWS is asked, without a slash at its end: AWS_ENDPOINT_URL_KMS (or _STS), else AWS_ENDPOINT_URL, else
 * its host in the region. Throws INPUT_INVALID, PLAIN_HTTP_REFUSED.
 */
export function awsEndpoint(service: 'kms' | 'sts', region: string, env: KeyServices['env']): string {
  for (const name of [`AWS_ENDPOINT_URL_${service.toUpperCase()}`, 'AWS_ENDPOINT_URL']) {
    const url = given(env, name);
    if (url !== undefined) return endpoint(url, name);
  }
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `https://${service}.${region}.${domain}`;
}

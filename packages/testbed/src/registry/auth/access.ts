/** What can be done in a repository, as scopes spell it (distribution's token specification). */
export type Action = 'pull' | 'push' | 'delete';

/** What a client may do. */
export interface Access {
  allows(repository: string, action: Action): boolean;
}

export const EVERYTHING: Access = { allows: () => true };
export const PULL_ONLY: Access = { allows: (_repository, action) => action === 'pull' };
export const NOTHING: Access = { allows: () => false };

/** What a request wants to do. */
export interface Demand {
  readonly repository: string;
  readonly action: Action;
}

/** The action behind a method on a route of a repository: a cancelled upload is a push, not a deletion. */
export function actionOf(method: string, route: string): Action {
  if (route === 'upload') return 'push';
  if (method === 'GET' || method === 'HEAD') return 'pull';
  return method === 'DELETE' ? 'delete' : 'push';
}

/** The scope that a challenge asks for: who may push must read too. */
export const scopeOf = ({ repository, action }: Demand): string =>
  `repository:${repository}:${action === 'push' ? 'pull,push' : action}`;

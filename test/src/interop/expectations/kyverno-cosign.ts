import { dirtyPlatform } from '../kyverno/findings.js';

export const exceptions = [dirtyPlatform];

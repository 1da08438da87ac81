import { catalogue } from '../../core/scopes/catalogue.ts';

/** Stands under every answer about scopes: how old the knowledge is. */
export function catalogueLine(): string {
  return `Catalogue of Zoom scopes: ${catalogue.version}. Zoom adds scopes, so a newer one may be missing from it.`;
}

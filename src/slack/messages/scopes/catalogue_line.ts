import { catalogue } from '../../../core/scopes/catalogue/catalogue.ts';
import { wordList } from '../../blocks/text.ts';

/** Stands under every answer about scopes, and where they are chosen: how old the knowledge is, and what is missing in it. */
export function catalogueLine(): string {
  return `Catalogue of Zoom scopes: ${catalogue.month}. Zoom may have newer ones, and more for ${wordList(catalogue.gaps)}: type what you see in Zoom, and confirm it.`;
}

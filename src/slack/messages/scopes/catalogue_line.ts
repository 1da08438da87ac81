import { catalogue } from '../../../core/scopes/catalogue/catalogue.ts';
import { wordList } from '../../blocks/text.ts';

/** The month of the catalogue's newest source: `November 2026`. */
export const catalogueMonth = new Date(`${catalogue.version}-01T00:00:00Z`).toLocaleDateString('en', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Stands under every answer about scopes, and where they are chosen: how old the knowledge is, and what is missing in it. */
export function catalogueLine(): string {
  return `Catalogue of Zoom scopes: ${catalogueMonth}. Zoom may have newer ones, and more for ${wordList(catalogue.gaps)}: type what you see in Zoom, and confirm it.`;
}

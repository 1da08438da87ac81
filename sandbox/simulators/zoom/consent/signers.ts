/** Somebody who signs in at Zoom. */
export interface Signer {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** `own`: of the account that owns the app. */
  readonly account: 'own' | 'other';
  readonly admin: boolean;
}

export const signers: readonly Signer[] = [
  { id: 'admin', name: 'Ada', about: 'Admin of the account that owns the app', account: 'own', admin: true },
  { id: 'member', name: 'Max', about: 'The same account, no admin', account: 'own', admin: false },
  {
    id: 'other_admin',
    name: 'Olivia',
    about: "Admin of another company's account",
    account: 'other',
    admin: true,
  },
  {
    id: 'other_member',
    name: 'Sam',
    about: "Another company's account, no admin",
    account: 'other',
    admin: false,
  },
];

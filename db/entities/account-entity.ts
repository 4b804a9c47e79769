import { EntitySchema } from 'typeorm';

export interface AccountTableRow {
  seq?: number;
  id: string;
  /** Blind index of the user name. */
  usernameIndex: Buffer;
  /** Sealed JSON of `AccountRow`: verifier and token are secrets. */
  body: Buffer;
}

export const accountEntity = new EntitySchema<AccountTableRow>({
  name: 'Account',
  tableName: 'accounts',
  columns: {
    seq: { type: 'integer', primary: true, generated: true },
    id: { type: 'text', unique: true },
    usernameIndex: { type: 'blob', name: 'username_index' },
    body: { type: 'blob' },
  },
});

import { makeUuid, type Uuid } from '../domain/values/uuid.ts';

/** A fresh UUIDv7 for something typed on this page: a member, an income entry, a relative. */
export const newId = (): Uuid => makeUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

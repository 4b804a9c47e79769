import { QueryFailedError } from 'typeorm';
import { StorageFull } from '../core/ports/store.ts';

/** A failed statement by its SQLite code; carries no parameter and no value, so it can be logged. */
export class StoreFault extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'StoreFault';
    this.code = code;
  }
}

/** An event with this stream and version, or this id, is on record already. */
export class EventConflict extends Error {
  constructor() {
    super('the stream already has an event of this version or id');
    this.name = 'EventConflict';
  }
}

/** SQLITE_IOERR_SHMSIZE is how a full disk shows while the WAL index grows. */
const FULL = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT']);

/** The driver's or the file system's code of an error, '' when it has none. */
export function errorCode(error: unknown): string {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : '';
  return typeof code === 'string' ? code : '';
}

export const isFull = (error: unknown): boolean => FULL.has(errorCode(error));

/** TypeORM's error holds the parameters of the statement, which are personal data: it goes no further than here. */
export function toStoreError(error: unknown): unknown {
  if (isFull(error)) return new StorageFull();
  if (!(error instanceof QueryFailedError)) return error;
  return new StoreFault(errorCode(error) || 'SQLITE_ERROR', error.driverError.message);
}

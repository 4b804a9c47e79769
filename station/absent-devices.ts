import type { IdReader } from '../core/ports/devices.ts';
import { fail } from '../domain/values/result.ts';

/** Where no card reader is set up, the clerk types by hand. */
export const noIdReader: IdReader = { read: async () => fail('idReader.absent'), present: async () => false };
